import type { ReactNode } from 'react';
import './status-banner.css';

export type StatusTone = 'calm' | 'watched' | 'warning' | 'alarm';

interface StatusBannerProps {
  readonly tone: StatusTone;
  readonly children: ReactNode;
}

/** A strip across the whole screen that says how things stand. */
export function StatusBanner({ tone, children }: StatusBannerProps) {
  return <div className={`aw-status-banner aw-status-banner--${tone}`}>{children}</div>;
}

import type { ReactNode } from 'react';
import { Heading } from '../../../shared/src/components';
import './status-card.css';

interface StatusCardProps {
  readonly tone: 'calm' | 'watched' | 'warning' | 'alarm';
  readonly title: string;
  /** Large, for a glance: a countdown or a time. */
  readonly figure?: string;
  readonly figureLabel?: string;
  readonly children?: ReactNode;
}

/** The one thing the screen says, readable at arm's length. */
export function StatusCard({ tone, title, figure, figureLabel, children }: StatusCardProps) {
  return (
    <section className={`aw-status aw-status--${tone}`}>
      <Heading level={1}>{title}</Heading>
      {figure === undefined ? null : (
        <p className="aw-status__figure" role="timer" aria-live="off">
          {figureLabel === undefined ? null : (
            <span className="aw-status__label">{figureLabel} </span>
          )}
          {figure}
        </p>
      )}
      {children}
    </section>
  );
}

import type { ReactNode } from 'react';

export type AlertTone = 'info' | 'ok' | 'warning' | 'error';

interface AlertProps {
  readonly tone: AlertTone;
  /** True when it must be read out at once; otherwise it is read when the reader gets there. */
  readonly urgent?: boolean;
  readonly children: ReactNode;
}

/** A boxed message in the Utrecht style. The words carry the meaning, the colour only helps. */
export function Alert({ tone, urgent = false, children }: AlertProps) {
  return (
    <div className={`utrecht-alert utrecht-alert--${tone}`} role={urgent ? 'alert' : undefined}>
      <div className="utrecht-alert__content">{children}</div>
    </div>
  );
}

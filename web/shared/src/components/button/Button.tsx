import type { ButtonHTMLAttributes, ReactNode } from 'react';
import './button.css';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger' | 'ok';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: ButtonLook;
  /** As tall as a thumb needs and as wide as the screen: the one main action. */
  readonly large?: boolean;
  /** Something is under way: the button stays reachable but does nothing. */
  readonly busy?: boolean;
  readonly children: ReactNode;
}

const CLASS_OF: Readonly<Record<ButtonLook, string>> = {
  primary: 'utrecht-button--primary-action',
  secondary: 'utrecht-button--secondary-action',
  quiet: 'utrecht-button--subtle',
  danger: 'utrecht-button--primary-action utrecht-button--danger',
  ok: 'utrecht-button--primary-action utrecht-button--ready',
};

/** A button of at least 48 by 48 pixels. See the README beside it for what it promises. */
export function Button(props: ButtonProps) {
  const { look = 'secondary', large = false, busy = false, className, onClick, ...rest } = props;
  const classes = ['utrecht-button', CLASS_OF[look], 'aw-button'];
  if (large) classes.push('aw-button--large');
  if (className !== undefined) classes.push(className);
  return (
    <button
      type="button"
      {...rest}
      className={classes.join(' ')}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    />
  );
}

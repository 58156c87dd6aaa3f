import { useEffect, useId, useRef, useState, type ReactNode } from 'react';

interface HeaderMenuProps {
  readonly label: string;
  readonly className?: string;
  /** What is in it; it may close the menu when something was chosen. */
  readonly children: (close: () => void) => ReactNode;
}

/**
 * A button that shows what is seldom needed, and hides it again: at the second press, at Escape, or
 * when one goes on elsewhere. What is in it are plain links and buttons, reached with Tab.
 */
export function HeaderMenu({ label, className, children }: HeaderMenuProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const whole = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    const elsewhere = (event: Event): void => {
      if (event.target instanceof Node && whole.current?.contains(event.target) !== true) {
        setOpen(false);
      }
    };
    document.addEventListener('pointerdown', elsewhere);
    document.addEventListener('focusin', elsewhere);
    return () => {
      document.removeEventListener('pointerdown', elsewhere);
      document.removeEventListener('focusin', elsewhere);
    };
  }, [open]);
  return (
    <div
      ref={whole}
      className="aw-menu"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        // Escape closes the menu first; only then does it go back to the board.
        event.stopPropagation();
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button
        ref={button}
        type="button"
        className="aw-desk__page aw-menu__button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <span className="aw-menu__label">{label}</span>
      </button>
      <div id={id} className={`aw-menu__list ${className ?? ''}`} hidden={!open}>
        {children(() => setOpen(false))}
      </div>
    </div>
  );
}

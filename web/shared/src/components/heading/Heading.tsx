import { useEffect, useRef, type ReactNode } from 'react';

interface HeadingProps {
  readonly level: 1 | 2 | 3;
  /** Takes the focus when the screen appears, so that a screen reader starts here. */
  readonly focusOnShow?: boolean;
  readonly children: ReactNode;
}

export function Heading({ level, focusOnShow = false, children }: HeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focusOnShow) heading.current?.focus({ preventScroll: true });
  }, [focusOnShow]);
  const Tag = HEADING[level];
  return (
    <Tag
      ref={heading}
      className={`utrecht-heading-${level}`}
      tabIndex={focusOnShow ? -1 : undefined}
    >
      {children}
    </Tag>
  );
}

const HEADING = { 1: 'h1', 2: 'h2', 3: 'h3' } as const;

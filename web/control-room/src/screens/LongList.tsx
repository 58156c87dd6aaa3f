import { useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { Button, useLanguage } from '../../../shared/src/components';
import { countText } from '../core/count-text';
import { useTexts } from './room-context';

const AT_ONCE = 200;

interface LongListProps<T> {
  readonly className: string;
  readonly items: readonly T[];
  /** The row of an item: an `li` with a key. */
  readonly children: (item: T) => ReactNode;
}

/** A list that is drawn in parts, so that a thousand rows do not keep anybody waiting. */
export function LongList<T>({ className, items, children }: LongListProps<T>) {
  const t = useTexts().app.list;
  const { language } = useLanguage();
  const list = useRef<HTMLUListElement>(null);
  const [most, setMost] = useState(AT_ONCE);
  const left = items.length - most;

  /** Who asked for more reads on at the first row that came, also when the button is gone. */
  const showNext = (): void => {
    flushSync(() => setMost(most + AT_ONCE));
    const first = list.current?.children[most];
    if (first instanceof HTMLElement) {
      first.tabIndex = -1;
      first.focus();
    }
  };

  return (
    <>
      <ul className={className} ref={list}>
        {items.slice(0, most).map(children)}
      </ul>
      {left <= 0 ? null : (
        <div className="aw-row">
          <Button onClick={showNext}>
            {t.next(
              countText(Math.min(left, AT_ONCE), language),
              countText(items.length, language),
            )}
          </Button>
        </div>
      )}
    </>
  );
}

interface IsMoreProps {
  /** Null while it is not there yet. */
  readonly of: { readonly items: readonly unknown[]; readonly isMore: boolean } | null;
}

/** Says plainly that the server has more than this screen. */
export function IsMore({ of }: IsMoreProps) {
  const t = useTexts().app.list;
  const { language } = useLanguage();
  return of?.isMore ? (
    <p className="utrecht-paragraph">
      <strong>{t.isMore(countText(of.items.length, language))}</strong>
    </p>
  ) : null;
}

import { useEffect, useRef, type ReactNode } from 'react';
import { Button, useAnnounce } from '../../../../shared/src/components';
import { moved } from '../../core/house-rules';
import { useHouseRulesTexts } from './use-house-rules';

interface RulesListProps<T> {
  readonly label: string;
  readonly items: readonly T[];
  readonly canEdit: boolean;
  readonly empty: string;
  readonly nameOf: (item: T) => string;
  readonly show: (item: T, at: number) => ReactNode;
  /** Acts that only this kind of list has. */
  readonly acts?: (item: T, at: number) => ReactNode;
  readonly onEdit: (at: number) => void;
  readonly onMoved: (items: readonly T[]) => void;
  readonly onRemoved: (items: readonly T[], name: string) => void;
}

type By = -1 | 1;

/** A list in an order that matters: each of it can be changed, moved and removed, by keyboard too. */
export function RulesList<T>(props: RulesListProps<T>) {
  const { label, items, canEdit, empty, nameOf, show, acts, onEdit, onMoved, onRemoved } = props;
  const t = useHouseRulesTexts();
  const announce = useAnnounce();
  const list = useRef<HTMLUListElement>(null);
  const followed = useRef<{ readonly at: number; readonly by: By } | null>(null);

  useEffect(() => {
    const wanted = followed.current;
    followed.current = null;
    if (wanted !== null) focusMove(list.current?.children[wanted.at], wanted.by);
  });

  const move = (at: number, by: By): void => {
    const item = items[at];
    if (item === undefined) return;
    followed.current = { at: at + by, by };
    announce(t.list.moved(nameOf(item), at + by + 1, items.length));
    onMoved(moved(items, at, by));
  };

  if (items.length === 0) {
    return <p className="utrecht-paragraph aw-quiet">{empty}</p>;
  }
  return (
    <ul className="aw-rules__list" aria-label={label} ref={list}>
      {items.map((item, at) => (
        <li key={at} className="aw-rules__item">
          <div className="aw-rules__words">{show(item, at)}</div>
          {canEdit ? (
            <div className="aw-rules__acts" role="group" aria-label={nameOf(item)}>
              <Button
                look="quiet"
                aria-label={t.list.of(t.list.change, nameOf(item))}
                onClick={() => onEdit(at)}
              >
                {t.list.change}
              </Button>
              <Button
                look="quiet"
                data-move="-1"
                disabled={at === 0}
                aria-label={t.list.of(t.list.up, nameOf(item))}
                onClick={() => move(at, -1)}
              >
                {t.list.up}
              </Button>
              <Button
                look="quiet"
                data-move="1"
                disabled={at === items.length - 1}
                aria-label={t.list.of(t.list.down, nameOf(item))}
                onClick={() => move(at, 1)}
              >
                {t.list.down}
              </Button>
              {acts?.(item, at)}
              <Button
                look="quiet"
                aria-label={t.list.of(t.list.remove, nameOf(item))}
                onClick={() => onRemoved(items.toSpliced(at, 1), nameOf(item))}
              >
                {t.list.remove}
              </Button>
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** The focus goes along with what was moved, to the same button or, at an end, to its counterpart. */
function focusMove(item: Element | undefined, by: By): void {
  const acts = item?.querySelector(':scope > .aw-rules__acts');
  const same = acts?.querySelector<HTMLButtonElement>(`[data-move="${by}"]`);
  const other = acts?.querySelector<HTMLButtonElement>(`[data-move="${-by}"]`);
  if (same?.disabled === false) same.focus();
  else other?.focus();
}

import { useTexts } from '../room-context';

/** Nobody is out: says that this is fine, and what can be made ready meanwhile. */
export function EmptyBoard() {
  const t = useTexts();
  return (
    <div className="aw-board__empty">
      <p className="utrecht-paragraph aw-board__empty-title">{t.board.emptyTitle}</p>
      <p className="utrecht-paragraph">{t.board.emptyText}</p>
      <ul>
        {t.board.emptyHints.map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ul>
    </div>
  );
}

import type { JournalEntry } from '../../core/model';
import { useTexts } from '../room-context';
import { timeOf } from '../say-time';

/** What came in after the alarm. Shown to the person who handles it; it withdraws nothing. */
export function LateActs({ acts }: { readonly acts: readonly JournalEntry[] }) {
  const t = useTexts();
  return (
    <section className="aw-alarm__part aw-late" aria-labelledby="aw-late">
      <h2 className="utrecht-heading-2" id="aw-late">
        {t.alarm.lateActs}
      </h2>
      <p className="utrecht-paragraph">{t.alarm.lateActsText}</p>
      <ul className="aw-late__list">
        {acts.map((act) => (
          <li key={act.position}>
            {act.text}{' '}
            <strong>
              {act.madeAt
                ? t.alarm.madeReceived(timeOf(act.madeAt), timeOf(act.at))
                : timeOf(act.at)}
            </strong>
          </li>
        ))}
      </ul>
    </section>
  );
}

import type { JournalEntry } from '../../core/model';
import { useTexts } from '../room-context';
import { timeOf } from '../say-time';

/** That somebody looked is in the journal; between the events of an alarm it hides the story. */
function isTold(entry: JournalEntry): boolean {
  return entry.kind !== 'alarm.looked-at';
}

/** What happened, newest first, in whole sentences. */
export function Timeline({ entries }: { readonly entries: readonly JournalEntry[] }) {
  const t = useTexts();
  const newestFirst = entries.filter(isTold).sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return (
    <section className="aw-alarm__part" aria-labelledby="aw-timeline">
      <h2 className="utrecht-heading-2" id="aw-timeline">
        {t.alarm.timeline}
      </h2>
      {newestFirst.length === 0 ? (
        <p className="utrecht-paragraph aw-quiet">{t.alarm.noTimeline}</p>
      ) : (
        <ol className="aw-timeline" reversed>
          {newestFirst.map((entry) => (
            <li key={entry.position} className="aw-timeline__entry">
              <time className="aw-timeline__time" dateTime={entry.at}>
                {timeOf(entry.at)}
              </time>
              <span>
                {entry.text}
                {entry.byName && !entry.text.includes(entry.byName) ? (
                  <span className="aw-quiet"> {t.alarm.by(entry.byName)}</span>
                ) : null}
                {entry.madeAt && Date.parse(entry.at) - Date.parse(entry.madeAt) > 60_000 ? (
                  <span className="aw-quiet">
                    {' '}
                    ({t.alarm.madeReceived(timeOf(entry.madeAt), timeOf(entry.at))})
                  </span>
                ) : null}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

import { Icon } from '../Icon';
import { useTexts } from '../room-context';

interface Card112Props {
  readonly sentences: readonly string[];
  readonly isDrill: boolean;
}

/** The sentences to read to the police, large enough to read with a phone at the ear. */
export function Card112({ sentences, isDrill }: Card112Props) {
  const t = useTexts();
  return (
    <section className="aw-alarm__part aw-card112" aria-labelledby="aw-card112">
      <div className="aw-alarm__part-head">
        <h2 className="utrecht-heading-2" id="aw-card112">
          {t.alarm.card112}
        </h2>
        {isDrill ? null : (
          <a className="aw-phone aw-card112__call" href="tel:112">
            <Icon name="phone" /> {t.alarm.call112}
          </a>
        )}
      </div>
      <p className="utrecht-paragraph">{isDrill ? t.alarm.card112Drill : t.alarm.card112Intro}</p>
      {sentences.length === 0 ? (
        <p className="utrecht-paragraph">{t.alarm.card112Empty}</p>
      ) : (
        <ol className="aw-card112__sentences">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
      )}
    </section>
  );
}

import { useEffect, useState } from 'react';
import type { SilenceFact } from '../../../../shared/src/api/types';
import { usePlaceApi, usePlaceTexts } from '../places/use-places';

interface WhySilentProps {
  readonly alarmId: string;
  /** Asked again whenever the page was loaded again. */
  readonly loadedMs: number | null;
}

/** What could explain the silence. Facts for the handler: the alarm goes on as it would. */
export function WhySilent({ alarmId, loadedMs }: WhySilentProps) {
  const t = usePlaceTexts();
  const places = usePlaceApi();
  const [facts, setFacts] = useState<readonly SilenceFact[]>([]);
  useEffect(() => {
    let wanted = true;
    void places.silenceEvidence(alarmId).then((answer) => {
      if (wanted && answer.kind === 'ok') setFacts(answer.value.items);
    });
    return () => {
      wanted = false;
    };
  }, [places, alarmId, loadedMs]);
  return facts.length === 0 ? null : (
    <section className="aw-alarm__part" aria-labelledby="aw-why-silent">
      <h2 className="utrecht-heading-2" id="aw-why-silent">
        {t.whySilent}
      </h2>
      <p className="utrecht-paragraph">{t.whySilentText}</p>
      <ul className="aw-late__list">
        {facts.map(({ kind, explains, text }) => (
          <li key={kind + text}>
            <strong>{explains ? t.explains : t.explainsNot}</strong> {text}
          </li>
        ))}
      </ul>
    </section>
  );
}

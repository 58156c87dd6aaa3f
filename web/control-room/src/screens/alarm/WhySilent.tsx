import { useCallback, useEffect, useRef } from 'react';
import { LoadFault } from '../LoadFault';
import { usePlaceApi, usePlaceTexts } from '../places/use-places';
import { useLoaded } from '../../../../shared/src/components';

interface WhySilentProps {
  readonly alarmId: string;
  /** Asked again whenever the page was loaded again. */
  readonly loadedMs: number | null;
}

/** What could explain the silence. Facts for the handler: the alarm goes on as it would. */
export function WhySilent({ alarmId, loadedMs }: WhySilentProps) {
  const t = usePlaceTexts();
  const places = usePlaceApi();
  const loaded = useLoaded(useCallback(() => places.silenceEvidence(alarmId), [places, alarmId]));
  const { again } = loaded;
  const asked = useRef(loadedMs);
  useEffect(() => {
    if (asked.current !== loadedMs) void again();
    asked.current = loadedMs;
  }, [again, loadedMs]);
  const facts = loaded.value?.items ?? [];
  return facts.length === 0 && loaded.failed === null ? null : (
    <section className="aw-alarm__part" aria-labelledby="aw-why-silent">
      <h2 className="utrecht-heading-2" id="aw-why-silent">
        {t.whySilent}
      </h2>
      {facts.length === 0 ? (
        <LoadFault of={loaded} />
      ) : (
        <>
          <p className="utrecht-paragraph">{t.whySilentText}</p>
          <ul className="aw-late__list">
            {facts.map(({ kind, explains, text }) => (
              <li key={kind + text}>
                <strong>{explains ? t.explains : t.explainsNot}</strong> {text}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

import { useState } from 'react';
import type { ApiAnswer } from '../../../../shared/src/api/answer';
import { Alert, Button, useLanguage } from '../../../../shared/src/components';
import type { Drill } from '../../../../shared/src/api/types';
import { hashOf } from '../../core/route';
import { momentText } from '../preparation/preparation-words';
import { useTexts } from '../room-context';
import { faultText } from '../use-act';
import { nameOfDrill, resultText, tookText } from './drill-words';
import { useMeansApi, useMeansTexts } from './use-means';

interface DrillLineProps {
  readonly drill: Drill;
  readonly mayChange: boolean;
  readonly onStart: () => void;
  readonly onFinish: () => void;
  readonly onDone: () => void;
}

/** One drill: planned, going on or over, and what can still be done about it. */
export function DrillLine({ drill, mayChange, onStart, onFinish, onDone }: DrillLineProps) {
  const all = useMeansTexts();
  const t = all.drill;
  const texts = useTexts();
  const api = useMeansApi();
  const [fault, setFault] = useState<string | null>(null);
  const name = nameOfDrill(drill, all);
  const result = resultText(drill, all);
  const send = async (answer: Promise<ApiAnswer<unknown>>): Promise<void> => {
    const done = await answer;
    if (done.kind === 'ok') onDone();
    else setFault(faultText(done, texts));
  };
  const mayFinish =
    mayChange && (drill.state === 'running' || (drill.state === 'held' && result === null));
  return (
    <li
      className={drill.state === 'running' ? 'aw-means__one aw-means__one--drill' : 'aw-means__one'}
    >
      <div className="aw-means__part">
        <strong>{name}</strong>
        <span>{t.states[drill.state]}</span>
        <When drill={drill} />
      </div>
      <div className="aw-means__part">
        {drill.state === 'held' || drill.state === 'running' ? (
          <span>
            {drill.tookSeconds === null ? t.nobodyCame : t.took(tookText(drill.tookSeconds, all))}
          </span>
        ) : null}
        {result === null ? null : <span>{result}</span>}
        {drill.said === null ? null : <span className="aw-quiet">{drill.said}</span>}
        {drill.note === null ? null : <span className="aw-quiet">{drill.note}</span>}
        {fault === null ? null : (
          <Alert tone="error" urgent>
            <p className="utrecht-paragraph">{fault}</p>
          </Alert>
        )}
      </div>
      <div className="aw-row">
        {mayChange && drill.state === 'planned' ? (
          <>
            <Button look="primary" aria-label={t.startThis(name)} onClick={onStart}>
              {t.start}
            </Button>
            <Button
              look="quiet"
              aria-label={t.cancelThis(name)}
              onClick={() => void send(api.cancelDrill(drill.id))}
            >
              {t.cancel}
            </Button>
          </>
        ) : null}
        {mayChange && drill.state === 'running' && drill.arrivedAt === null ? (
          <Button onClick={() => void send(api.drillActs(drill.id).arrive())}>{t.arrived}</Button>
        ) : null}
        {mayFinish ? (
          <Button look="primary" aria-label={t.finishThis(name)} onClick={onFinish}>
            {t.finish}
          </Button>
        ) : null}
        {drill.alarmId === null || drill.state !== 'running' ? null : (
          <a className="aw-means__link" href={hashOf({ page: 'alarm', alarmId: drill.alarmId })}>
            {t.toAlarm}
          </a>
        )}
      </div>
    </li>
  );
}

function When({ drill }: { readonly drill: Drill }) {
  const t = useMeansTexts().drill;
  const { language } = useLanguage();
  const { startedAt, plannedAt } = drill;
  if (startedAt !== null) {
    return (
      <span className="aw-quiet">
        {t.startedBy(drill.startedByName ?? '', momentText(startedAt, language))}
        {drill.onTheSpot ? `, ${t.onTheSpot}` : ''}
      </span>
    );
  }
  return plannedAt === null ? null : (
    <span className="aw-quiet">
      {momentText(plannedAt, language)}, {drill.announced ? t.isAnnounced : t.surprise}
    </span>
  );
}

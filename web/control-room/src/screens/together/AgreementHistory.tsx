import { useCallback, useState } from 'react';
import { useLanguage, useLoaded } from '../../../../shared/src/components';
import { Loading } from '../LoadFault';
import { dayText } from '../places/say-day';
import { useMeetingApi, useTogetherTexts } from './use-together';

interface HistoryProps {
  readonly id: string;
  readonly words: string;
}

/** What an agreement was before, asked only by who opens it. */
export function AgreementHistoryPart({ id, words }: HistoryProps) {
  const t = useTogetherTexts().agreements;
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t.history}
        <span className="aw-visually-hidden">: {words}</span>
      </summary>
      {open ? <Steps id={id} /> : null}
    </details>
  );
}

function Steps({ id }: { readonly id: string }) {
  const t = useTogetherTexts().agreements;
  const { language } = useLanguage();
  const api = useMeetingApi();
  const ask = useCallback(() => api.agreement(id), [api, id]);
  const history = useLoaded(ask);
  return (
    <>
      <Loading of={history} />
      {history.value === null || history.value.agreement.meetingId === null ? null : (
        <p className="utrecht-paragraph aw-quiet">{t.inMeeting}</p>
      )}
      <ol className="aw-together__steps">
        {(history.value?.changes ?? []).map((step) => (
          <li key={step.at + step.kind}>
            <strong>{t.step(t.steps[step.kind], step.byName, dayText(step.at, language))}</strong>
            {step.reason === null ? null : <span> {step.reason}</span>}
            <br />
            {step.words} ({step.ownerName}, {dayText(step.reviewOn, language)})
          </li>
        ))}
      </ol>
    </>
  );
}

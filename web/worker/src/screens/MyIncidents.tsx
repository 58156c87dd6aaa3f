import { useCallback, useState } from 'react';
import { Button, Heading, TextArea, useLanguage, useLoaded } from '../../../shared/src/components';
import { allPages, idOf } from '../../../shared/src/api/pages';
import { incidentSchema, incidentsSchema } from '../../../shared/src/api/parse-incidents';
import type { Incident, IncidentLine } from '../../../shared/src/api/types';
import { IncidentFiles } from './IncidentFiles';
import { notDone, whyNot } from '../text';
import { useApp, useText } from './app-context';
import { Loading } from './LoadFault';
import { useAgainAt } from './use-kept';

/** What I reported or what happened to me. Kept nowhere on the phone. */
export function MyIncidents({ waiting }: { readonly waiting: number }) {
  const { shell } = useApp();
  const text = useText().incidents;
  const ask = useCallback(() => allPages(shell.api, '/incidents', incidentsSchema, idOf), [shell]);
  const lines = useLoaded(ask);
  // What went out may have been the incident.
  useAgainAt(waiting, lines.again);
  return (
    <>
      <Heading level={2}>{text.mine}</Heading>
      <Loading of={lines} loading={text.loading} missing={text.missing} />
      {lines.value?.items.length === 0 ? <p className="utrecht-paragraph">{text.none}</p> : null}
      <ul className="aw-visits">
        {(lines.value?.items ?? []).map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
    </>
  );
}

function useSayDay(): (moment: string) => string {
  const { language } = useLanguage();
  return (moment) =>
    new Date(moment).toLocaleDateString(language === 'nl' ? 'nl-NL' : 'en-GB', {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      timeZone: 'Europe/Amsterdam',
    });
}

function Line({ line }: { readonly line: IncidentLine }) {
  const { shell } = useApp();
  const texts = useText();
  const text = texts.incidents;
  const sayDay = useSayDay();
  const [incident, setIncident] = useState<Incident | null>(null);
  const [fault, setFault] = useState('');
  const open = async (): Promise<void> => {
    const answer = await shell.api.call({
      method: 'GET',
      path: `/incidents/${line.id}`,
      schema: incidentSchema,
    });
    setFault(answer.kind === 'ok' ? '' : `${whyNot(texts, answer)} ${text.oneMissing}`);
    if (answer.kind === 'ok') setIncident(answer.value);
  };
  const title = `${text.kinds[line.kind]}, ${sayDay(line.happenedAt)}`;
  return (
    <li className="aw-visits__visit">
      <div className="aw-visits__facts">
        <strong>{title}</strong>
        <span>{line.closedAt === null ? text.open : text.closed}</span>
        <p role="status" className="aw-said">
          {fault}
        </p>
      </div>
      {incident === null ? (
        <Button aria-label={text.lookAt(title)} onClick={() => void open()}>
          {text.look}
        </Button>
      ) : (
        <Opened incident={incident} onChanged={setIncident} />
      )}
    </li>
  );
}

interface OpenedProps {
  readonly incident: Incident;
  readonly onChanged: (incident: Incident) => void;
}

function Opened({ incident, onChanged }: OpenedProps) {
  const { shell, shown } = useApp();
  const texts = useText();
  const text = texts.incidents;
  const sayDay = useSayDay();
  const [what, setWhat] = useState(incident.details.what);
  const [said, say] = useState('');
  const [careFault, setCareFault] = useState('');
  const myId = shown.phone.me?.id ?? '';
  const mine = incident.involved.find(({ personId }) => personId === myId);
  const steps = incident.steps.filter(({ personId }) => personId === myId);

  const save = async (): Promise<void> => {
    const { version, kind, happenedAt, address, seriousness, details } = incident;
    const answer = await shell.api.call({
      method: 'PUT',
      path: `/incidents/${incident.id}/details`,
      schema: incidentSchema,
      body: {
        version,
        kind,
        happenedAt,
        address,
        seriousness,
        details: { ...details, what: what.trim() },
      },
    });
    say(answer.kind === 'ok' ? text.saved : text.notSaved);
    if (answer.kind === 'ok') onChanged(answer.value);
  };
  const endCare = async (): Promise<void> => {
    const answer = await shell.api.call({
      method: 'POST',
      path: `/incidents/${incident.id}/aftercare-endings`,
      schema: incidentSchema,
      body: { personId: myId, word: 'worker' },
    });
    setCareFault(answer.kind === 'ok' ? '' : notDone(texts, answer));
    if (answer.kind === 'ok') onChanged(answer.value);
  };
  return (
    <div className="aw-stack">
      {incident.mayEdit ? (
        <>
          <TextArea
            label={text.what}
            rows={6}
            maxLength={4000}
            error={what.trim() === '' ? text.whatMissing : null}
            value={what}
            onChange={setWhat}
          />
          <Button onClick={() => void (what.trim() === '' ? undefined : save())}>
            {text.save}
          </Button>
        </>
      ) : (
        <p className="utrecht-paragraph">{incident.details.what}</p>
      )}
      <p role="status" className="aw-said">
        {said}
      </p>
      <IncidentFiles incident={incident} onChanged={onChanged} />
      {steps.length === 0 ? null : (
        <>
          <Heading level={3}>{text.care}</Heading>
          <p className="utrecht-paragraph">{text.nothingKept}</p>
          <ul className="aw-visits__points">
            {steps.map((step) => (
              <li key={step.id}>
                {text.steps[step.kind]}:{' '}
                {step.state === 'open'
                  ? text.due(sayDay(step.dueAt), step.ownerName ?? '')
                  : text.states[step.state]}
              </li>
            ))}
          </ul>
        </>
      )}
      {mine === undefined || mine.role !== 'victim' ? null : mine.aftercareClosedAt === null ? (
        <>
          <Button onClick={() => void endCare()}>{text.endCare}</Button>
          <p role="alert" className="aw-said">
            {careFault}
          </p>
        </>
      ) : (
        <p className="utrecht-paragraph">{text.careEnded(sayDay(mine.aftercareClosedAt))}</p>
      )}
    </div>
  );
}

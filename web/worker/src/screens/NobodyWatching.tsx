import { useEffect } from 'react';
import { Alert, Button, Heading, NotLoaded } from '../../../shared/src/components';
import type { Visit } from '../../../shared/src/api/types';
import { clockTime } from '../../../shared/src/core/clock';
import { serverNow } from '../core/phone';
import { startable, watchFromVisit } from '../core/start-form';
import { readAgreements, readProtocol } from '../shell/together-line';
import { whyNot, type WorkerText } from '../text';
import { go, useAct, useApp, useNow, useText, type Route } from './app-context';
import { Late } from './Late';
import { useSayKept } from './LoadFault';
import { Requests } from './Requests';
import { StatusCard } from './StatusCard';
import { useRequests, type Requests as RequestsParts } from './use-preparation';
import './visits.css';

const READ_AHEAD_AFTER_MS = 3000;

/** What can be done besides; what somebody noticed comes first. */
const MORE: readonly (readonly [Route, (text: WorkerText) => string])[] = [
  ['signal', (text) => text.signals.toHere],
  ['incident', (text) => text.incidents.toHere],
  ['protocol', (text) => text.together.toHere],
  ['visits', (text) => text.visits.all],
  ['reachable', (text) => text.reachable.title],
  ['means', (text) => text.means.title],
];

/** Nobody is watching: a planned visit starts with one tap, anything else with two. */
export function NobodyWatching() {
  const { shell, shown } = useApp();
  const text = useText();
  const now = useNow();
  const { session } = shown.phone;
  useEffect(() => {
    // Ahead, so that they are there where there is no network.
    if (session !== 'in') return undefined;
    const timer = setTimeout(() => {
      void readProtocol(shell.api);
      void readAgreements(shell.api);
    }, READ_AHEAD_AFTER_MS);
    return () => clearTimeout(timer);
  }, [shell, session]);
  const visits = startable(shown.visits, serverNow(shown.phone, now));
  const requests = useRequests();
  return (
    <>
      <StatusCard tone="calm" title={text.status.nobody}>
        <p>{text.status.nobodyHint}</p>
      </StatusCard>
      {shown.phone.me?.codesSet === false ? (
        <Alert tone="warning">
          <p className="utrecht-paragraph">{text.codes.needed}</p>
          <Button onClick={() => go('codes')}>{text.codes.choose}</Button>
        </Alert>
      ) : null}
      <Requests {...requests} />
      <Heading level={2}>{text.start.planned}</Heading>
      {visits.length === 0 ? <NoVisits /> : null}
      <ul className="aw-visits">
        {visits.map((visit) => (
          <PlannedVisit key={visit.id} visit={visit} />
        ))}
      </ul>
      <Button
        look={visits.length === 0 ? 'primary' : 'secondary'}
        large
        onClick={() => go('start')}
      >
        {text.start.adHoc}
      </Button>
      <NotHere requests={requests} anyVisits={visits.length > 0} />
      <ul className="aw-visits__more" aria-label={text.start.more}>
        {MORE.map(([route, title]) => (
          <li key={route}>
            <Button className="aw-visits__other" onClick={() => go(route)}>
              {title(text)}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

function NoVisits() {
  const { visitsAnswer } = useApp().shown;
  const text = useText();
  if (visitsAnswer !== null && visitsAnswer.kind !== 'ok') return null;
  return (
    <p className="utrecht-paragraph" role="status">
      {visitsAnswer === null ? text.load.loading : text.start.noPlanned}
    </p>
  );
}

interface NotHereProps {
  readonly requests: RequestsParts;
  readonly anyVisits: boolean;
}

/** What did not come; below the buttons that start a watch, which it may not move under a thumb. */
function NotHere({ requests: { asked }, anyVisits }: NotHereProps) {
  const { shell, shown } = useApp();
  const text = useText();
  const sayKept = useSayKept();
  const { visitsAnswer, phone } = shown;
  const visitsFailed = visitsAnswer?.kind === 'ok' ? null : visitsAnswer;
  const failed = visitsFailed ?? asked.failed;
  if (failed === null) return null;
  const words = [whyNot(text, failed)];
  if (visitsFailed !== null) {
    words.push(anyVisits ? sayKept(phone.visitsHeardAtMs, text.start.kept) : text.start.missing);
  }
  if (asked.failed !== null) {
    words.push(asked.value === null ? text.prepare.requestsMissing : text.load.stale);
  }
  return (
    <NotLoaded
      tone="warning"
      urgent={false}
      words={words.join(' ')}
      again={async () => void (await Promise.all([shell.refresh(), asked.again()]))}
    />
  );
}

function PlannedVisit({ visit }: { readonly visit: Visit }) {
  const { shell, shown, settings } = useApp();
  const text = useText();
  const act = useAct();
  const from = clockTime(Date.parse(visit.plannedStartAt));
  const until = clockTime(Date.parse(visit.plannedEndAt));
  const start = () =>
    act({
      kind: 'start',
      watchId: visit.watchId ?? shell.newWatchId(),
      watch: watchFromVisit(visit, serverNow(shown.phone, Date.now())),
    });
  return (
    <li className="aw-visits__visit">
      <div className="aw-visits__facts aw-visits__facts--wide">
        <strong>{text.start.until(from, until)}</strong>
        <span>{settings.discreet ? text.start.hidden : visit.place.address}</span>
        {visit.highRisk ? <span className="aw-visits__risk">{text.start.highRisk}</span> : null}
      </div>
      <Button
        look="secondary"
        aria-label={text.prepare.openThis(from)}
        onClick={() => go('prepare', visit.id)}
      >
        {text.prepare.open}
      </Button>
      <Button look="primary" aria-label={text.start.startThis(from)} onClick={start}>
        {text.start.startShort}
      </Button>
      <Button
        look="quiet"
        className="aw-wide"
        aria-label={text.beforeLeaving.prepareThis(from)}
        onClick={() => go('before-leaving', visit.id)}
      >
        {text.beforeLeaving.title}
      </Button>
      <Late visitId={visit.id} />
    </li>
  );
}

import { useCallback, useState } from 'react';
import { Button, Heading, useLoaded, useSharedText } from '../../../shared/src/components';
import { anything } from '../../../shared/src/api/parse';
import type { ReachabilityAgreement } from '../../../shared/src/api/types';
import { clockTime } from '../../../shared/src/core/clock';
import { readable, telLink } from '../core/links';
import { serverNow } from '../core/phone';
import { watchFromAgreement } from '../core/reachability';
import { startable } from '../core/start-form';
import { readAgreements } from '../shell/agreements';
import { Agree } from './Agree';
import { notDone } from '../text';
import { ActFault } from './ActFault';
import { aboutNow, go, useAct, useApp, useNow, useText } from './app-context';
import { LoadFault } from './LoadFault';
import './call-buttons.css';
import './visits.css';

/** Outside office hours somebody can be reached, and somebody watches: agreed here. */
export function Reachable() {
  const { shell, shown } = useApp();
  const text = useText();
  const shared = useSharedText();
  const [wanted] = useState(aboutNow);
  const [said, say] = useState('');
  const now = useNow();
  const visit =
    startable(shown.visits, serverNow(shown.phone, now)).find((one) => one.id === wanted) ?? null;

  const ask = useCallback(() => readAgreements(shell.api), [shell]);
  const agreements = useLoaded(ask);

  return (
    <>
      <Heading level={1} focusOnShow>
        {text.reachable.title}
      </Heading>
      <p className="utrecht-paragraph">{text.reachable.why}</p>
      <p role="status" className="aw-said">
        {said}
      </p>
      <ul className="aw-visits">
        {(agreements.value?.items ?? []).map((agreement) => (
          <Agreed
            key={agreement.id}
            agreement={agreement}
            onEnded={() => {
              say(text.reachable.ended);
              void agreements.again();
            }}
          />
        ))}
      </ul>
      <LoadFault of={agreements} missing={text.reachable.missing} />
      <Agree
        visit={visit}
        onAgreed={(agreement) => {
          say(text.reachable.agreed(agreement.contactName, clockTime(Date.parse(agreement.until))));
          void agreements.again();
        }}
      />
      <Button look="quiet" onClick={() => go('home')}>
        {shared.back}
      </Button>
    </>
  );
}

interface AgreedProps {
  readonly agreement: ReachabilityAgreement;
  readonly onEnded: () => void;
}

function Agreed({ agreement, onEnded }: AgreedProps) {
  const { shell } = useApp();
  const text = useText();
  const [fault, setFault] = useState<string | null>(null);
  const act = useAct();
  const from = clockTime(Date.parse(agreement.from));
  const until = clockTime(Date.parse(agreement.until));
  const watch = watchFromAgreement(agreement);
  const start = () => {
    if (watch === null) return;
    act({ kind: 'start', watchId: agreement.watchId, watch });
    go('home');
  };
  const end = async (): Promise<void> => {
    const answer = await shell.api.call({
      method: 'DELETE',
      path: `/reachability-agreements/${agreement.id}`,
      schema: anything,
    });
    const isGone = answer.kind === 'ok' || (answer.kind === 'problem' && answer.status === 404);
    setFault(isGone ? null : notDone(text, answer));
    if (isGone) onEnded();
  };
  return (
    <li className="aw-visits__visit">
      <div className="aw-visits__facts">
        <strong>{text.start.until(from, until)}</strong>
        <span>{agreement.contactName}</span>
        {watch === null ? <span>{text.reachable.ofVisit}</span> : null}
      </div>
      <a className="aw-calls__call" href={telLink(agreement.phone)}>
        {text.line.call(readable(agreement.phone))}
      </a>
      {watch === null ? null : (
        <Button look="primary" onClick={start}>
          {text.start.go}
        </Button>
      )}
      <Button onClick={() => void end()}>{text.reachable.end}</Button>
      <ActFault words={fault} />
    </li>
  );
}

import { useState } from 'react';
import { Button, Heading } from '../../../shared/src/components';
import type { MeasureRequest } from '../../../shared/src/api/types';
import { clockTime } from '../../../shared/src/core/clock';
import { serverNow } from '../core/phone';
import { watchAlong } from '../core/start-form';
import { notDone, type WorkerText } from '../text';
import { ActFault } from './ActFault';
import { go, useAct, useApp, useText } from './app-context';
import type { Requests as RequestsParts } from './use-preparation';
import './visits.css';

/** What colleagues asked of me: come along, or be the standby. */
export function Requests({ asked, answer }: RequestsParts) {
  const { settings } = useApp();
  const text = useText();
  const requests = asked.value?.items ?? [];
  if (requests.length === 0) return null;
  return (
    <>
      <Heading level={2}>{text.prepare.requests}</Heading>
      <ul className="aw-visits">
        {requests.map((request) => (
          <li key={`${request.visitId} ${request.measure}`} className="aw-visits__visit">
            <div className="aw-visits__facts">
              <strong>{titleOf(text, request)}</strong>
              <span>{whenOf(text, request)}</span>
              <span>{settings.discreet ? text.start.hidden : request.place.address}</span>
            </div>
            <Buttons request={request} answer={answer} />
          </li>
        ))}
      </ul>
    </>
  );
}

interface ButtonsProps {
  readonly request: MeasureRequest;
  readonly answer: RequestsParts['answer'];
}

function Buttons({ request, answer }: ButtonsProps) {
  const { shown } = useApp();
  const text = useText();
  const act = useAct();
  const [fault, setFault] = useState<string | null>(null);
  const { watchId } = request;
  const say = async (path: string, body: unknown): Promise<void> => {
    const told = await answer(request, path, body);
    setFault(told.kind === 'ok' ? null : notDone(text, told));
  };
  if (request.accepted) {
    return (
      <>
        {watchId === null ? null : (
          <>
            <Button look="secondary" onClick={() => go('prepare', request.visitId)}>
              {text.prepare.open}
            </Button>
            <Button
              look="primary"
              onClick={() => {
                const watch = watchAlong(request, serverNow(shown.phone, Date.now()));
                act({ kind: 'start', watchId, watch });
              }}
            >
              {text.start.startShort}
            </Button>
          </>
        )}
        <Button look="quiet" onClick={() => void say('/withdrawals', {})}>
          {text.prepare.cannot}
        </Button>
        <ActFault words={fault} />
      </>
    );
  }
  return (
    <>
      <Button look="primary" onClick={() => void say('/answers', { accepts: true })}>
        {text.prepare.yes}
      </Button>
      <Button look="secondary" onClick={() => void say('/answers', { accepts: false })}>
        {text.prepare.no}
      </Button>
      <ActFault words={fault} />
    </>
  );
}

function titleOf(text: WorkerText, request: MeasureRequest): string {
  const { workerName, accepted } = request;
  if (request.measure === 'DUO') {
    return accepted ? text.prepare.goAlong(workerName) : text.prepare.asksAlong(workerName);
  }
  return accepted ? text.prepare.standsBy(workerName) : text.prepare.asksStandby(workerName);
}

function whenOf(text: WorkerText, request: MeasureRequest): string {
  const from = clockTime(Date.parse(request.plannedStartAt));
  return text.start.until(from, clockTime(Date.parse(request.plannedEndAt)));
}

import { useRef, useState } from 'react';
import type { ApiAnswer } from '../../../shared/src/api/answer';
import type { NewDrill } from '../../../shared/src/api/types';
import type { Alarm } from '../core/model';
import { sayNumber } from '../core/say-number';
import { alarmOrder, drillOrder, type AlarmAct, type Order } from '../shell/desk-api';
import { useSeat, useTexts } from './room-context';
import type { Texts } from '../text';

/** One act under way: what went wrong with it, and how to try the very same act again. */
export interface Act {
  readonly busy: boolean;
  readonly fault: string | null;
  /** True when trying the same again may help. */
  readonly canRetry: boolean;
  readonly send: (act: AlarmAct) => Promise<boolean>;
  readonly retry: () => Promise<boolean>;
  readonly forget: () => void;
}

/** Acts on one alarm. The screen shows only what the server confirmed. */
export function useAct(alarmId: string): Act {
  const { room } = useSeat();
  const sender = useSender();
  return {
    ...sender,
    send: async (act) =>
      (await sender.post(alarmOrder(alarmId, act, room.line.serverOffsetMs()))) !== null,
    retry: async () => (await sender.again()) !== null,
  };
}

export interface DrillAct extends Omit<Act, 'send' | 'retry'> {
  readonly start: (drill: NewDrill) => Promise<Alarm | null>;
}

export function useDrill(): DrillAct {
  const sender = useSender();
  return { ...sender, start: (drill) => sender.post(drillOrder(drill)) };
}

function useSender() {
  const { room } = useSeat();
  const t = useTexts();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [canRetry, setCanRetry] = useState(false);
  const last = useRef<Order | null>(null);

  const post = async (order: Order): Promise<Alarm | null> => {
    last.current = order;
    setBusy(true);
    setFault(null);
    const answer = await room.api.send(order);
    setBusy(false);
    if (answer.kind === 'ok') {
      room.line.take(answer.value);
      return answer.value;
    }
    setFault(faultText(answer, t));
    setCanRetry(mayHelpAgain(answer));
    return null;
  };
  return {
    busy,
    fault,
    canRetry,
    post,
    again: async () => (last.current === null ? null : post(last.current)),
    forget: () => setFault(null),
  };
}

function mayHelpAgain(answer: ApiAnswer<unknown>): boolean {
  return answer.kind === 'unreachable' || (answer.kind === 'problem' && answer.status >= 500);
}

/** What an act was refused with: the words for it, and the stable words behind it. */
export interface Refused {
  readonly text: string;
  readonly codes: readonly string[];
}

export function refusedOf(answer: ApiAnswer<unknown>, t: Texts): Refused {
  const errors = answer.kind === 'problem' ? (answer.problem.errors ?? []) : [];
  return { text: faultText(answer, t), codes: errors.map(({ code }) => code) };
}

/** What went wrong and what to do now; never only a code. */
export function faultText(answer: ApiAnswer<unknown>, t: Pick<Texts, 'faults'>): string {
  if (answer.kind === 'unreachable') {
    return t.faults.unreachable;
  }
  if (answer.kind !== 'problem') {
    return t.faults.other;
  }
  switch (answer.status) {
    case 401:
      return t.faults.signedOut;
    case 403:
      return t.faults.notAllowed;
    case 404:
      return t.faults.notFound;
    case 409:
      return t.faults.conflict;
    case 503: {
      const phone = answer.problem.callInstead ?? null;
      return phone === null
        ? t.faults.busy
        : `${t.faults.busy} ${t.faults.callInstead(sayNumber(phone))}`;
    }
    default:
      return t.faults.other;
  }
}

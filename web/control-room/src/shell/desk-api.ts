import type { ApiAnswer } from '../../../shared/src/api/answer';
import type { Api } from '../../../shared/src/api/client';
import { anything } from '../../../shared/src/api/parse';
import type {
  Made,
  NewDrill,
  PushSubscription as PushAddress,
} from '../../../shared/src/api/types';
import { uuidv7 } from '../../../shared/src/core/ids';
import type { Alarm, AlarmPage, Assurance, Board, Closure } from '../core/model';
import { ownNowMs } from './own-clock';
import {
  alarmPageSchema,
  alarmSchema,
  assuranceSchema,
  boardSchema,
  pushKeySchema,
} from '../../../shared/src/api/parse-board';

/** What a person at the desk can do to an alarm; each act is a sub-resource of the alarm. */
export type AlarmAct =
  | { readonly kind: 'acknowledgements' }
  | { readonly kind: 'updates'; readonly text: string; readonly arrived?: true }
  | { readonly kind: 'hand-overs'; readonly toPersonId: string }
  | { readonly kind: 'hand-over-answers'; readonly accepted: boolean }
  | { readonly kind: 'escalations'; readonly seenStep: number }
  | { readonly kind: 'script-ticks'; readonly number: number; readonly ticked: boolean }
  | ({ readonly kind: 'closures' } & Closure);

/** An order that may be sent more than once and still counts once. */
export interface Order {
  readonly path: string;
  readonly key: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Everything the control room asks of the server. */
export interface DeskApi {
  board(): Promise<ApiAnswer<Board>>;
  assurance(): Promise<ApiAnswer<Assurance>>;
  alarm(alarmId: string): Promise<ApiAnswer<AlarmPage>>;
  send(order: Order): Promise<ApiAnswer<Alarm>>;
  pushKey(): Promise<ApiAnswer<{ publicKey: string }>>;
  addPushAddress(address: PushAddress): Promise<ApiAnswer<unknown>>;
}

export function deskApi(api: Api): DeskApi {
  const get = { method: 'GET' } as const;
  return {
    board: () => api.call({ ...get, path: '/board', schema: boardSchema }),
    assurance: () => api.call({ ...get, path: '/assurance', schema: assuranceSchema }),
    alarm: (id) => api.call({ ...get, path: `/alarms/${id}`, schema: alarmPageSchema }),
    send: ({ path, key, body }) =>
      api.call({ method: 'POST', path, body, idempotencyKey: key, schema: alarmSchema }),
    pushKey: () => api.call({ ...get, path: '/push-key', schema: pushKeySchema }),
    addPushAddress: (body) =>
      api.call({ method: 'POST', path: '/me/push-subscriptions', body, schema: anything }),
  };
}

/** The order is made once; sending it again after a broken line carries the same key and body. */
export function alarmOrder(alarmId: string, act: AlarmAct, serverOffsetMs: number): Order {
  const { kind, ...body } = act;
  return {
    path: `/alarms/${alarmId}/${kind}`,
    key: newKey(),
    body: { ...body, made: madeNow(serverOffsetMs) },
  };
}

export function drillOrder(drill: NewDrill): Order {
  return { path: '/drills', key: newKey(), body: drill };
}

function madeNow(serverOffsetMs: number): Made {
  const now = ownNowMs();
  return { madeAt: new Date(now).toISOString(), clockOffsetMillis: -Math.round(serverOffsetMs) };
}

function newKey(): string {
  return uuidv7(ownNowMs(), crypto.getRandomValues(new Uint8Array(10)));
}

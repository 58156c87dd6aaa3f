import { assertNever } from '../../../shared/src/core/assert-never';
import type { Me, WorkerWatch } from '../../../shared/src/api/types';
import { needsNoSession, type ActKind } from './act';
import { EMPTY_OUTBOX, type Outbox } from './outbox';

/** Everything the phone knows. Times are the phone's own clock unless they say otherwise. */
export interface Phone {
  /** Who signed in last, with the numbers to call; kept when the session ends. */
  readonly me: Me | null;
  /** Leaving: signed out here, and the server has not heard so yet. */
  readonly session: 'in' | 'out' | 'unknown' | 'leaving';
  /** The watch as the server last told it: never what the worker hopes for. */
  readonly watch: WorkerWatch | null;
  readonly heardAtMs: number | null;
  /** When the visits that are kept here were last told. */
  readonly visitsHeardAtMs: number | null;
  readonly outbox: Outbox;
  /** What became of the latest acts, oldest first. */
  readonly settled: readonly Settled[];
  /** Ids of watches and acts whose outcome the worker has seen and closed. */
  readonly putAway: readonly string[];
  /** Phone clock minus server clock, when last compared. */
  readonly clockOffsetMs: number | null;
  readonly line: Line;
}

/** Whether the server could be reached when it was last tried. */
export type Line =
  | { readonly kind: 'untried' }
  | { readonly kind: 'open' }
  | { readonly kind: 'unreachable'; readonly sinceMs: number }
  /** It answered that it cannot take anything now. */
  | { readonly kind: 'away'; readonly sinceMs: number; readonly callInstead: string | null };

export interface Settled {
  readonly id: string;
  readonly kind: ActKind;
  readonly watchId: string | null;
  readonly madeAtMs: number;
  readonly settledAtMs: number;
  readonly outcome:
    /** `counted` is false when the server stored it but does not know who sent it. */
    | { readonly kind: 'confirmed'; readonly counted: boolean }
    | {
        readonly kind: 'refused';
        readonly status: number;
        /** A stable word for the reason; `detail` says it in the server's own language. */
        readonly code: string;
        readonly detail: string;
      };
}

export const NEW_PHONE: Phone = {
  me: null,
  session: 'unknown',
  watch: null,
  heardAtMs: null,
  visitsHeardAtMs: null,
  outbox: EMPTY_OUTBOX,
  settled: [],
  putAway: [],
  clockOffsetMs: null,
  line: { kind: 'untried' },
};

export type PhoneEvent =
  | { readonly kind: 'signed-in'; readonly me: Me }
  | { readonly kind: 'sign-out-wanted' }
  | { readonly kind: 'signed-out' }
  /** `watch` is null when the server says that nobody is watched. */
  | {
      readonly kind: 'watch-heard';
      readonly watch: WorkerWatch | null;
      readonly heardAtMs: number;
      readonly clockOffsetMs: number;
    }
  | { readonly kind: 'visits-heard'; readonly heardAtMs: number }
  | { readonly kind: 'outbox-changed'; readonly outbox: Outbox }
  | { readonly kind: 'settled'; readonly settled: Settled }
  | { readonly kind: 'put-away'; readonly id: string }
  | { readonly kind: 'line-open' }
  | { readonly kind: 'line-unreachable'; readonly nowMs: number }
  | { readonly kind: 'line-away'; readonly nowMs: number; readonly callInstead: string | null };

const REMEMBERED = 20;

/** Pure: how knowledge grows. */
export function nextPhone(phone: Phone, event: PhoneEvent): Phone {
  switch (event.kind) {
    case 'signed-in':
      return { ...ownPhone(phone, event.me), me: event.me, session: 'in' };
    case 'sign-out-wanted':
      return { ...phone, session: 'leaving' };
    case 'signed-out':
      return { ...phone, session: 'out' };
    case 'watch-heard':
      return {
        ...phone,
        watch: placeless(newest(phone, event.watch)),
        heardAtMs: event.heardAtMs,
        clockOffsetMs: event.clockOffsetMs,
      };
    case 'visits-heard':
      return { ...phone, visitsHeardAtMs: event.heardAtMs };
    case 'outbox-changed':
      return { ...phone, outbox: event.outbox };
    case 'settled':
      return { ...phone, settled: [...phone.settled, event.settled].slice(-REMEMBERED) };
    case 'put-away':
      return { ...phone, putAway: [...phone.putAway, event.id].slice(-REMEMBERED) };
    case 'line-open':
      return phone.line.kind === 'open' ? phone : { ...phone, line: { kind: 'open' } };
    case 'line-unreachable':
      return { ...phone, line: { kind: 'unreachable', sinceMs: since(phone.line, event.nowMs) } };
    case 'line-away': {
      const { callInstead } = event;
      const sinceMs = since(phone.line, event.nowMs);
      return { ...phone, line: { kind: 'away', sinceMs, callInstead } };
    }
    default:
      return assertNever(event);
  }
}

/** When another person signs in, nothing of the one before may go out in the new name. */
function ownPhone(phone: Phone, me: Me): Phone {
  if (phone.me === null || phone.me.id === me.id) return phone;
  const provenByItself = phone.outbox.items.filter((item) => needsNoSession(item.kind));
  return {
    ...NEW_PHONE,
    clockOffsetMs: phone.clockOffsetMs,
    line: phone.line,
    outbox: { items: provenByItself },
  };
}

/** Whether somebody used this phone and is signed in no more. */
export function isSignedOut(phone: Phone): boolean {
  return phone.me !== null && (phone.session === 'out' || phone.session === 'leaving');
}

/** Answers may overtake each other; an older version of the same watch changes nothing. */
function newest(phone: Phone, heard: WorkerWatch | null): WorkerWatch | null {
  const known = phone.watch;
  // Once a watch is over the server has no watch to tell of; its ending stays until it is put away.
  if (heard === null) return known !== null && known.state === 'closed' ? known : null;
  return known !== null && known.id === heard.id && known.version > heard.version ? known : heard;
}

/** Once a watch is over the phone forgets where it was, and what for. */
function placeless(watch: WorkerWatch | null): WorkerWatch | null {
  return watch?.state === 'closed' ? { ...watch, place: null, purpose: null } : watch;
}

function since(line: Line, nowMs: number): number {
  return line.kind === 'unreachable' || line.kind === 'away' ? line.sinceMs : nowMs;
}

/** The number to call when the app can't help: what the server said, else the standby on duty. */
export function numberToCall(phone: Phone): string | null {
  const said = phone.line.kind === 'away' ? phone.line.callInstead : null;
  const onDuty = phone.me?.standbys.find((standby) => standby.phone !== null);
  return said ?? phone.watch?.standby?.phone ?? onDuty?.phone ?? null;
}

/** Now, by the server's clock, as far as known. */
export function serverNow(phone: Phone, nowMs: number): number {
  return nowMs - (phone.clockOffsetMs ?? 0);
}

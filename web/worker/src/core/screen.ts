import type { WorkerWatch } from '../../../shared/src/api/types';
import type { ActKind } from './act';
import type { Item } from './outbox';
import { serverNow, type Phone, type Settled } from './phone';

/**
 * The one thing the opening screen says. It is decided from what the server confirmed; what is still
 * under way is shown as under way.
 */
export type Screen =
  | { readonly kind: 'nobody-watching' }
  | { readonly kind: 'start-waiting'; readonly start: Item }
  | { readonly kind: 'start-refused'; readonly start: Settled }
  | { readonly kind: 'watched'; readonly watch: WorkerWatch; readonly dueAtMs: number | null }
  /** The sign is late. `saidByServer` is false when only the phone's own clock says so. */
  | {
      readonly kind: 'overdue';
      readonly watch: WorkerWatch;
      readonly alarmAtMs: number | null;
      readonly saidByServer: boolean;
    }
  /** By the clock the alarm has gone off, but the server has not been heard since. */
  | { readonly kind: 'probably-alarmed'; readonly watch: WorkerWatch; readonly alarmAtMs: number }
  | { readonly kind: 'alarm'; readonly watch: WorkerWatch | null; readonly help: Proof }
  | { readonly kind: 'ended'; readonly watch: WorkerWatch };

export type Refusal = Extract<Settled['outcome'], { kind: 'refused' }>;

/** What the server said about the worker's last act. */
export type Proof =
  | { readonly kind: 'nothing-sent' }
  | { readonly kind: 'waiting'; readonly item: Item }
  | { readonly kind: 'confirmed'; readonly settled: Settled; readonly counted: boolean }
  | { readonly kind: 'refused'; readonly settled: Settled; readonly refusal: Refusal };

/** Pure. `nowMs` is the phone's clock. */
export function screenOf(phone: Phone, nowMs: number): Screen {
  const help = proofOfHelp(phone);
  const watch = phone.watch;
  if (help.kind === 'waiting') return { kind: 'alarm', watch, help };
  if (watch?.state === 'alarmed') return { kind: 'alarm', watch, help };
  const noWatchToSayMore = watch === null || (help.kind === 'confirmed' && isLoose(help.settled));
  if (help.kind === 'confirmed' && noWatchToSayMore) return { kind: 'alarm', watch: null, help };
  if (watch === null || watch.state === 'closed' || watch.state === 'planned') {
    return withoutWatch(phone, watch);
  }
  return underWatch(watch, serverNow(phone, nowMs));
}

function withoutWatch(phone: Phone, watch: WorkerWatch | null): Screen {
  const start = phone.outbox.items.find((item) => item.kind === 'start');
  if (start !== undefined) return { kind: 'start-waiting', start };
  const last = phone.settled.filter((settled) => settled.kind === 'start').at(-1);
  if (last?.outcome.kind === 'refused' && !phone.putAway.includes(last.id)) {
    return { kind: 'start-refused', start: last };
  }
  if (watch?.state === 'closed' && !phone.putAway.includes(watch.id)) {
    return { kind: 'ended', watch };
  }
  return { kind: 'nobody-watching' };
}

function underWatch(watch: WorkerWatch, serverNowMs: number): Screen {
  const dueAtMs = msOf(watch.dueAt);
  const alarmAtMs = msOf(watch.alarmAt);
  if (alarmAtMs !== null && serverNowMs >= alarmAtMs) {
    return { kind: 'probably-alarmed', watch, alarmAtMs };
  }
  const saidByServer = watch.state === 'overdue';
  if (saidByServer || (dueAtMs !== null && serverNowMs >= dueAtMs)) {
    return { kind: 'overdue', watch, alarmAtMs, saidByServer };
  }
  return { kind: 'watched', watch, dueAtMs };
}

/** The latest call for help that has not been put away. */
function proofOfHelp(phone: Phone): Proof {
  const item = phone.outbox.items.filter((waiting) => waiting.kind === 'panic').at(-1);
  if (item !== undefined) return { kind: 'waiting', item };
  const settled = phone.settled.filter((done) => done.kind === 'panic').at(-1);
  if (settled === undefined || isPutAway(phone, settled)) return { kind: 'nothing-sent' };
  return proofIn(settled);
}

function isPutAway(phone: Phone, settled: Settled): boolean {
  return [settled.id, settled.watchId].some((id) => id !== null && phone.putAway.includes(id));
}

/** A call for help outside any watch: only the worker can take it off the screen. */
function isLoose(settled: Settled): boolean {
  return settled.watchId === null;
}

/** What became of the last act of the worker for this watch; positions go by themselves. */
export function lastActOf(phone: Phone, watchId: string): Proof {
  const waiting = phone.outbox.items
    .filter((item) => item.watchId === watchId && item.kind !== 'position')
    .at(-1);
  if (waiting !== undefined) return { kind: 'waiting', item: waiting };
  const settled = phone.settled
    .filter((done) => done.watchId === watchId && done.kind !== 'position')
    .at(-1);
  return settled === undefined ? { kind: 'nothing-sent' } : proofIn(settled);
}

function proofIn(settled: Settled): Proof {
  const { outcome } = settled;
  return outcome.kind === 'confirmed'
    ? { kind: 'confirmed', settled, counted: outcome.counted }
    : { kind: 'refused', settled, refusal: outcome };
}

/** What became of the latest act of this kind, when that was a no that nobody has put away yet. */
export function lastRefusal(
  phone: Phone,
  kind: ActKind,
): Extract<Proof, { kind: 'refused' }> | null {
  const isSentAgain = phone.outbox.items.some((item) => item.kind === kind);
  const settled = phone.settled.filter((done) => done.kind === kind).at(-1);
  if (isSentAgain || settled === undefined || isPutAway(phone, settled)) return null;
  const proof = proofIn(settled);
  return proof.kind === 'refused' ? proof : null;
}

const FRESH_FOR_MS = 90_000;

/** How old the knowledge on the screen is; null while it is fresh. */
export function staleSince(phone: Phone, nowMs: number): number | null {
  if (phone.heardAtMs === null || nowMs - phone.heardAtMs <= FRESH_FOR_MS) return null;
  return phone.heardAtMs;
}

export function msOf(moment: string | null): number | null {
  return moment === null ? null : Date.parse(moment);
}

import { assertNever } from '../../../shared/src/core/assert-never';
import { needsNoSession, pathOf, type ActKind } from './act';

/** One act on its way to the server. */
export interface Item {
  /** The id of the act, sent as Idempotency-Key: however often it is sent, it counts once. */
  readonly id: string;
  /** The order in which acts were made. */
  readonly seq: number;
  readonly kind: ActKind;
  readonly watchId: string | null;
  readonly path: string;
  readonly body: unknown;
  readonly madeAtMs: number;
  /** Carries a code: kept in memory only. */
  readonly secret: boolean;
  readonly attempts: number;
  readonly notBeforeMs: number;
  /** The server asked who we are; it waits until somebody has signed in again. */
  readonly held: boolean;
}

export interface Outbox {
  readonly items: readonly Item[];
}

export type OutboxEvent =
  | { readonly kind: 'made'; readonly item: Item }
  | { readonly kind: 'delivered'; readonly id: string; readonly realWatchId: string | null }
  | { readonly kind: 'refused'; readonly id: string }
  /** Not now. `waitMs` is what the server asked for; `chance` lies between 0 and 1. */
  | {
      readonly kind: 'failed';
      readonly id: string;
      readonly nowMs: number;
      readonly waitMs: number | null;
      readonly chance: number;
      /** The server did not take a call for help under this watch: try the door that asks nothing. */
      readonly withoutWatch: boolean;
    }
  | { readonly kind: 'held'; readonly id: string }
  | { readonly kind: 'signed-in' }
  /** The network is back: nothing waits for its turn any longer. */
  | { readonly kind: 'woken' };

export const EMPTY_OUTBOX: Outbox = { items: [] };

/** Pure: the store keeps the result, `sender.ts` in the shell does the sending. */
export function nextOutbox(outbox: Outbox, event: OutboxEvent): Outbox {
  switch (event.kind) {
    case 'made':
      return { items: [...outbox.items, event.item] };
    case 'delivered':
      return delivered(outbox, event.id, event.realWatchId);
    case 'refused':
      return refused(outbox, event.id);
    case 'failed':
      return changed(outbox, event.id, (item) => ({
        ...item,
        attempts: item.attempts + 1,
        path: event.withoutWatch ? '/panics' : item.path,
        notBeforeMs: event.nowMs + (event.waitMs ?? pause(item, event.chance)),
      }));
    case 'held':
      return changed(outbox, event.id, (item) => ({
        ...item,
        attempts: item.attempts + 1,
        held: true,
      }));
    case 'signed-in':
      return { items: outbox.items.map((item) => ({ ...item, held: false, notBeforeMs: 0 })) };
    case 'woken':
      return { items: outbox.items.map((item) => ({ ...item, notBeforeMs: 0 })) };
    default:
      return assertNever(event);
  }
}

export type Turn =
  | { readonly kind: 'send'; readonly item: Item }
  | { readonly kind: 'wait'; readonly untilMs: number }
  | { readonly kind: 'rest' };

/**
 * Two lanes, so that a call for help never waits for the answer to anything else. In the ordinary lane
 * the acts of one watch go in order; what is held for want of a session lets signs of life and departures
 * pass, except a start: the server cannot place a sign of a watch it does not know.
 */
export type Lane = 'help' | 'ordinary';

export function nextTurn(outbox: Outbox, lane: Lane, nowMs: number): Turn {
  const inLane = outbox.items.filter((item) => laneOf(item.kind) === lane).sort(inOrder);
  const open = lane === 'help' ? inLane : fronts(inLane);
  const first = open.find((item) => item.notBeforeMs <= nowMs);
  if (first !== undefined) return { kind: 'send', item: first };
  if (open.length === 0) return { kind: 'rest' };
  return { kind: 'wait', untilMs: Math.min(...open.map((item) => item.notBeforeMs)) };
}

function laneOf(kind: ActKind): Lane {
  return kind === 'panic' ? 'help' : 'ordinary';
}

/** The acts that may go now or as soon as their pause is over. */
function fronts(items: readonly Item[]): readonly Item[] {
  const blocked = new Set<string | null>();
  const onlyUrgent = new Set<string | null>();
  const open: Item[] = [];
  for (const item of items) {
    if (blocked.has(item.watchId)) continue;
    if (item.held) {
      (item.kind === 'start' ? blocked : onlyUrgent).add(item.watchId);
    } else if (!onlyUrgent.has(item.watchId) || needsNoSession(item.kind)) {
      open.push(item);
      blocked.add(item.watchId);
    }
  }
  return open;
}

function delivered(outbox: Outbox, id: string, realWatchId: string | null): Outbox {
  const gone = outbox.items.find((item) => item.id === id);
  const rest = outbox.items.filter((item) => item.id !== id);
  if (gone === undefined || gone.kind !== 'start' || realWatchId === null) return { items: rest };
  // The server may know the planned watch by another name than the phone gave it.
  return {
    items: rest.map((item) =>
      item.watchId === gone.watchId && item.path !== '/panics'
        ? { ...item, watchId: realWatchId, path: pathOf(item.kind, realWatchId) }
        : item,
    ),
  };
}

/** With a refused start nothing of that watch can be placed any more; a call for help still can. */
function refused(outbox: Outbox, id: string): Outbox {
  const gone = outbox.items.find((item) => item.id === id);
  const rest = outbox.items.filter((item) => item.id !== id);
  if (gone === undefined || gone.kind !== 'start') return { items: rest };
  return {
    items: rest
      .filter((item) => item.watchId !== gone.watchId || item.kind === 'panic')
      .map((item) => (item.watchId === gone.watchId ? { ...item, path: '/panics' } : item)),
  };
}

function changed(outbox: Outbox, id: string, change: (item: Item) => Item): Outbox {
  return { items: outbox.items.map((item) => (item.id === id ? change(item) : item)) };
}

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_OF_PANIC_MS = 4000;

/** Doubles with each try, up to a limit, and spreads so that phones do not all return at once. */
function pause(item: Item, chance: number): number {
  const longest = item.kind === 'panic' ? LONGEST_PAUSE_OF_PANIC_MS : LONGEST_PAUSE_MS;
  const full = Math.min(longest, FIRST_PAUSE_MS * 2 ** Math.min(item.attempts, 10));
  return full / 2 + (full / 2) * chance;
}

function inOrder(one: Item, other: Item): number {
  return one.seq - other.seq;
}

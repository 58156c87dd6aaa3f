import type { Api } from '../../../shared/src/api/client';
import { actAnswerSchema } from '../../../shared/src/api/parse-worker';
import { nextOutbox, nextTurn, type Item, type Lane, type OutboxEvent } from '../core/outbox';
import type { Phone, PhoneEvent, Settled } from '../core/phone';
import { verdictOn, type Verdict } from '../core/verdict';
import type { Lock } from './lock';
import type { Store } from './store';

/** What the sender needs from where it runs: the page or the service worker. */
export interface SenderParts {
  readonly store: Store;
  readonly api: Api;
  readonly now: () => number;
  readonly chance: () => number;
  /** Something changed that a screen may want to show. */
  readonly onChange: () => void;
  /** The server asks who we are: find out whether the session still holds. */
  readonly onHeld: () => void;
  /** Acts that carry a code: in memory of the page only. */
  readonly secrets: Secrets;
  readonly lock: Lock;
}

/** Acts that may not be written down. */
export interface Secrets {
  items(): readonly Item[];
  keep(items: readonly Item[]): void;
}

export function newSecrets(): Secrets {
  let kept: readonly Item[] = [];
  return {
    items: () => kept,
    keep: (items) => {
      kept = items;
    },
  };
}

export interface Sender {
  /**
   * Sends what may be sent now, in order. Page and service worker take turns by a lock, so nothing is
   * sent twice at a time; calls for help have a lane, and a lock, of their own.
   *
   * @returns when to come back, or null when nothing waits
   */
  flush(lane: Lane): Promise<number | null>;
}

const TIMEOUT_MS: Readonly<Record<Lane, number>> = { help: 5000, ordinary: 8000 };
/** No loop without a limit; what is left goes with the next flush. */
const AT_MOST = 100;

export function createSender(parts: SenderParts): Sender {
  return {
    flush: (lane) => parts.lock(`achterwacht-${lane}`, () => drain(parts, lane)),
  };
}

async function drain(parts: SenderParts, lane: Lane): Promise<number | null> {
  for (let sent = 0; sent < AT_MOST; sent++) {
    const phone = withSecrets(await parts.store.read(), parts.secrets);
    const turn = nextTurn(phone.outbox, lane, parts.now());
    if (turn.kind === 'rest') return null;
    if (turn.kind === 'wait') return turn.untilMs;
    await sendOne(parts, turn.item, lane);
    parts.onChange();
  }
  return parts.now();
}

async function sendOne(parts: SenderParts, item: Item, lane: Lane): Promise<void> {
  const watchKey = item.watchId === null ? null : await parts.store.watchKey(item.watchId);
  const sentAtMs = parts.now();
  const answer = await parts.api.call({
    method: 'POST',
    path: item.path,
    body: item.body,
    schema: actAnswerSchema,
    idempotencyKey: item.id,
    watchKey,
    timeoutMs: TIMEOUT_MS[lane],
  });
  const heardAtMs = parts.now();
  const verdict = verdictOn(item, answer);
  if (verdict.kind === 'delivered' && verdict.watch !== null && verdict.watch.watchKey !== null) {
    await parts.store.keepWatchKey(verdict.watch.id, verdict.watch.watchKey);
  }
  const outboxEvent = outboxEventOf(item, verdict, heardAtMs, parts.chance());
  if (item.secret) {
    parts.secrets.keep(nextOutbox({ items: parts.secrets.items() }, outboxEvent).items);
  }
  await parts.store.applyTo((phone) => [
    { kind: 'outbox-changed', outbox: nextOutbox(phone.outbox, outboxEvent) },
    ...newsOf(item, verdict, sentAtMs, heardAtMs),
  ]);
  if (verdict.kind === 'held') parts.onHeld();
}

function outboxEventOf(item: Item, verdict: Verdict, nowMs: number, chance: number): OutboxEvent {
  const id = item.id;
  switch (verdict.kind) {
    case 'delivered':
      return { kind: 'delivered', id, realWatchId: verdict.watch?.id ?? null };
    case 'refused':
      return { kind: 'refused', id };
    case 'held':
      return { kind: 'held', id };
    case 'failed': {
      const { waitMs, withoutWatch } = verdict;
      return { kind: 'failed', id, nowMs, waitMs, chance, withoutWatch };
    }
  }
}

function newsOf(
  item: Item,
  verdict: Verdict,
  sentAtMs: number,
  heardAtMs: number,
): readonly PhoneEvent[] {
  switch (verdict.kind) {
    case 'delivered': {
      const outcome = { kind: 'confirmed', counted: verdict.counted } as const;
      const done = settledOf(item, verdict.watch?.id ?? item.watchId, heardAtMs, outcome);
      return [
        { kind: 'line-open' },
        done,
        ...(verdict.watch === null ? [] : [heardOf(verdict.watch, sentAtMs, heardAtMs)]),
      ];
    }
    case 'refused': {
      const { status, code, detail } = verdict;
      const outcome = { kind: 'refused', status, code, detail } as const;
      return [{ kind: 'line-open' }, settledOf(item, item.watchId, heardAtMs, outcome)];
    }
    case 'held':
      return [{ kind: 'line-open' }];
    case 'failed':
      return verdict.serverAnswered
        ? [{ kind: 'line-away', nowMs: heardAtMs, callInstead: verdict.callInstead }]
        : [{ kind: 'line-unreachable', nowMs: heardAtMs }];
  }
}

function settledOf(
  item: Item,
  watchId: string | null,
  settledAtMs: number,
  outcome: Settled['outcome'],
): PhoneEvent {
  const { id, kind, madeAtMs } = item;
  return { kind: 'settled', settled: { id, kind, watchId, madeAtMs, settledAtMs, outcome } };
}

/** The server's clock was read somewhere between sending and hearing: the middle is the best guess. */
export function heardOf(
  watch: NonNullable<Phone['watch']>,
  sentAtMs: number,
  heardAtMs: number,
): PhoneEvent {
  const clockOffsetMs = (sentAtMs + heardAtMs) / 2 - Date.parse(watch.serverTime);
  return { kind: 'watch-heard', watch, heardAtMs, clockOffsetMs };
}

export function withSecrets(phone: Phone, secrets: Secrets): Phone {
  if (secrets.items().length === 0) return phone;
  return { ...phone, outbox: { items: [...phone.outbox.items, ...secrets.items()] } };
}

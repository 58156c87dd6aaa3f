import type { ApiAnswer } from '../../../shared/src/api/answer';
import { askingAgain } from '../../../shared/src/api/asking-again';
import { createApi, type Api } from '../../../shared/src/api/client';
import { meSchema } from '../../../shared/src/api/parse';
import {
  myWatchSchema,
  visitsSchema,
  workerWatchSchema,
} from '../../../shared/src/api/parse-worker';
import type { Position, Session, Visit, Visits, WorkerWatch } from '../../../shared/src/api/types';
import { carriesCode, isoOf, type Act } from '../core/act';
import { endOfTomorrow, keptVisits } from '../core/kept-visits';
import { nextOutbox, type OutboxEvent } from '../core/outbox';
import { NEW_PHONE, serverNow, type Phone, type PhoneEvent } from '../core/phone';
import { askForSync } from './background-sync';
import { browserLock, type Lock } from './lock';
import { makeItem, newId } from './make-item';
import { createSessionLine } from './session-line';
import { createSender, newSecrets, withSecrets, type Sender } from './sender';
import { batteryPercent, whereAmI, whereIWas } from './senses';
import type { Store } from './store';
import { forgetTogether } from './together-line';
import { keptTransports } from './transports';

/** What the screens draw from. */
export interface Shown {
  /** False until the phone has read what it kept. */
  readonly ready: boolean;
  readonly phone: Phone;
  readonly visits: readonly Visit[];
  /** What came of it when the visits were last asked; null when they were not yet. */
  readonly visitsAnswer: ApiAnswer<unknown> | null;
}

export interface PhoneShell {
  /** For screens that ask the server for more than the watch; what must arrive is an act. */
  readonly api: Api;
  subscribe(listener: () => void): () => void;
  shown(): Shown;
  /** Writes the act down, then sends it; resolves once it is written down. */
  act(act: Act): Promise<void>;
  newWatchId(): string;
  putAway(id: string): Promise<void>;
  signedIn(session: Session): Promise<void>;
  signOut(): Promise<void>;
  /** Asks the server afresh; also sends what waits. */
  refresh(): Promise<void>;
}

const CHANNEL = 'achterwacht-phone';

/** On a line where even the first answer took longer, the phone shows what it kept. */
const ASK_AGAIN_WITHIN_MS = 4000;

/** The one place in the page where state changes. Screens see `shown()` and call the verbs. */
export function createPhoneShell(store: Store, lock: Lock = browserLock): PhoneShell {
  const secrets = newSecrets();
  const listeners = new Set<() => void>();
  const channel = new BroadcastChannel(CHANNEL);
  let shown: Shown = { ready: false, phone: NEW_PHONE, visits: [], visitsAnswer: null };
  let visitsAnswer: Shown['visitsAnswer'] = null;
  let csrfToken: string | null = null;
  let battery: number | null = null;
  let comeBack: ReturnType<typeof setTimeout> | null = null;

  const api = createApi({ csrfToken: () => csrfToken });
  const patientApi = askingAgain(api, ASK_AGAIN_WITHIN_MS);
  const sender: Sender = createSender({
    store,
    api,
    now: Date.now,
    chance: Math.random,
    secrets,
    lock,
    onChange: () => {
      channel.postMessage('changed');
      void show();
    },
    onHeld: () => void session.check().then((holds) => (holds ? send() : undefined)),
  });
  const keepToken = (token: string | null) => {
    csrfToken = token;
  };
  const session = createSessionLine({ api, store, secrets, keepToken, tell, changeOutbox });

  async function show(): Promise<void> {
    const phone = withSecrets(await store.read(), secrets);
    const now = serverNow(phone, Date.now());
    const visits = await store.visits((all) => keptVisits(all, now));
    shown = { ready: true, phone, visits, visitsAnswer };
    listeners.forEach((listener) => listener());
  }

  async function tell(...events: readonly PhoneEvent[]): Promise<void> {
    await store.apply(...events);
    channel.postMessage('changed');
    await show();
  }

  async function changeOutbox(event: OutboxEvent): Promise<void> {
    if (secrets.items().length > 0) {
      secrets.keep(nextOutbox({ items: secrets.items() }, event).items);
    }
    await store.applyTo((phone) => [
      { kind: 'outbox-changed', outbox: nextOutbox(phone.outbox, event) },
    ]);
  }

  async function send(): Promise<void> {
    const times = await Promise.all([sender.flush('help'), sender.flush('ordinary')]);
    const next = Math.min(...times.map((time) => time ?? Infinity));
    if (next !== Infinity) void askForSync();
    if (comeBack !== null) clearTimeout(comeBack);
    comeBack =
      next === Infinity ? null : setTimeout(() => void send(), Math.max(50, next - Date.now()));
  }

  async function askWatch(): Promise<void> {
    const sentAtMs = Date.now();
    const answer = await api.call({ method: 'GET', path: '/me/watch', schema: myWatchSchema });
    const heardAtMs = Date.now();
    if (answer.kind === 'ok') {
      const clockOffsetMs = (sentAtMs + heardAtMs) / 2 - Date.parse(answer.value.serverTime);
      const watch = answer.value.watch ?? (await howItEnded());
      await tell({ kind: 'line-open' }, { kind: 'watch-heard', watch, heardAtMs, clockOffsetMs });
    } else if (answer.kind === 'unreachable') {
      await tell({ kind: 'line-unreachable', nowMs: heardAtMs });
    } else if (answer.kind === 'problem' && answer.status === 401) {
      await tell({ kind: 'line-open' }, { kind: 'signed-out' });
    } else if (answer.kind === 'problem' && answer.status >= 500) {
      const callInstead = answer.problem.callInstead ?? null;
      await tell({ kind: 'line-away', nowMs: heardAtMs, callInstead });
    }
  }

  /** The server watches nobody any more: then the phone wants to know how its watch ended. */
  async function howItEnded(): Promise<WorkerWatch | null> {
    const known = (await store.read()).watch;
    if (known === null || known.state === 'closed' || known.state === 'planned') return null;
    const path = `/watches/${known.id}`;
    const answer = await api.call({ method: 'GET', path, schema: workerWatchSchema });
    return answer.kind === 'ok' ? answer.value : null;
  }

  async function askMeAndVisits(): Promise<void> {
    const me = await api.call({ method: 'GET', path: '/me', schema: meSchema });
    // Who signed out while this was asked stays signed out.
    if ((await store.read()).session !== 'in') return;
    if (me.kind === 'ok') await session.itIs(me.value);
    const now = serverNow(shown.phone, Date.now());
    // Later visits are asked when looked at, and not kept.
    const until = endOfTomorrow(now);
    const visits = await patientApi.call({
      method: 'GET',
      path: `/visits?mine=true&from=${isoOf(now - 12 * 3_600_000)}&until=${isoOf(until)}&pageSize=50`,
      schema: visitsSchema,
    });
    if ((await store.read()).session === 'in') await keepVisits(visits, now);
    await show();
  }

  async function keepVisits(answer: ApiAnswer<Visits>, now: number): Promise<void> {
    visitsAnswer = answer;
    if (answer.kind !== 'ok') return;
    await store.keepVisits(keptVisits(answer.value.items, now));
    await store.apply({ kind: 'visits-heard', heardAtMs: Date.now() });
  }

  async function refresh(): Promise<void> {
    if (csrfToken === null) csrfToken = (await store.session())?.csrfToken ?? null;
    void batteryPercent().then((percent) => {
      battery = percent;
    });
    await changeOutbox({ kind: 'woken' });
    await Promise.all([send(), ask()]);
  }

  async function ask(): Promise<void> {
    if (shown.phone.session !== 'in' && !(await session.check())) {
      // Who goes on without a session does so for want of a network.
      visitsAnswer = { kind: 'unreachable' };
      return show();
    }
    await askWatch();
    if (shown.phone.session === 'in') await askMeAndVisits();
  }

  channel.addEventListener('message', () => void show());

  return {
    api: patientApi,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    shown: () => shown,
    newWatchId: () => newId(Date.now()),
    async act(act) {
      const madeAtMs = Date.now();
      const [watchKey, position] = await Promise.all([
        act.watchId === null ? null : store.watchKey(act.watchId),
        positionFor(act),
      ]);
      if (act.kind === 'position' && position === null) return;
      const make = (phone: Phone) => {
        const { clockOffsetMs } = phone;
        const stamp = { madeAtMs, clockOffsetMs, batteryPercent: battery, position };
        return makeItem(act, stamp, withSecrets(phone, secrets), watchKey);
      };
      if (carriesCode(act)) {
        const item = make(await store.read());
        secrets.keep([...secrets.items(), item]);
      } else {
        await store.applyTo((phone) => {
          const outbox = nextOutbox(phone.outbox, { kind: 'made', item: make(phone) });
          return [{ kind: 'outbox-changed', outbox }];
        });
      }
      await show();
      void send();
    },
    putAway: (id) => tell({ kind: 'put-away', id }),
    async signedIn(opened) {
      visitsAnswer = null;
      await session.signedIn(opened);
      void refresh();
    },
    signOut: () => {
      forgetTogether();
      keptTransports.clear();
      return session.end();
    },
    async refresh() {
      await show();
      await refresh();
    },
  };
}

/** A call for help takes along what place is known; any other act leaves it to one of its own. */
async function positionFor(act: Act): Promise<Position | null> {
  if (act.kind === 'position') return whereAmI();
  return act.kind === 'panic' ? whereIWas() : null;
}

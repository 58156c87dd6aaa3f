import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Visit } from '../../../shared/src/api/types';
import { nextPhone, NEW_PHONE, type Phone, type PhoneEvent } from '../core/phone';

/** What the phone keeps between two openings. Page and service worker share it. */
export interface Store {
  read(): Promise<Phone>;
  /** Applies events to what is stored, in one transaction; returns what is stored then. */
  apply(...events: readonly PhoneEvent[]): Promise<Phone>;
  /** As `apply`, with the events computed from what is stored at that moment. */
  applyTo(decide: (phone: Phone) => readonly PhoneEvent[]): Promise<Phone>;
  session(): Promise<StoredSession | null>;
  keepSession(session: StoredSession | null): Promise<void>;
  watchKey(watchId: string): Promise<string | null>;
  keepWatchKey(watchId: string, key: string): Promise<void>;
  visits(): Promise<readonly Visit[]>;
  keepVisits(visits: readonly Visit[]): Promise<void>;
}

export interface StoredSession {
  readonly csrfToken: string;
  readonly expiresAt: string;
}

interface Tables extends DBSchema {
  phone: { key: 'phone'; value: Phone };
  session: { key: 'session'; value: StoredSession };
  watchKeys: { key: string; value: string };
  visits: { key: 'visits'; value: readonly Visit[] };
}

const NAME = 'achterwacht-phone';
const VERSION = 1;

/** Opens the store; where the browser keeps nothing, in memory, so that help can still be called. */
export async function openStore(): Promise<Store> {
  try {
    return storeIn(await openTables());
  } catch {
    return memoryStore();
  }
}

async function openTables(): Promise<IDBPDatabase<Tables>> {
  return openDB<Tables>(NAME, VERSION, {
    upgrade(tables) {
      tables.createObjectStore('phone');
      tables.createObjectStore('session');
      tables.createObjectStore('watchKeys');
      tables.createObjectStore('visits');
    },
    blocking(_, __, event) {
      // A newer version of the app wants the tables: let go rather than stand in its way.
      if (event.target instanceof IDBDatabase) event.target.close();
    },
  });
}

function storeIn(tables: IDBPDatabase<Tables>): Store {
  const applyTo: Store['applyTo'] = async (decide) => {
    const tx = tables.transaction('phone', 'readwrite', { durability: 'strict' });
    const stored = (await tx.store.get('phone')) ?? NEW_PHONE;
    const next = decide(stored).reduce(nextPhone, stored);
    await tx.store.put(next, 'phone');
    await tx.done;
    return next;
  };
  return {
    read: async () => (await tables.get('phone', 'phone')) ?? NEW_PHONE,
    apply: (...events) => applyTo(() => events),
    applyTo,
    session: async () => (await tables.get('session', 'session')) ?? null,
    keepSession: async (session) => {
      if (session === null) await tables.delete('session', 'session');
      else await tables.put('session', session, 'session');
    },
    watchKey: async (watchId) => (await tables.get('watchKeys', watchId)) ?? null,
    keepWatchKey: async (watchId, key) => {
      await tables.put('watchKeys', key, watchId);
    },
    visits: async () => (await tables.get('visits', 'visits')) ?? [],
    keepVisits: async (visits) => {
      await tables.put('visits', visits, 'visits');
    },
  };
}

export function memoryStore(): Store {
  let phone = NEW_PHONE;
  let session: StoredSession | null = null;
  let visits: readonly Visit[] = [];
  const keys = new Map<string, string>();
  const applyTo: Store['applyTo'] = async (decide) => {
    phone = decide(phone).reduce(nextPhone, phone);
    return phone;
  };
  return {
    read: async () => phone,
    apply: (...events) => applyTo(() => events),
    applyTo,
    session: async () => session,
    keepSession: async (kept) => {
      session = kept;
    },
    watchKey: async (watchId) => keys.get(watchId) ?? null,
    keepWatchKey: async (watchId, key) => {
      keys.set(watchId, key);
    },
    visits: async () => visits,
    keepVisits: async (kept) => {
      visits = kept;
    },
  };
}

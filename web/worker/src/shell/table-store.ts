import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Visit } from '../../../shared/src/api/types';
import { nextPhone, NEW_PHONE, type Phone } from '../core/phone';
import type { Kept } from './memory-store';
import type { Keeping, Store, StoredSession } from './store';

interface Tables extends DBSchema {
  phone: { key: 'phone'; value: Phone };
  session: { key: 'session'; value: StoredSession };
  watchKeys: { key: string; value: string };
  visits: { key: 'visits'; value: readonly Visit[] };
}

const NAME = 'achterwacht-phone';
const VERSION = 1;

/**
 * Opens the tables, which page and service worker share.
 *
 * @param kept what this page saw before: new tables begin with it, so that what waits is not lost
 * @param onLost the browser took the tables away
 */
export async function openTables(kept: Kept, onLost: () => void): Promise<IDBPDatabase<Tables>> {
  return openDB<Tables>(NAME, VERSION, {
    upgrade(tables, _, __, tx) {
      tables.createObjectStore('phone');
      tables.createObjectStore('session');
      tables.createObjectStore('watchKeys');
      tables.createObjectStore('visits');
      void tx.objectStore('phone').put(kept.phone, 'phone');
      if (kept.session !== null) void tx.objectStore('session').put(kept.session, 'session');
      kept.watchKeys.forEach((key, id) => void tx.objectStore('watchKeys').put(key, id));
      void tx.objectStore('visits').put(kept.visits, 'visits');
    },
    blocking(_, __, event) {
      // A newer version of the app wants the tables: let go rather than stand in its way.
      if (event.target instanceof IDBDatabase) event.target.close();
    },
    terminated: onLost,
  });
}

/** Keeps all in the tables, and what it saw of them in `kept`. */
export function tableStore(tables: IDBPDatabase<Tables>, kept: Kept): Store {
  const applyTo: Store['applyTo'] = async (decide) => {
    const tx = tables.transaction('phone', 'readwrite', { durability: 'strict' });
    const stored = whole(await tx.store.get('phone'));
    const next = decide(stored).reduce(nextPhone, stored);
    await tx.store.put(next, 'phone');
    await tx.done;
    kept.phone = next;
    return next;
  };
  /** Read anew: meanwhile others may have come, or all may have gone with who signed out. */
  const left = async (keeping: Keeping): Promise<readonly Visit[]> => {
    const tx = tables.transaction('visits', 'readwrite');
    const visits = keeping((await tx.store.get('visits')) ?? []);
    await tx.store.put(visits, 'visits');
    await tx.done;
    return visits;
  };
  return {
    read: async () => {
      kept.phone = whole(await tables.get('phone', 'phone'));
      return kept.phone;
    },
    apply: (...events) => applyTo(() => events),
    applyTo,
    session: async () => {
      kept.session = (await tables.get('session', 'session')) ?? null;
      return kept.session;
    },
    keepSession: async (session) => {
      if (session === null) await tables.delete('session', 'session');
      else await tables.put('session', session, 'session');
      kept.session = session;
    },
    watchKey: async (watchId) => {
      const key = (await tables.get('watchKeys', watchId)) ?? null;
      if (key !== null) kept.watchKeys.set(watchId, key);
      return key;
    },
    keepWatchKey: async (watchId, key) => {
      await tables.put('watchKeys', key, watchId);
      kept.watchKeys.set(watchId, key);
    },
    visits: async (keeping) => {
      const stored = (await tables.get('visits', 'visits')) ?? [];
      kept.visits = keeping(stored);
      if (kept.visits.length < stored.length) kept.visits = await left(keeping);
      return kept.visits;
    },
    keepVisits: async (visits) => {
      await tables.put('visits', visits, 'visits');
      kept.visits = visits;
    },
  };
}

/** What an older app kept knows less. */
function whole(stored: Partial<Phone> | undefined): Phone {
  return { ...NEW_PHONE, ...stored };
}

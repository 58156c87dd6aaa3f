import type { Visit } from '../../../shared/src/api/types';
import { nextPhone, NEW_PHONE, type Phone } from '../core/phone';
import type { Store, StoredSession } from './store';

/** All that was last seen of the store, for the day the tables are gone. */
export interface Kept {
  phone: Phone;
  session: StoredSession | null;
  visits: readonly Visit[];
  readonly watchKeys: Map<string, string>;
}

export function nothingKept(): Kept {
  return { phone: NEW_PHONE, session: null, visits: [], watchKeys: new Map() };
}

/** A store that lasts as long as the page; it starts from what was kept. */
export function memoryStore(kept: Kept): Store {
  const applyTo: Store['applyTo'] = async (decide) => {
    kept.phone = decide(kept.phone).reduce(nextPhone, kept.phone);
    return kept.phone;
  };
  return {
    read: async () => kept.phone,
    apply: (...events) => applyTo(() => events),
    applyTo,
    session: async () => kept.session,
    keepSession: async (session) => {
      kept.session = session;
    },
    watchKey: async (watchId) => kept.watchKeys.get(watchId) ?? null,
    keepWatchKey: async (watchId, key) => {
      kept.watchKeys.set(watchId, key);
    },
    visits: async (keeping) => {
      kept.visits = keeping(kept.visits);
      return kept.visits;
    },
    keepVisits: async (visits) => {
      kept.visits = visits;
    },
  };
}

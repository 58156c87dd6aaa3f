import type { Visit } from '../../../shared/src/api/types';
import type { Phone, PhoneEvent } from '../core/phone';
import { memoryStore, nothingKept } from './memory-store';
import { openTables, tableStore } from './table-store';

/** What the phone keeps between two openings. Page and service worker share it. */
export interface Store {
  read(): Promise<Phone>;
  /** Applies events to what is stored, in one transaction; returns what is stored then. */
  apply(...events: readonly PhoneEvent[]): Promise<Phone>;
  /** As `apply`, with the events computed from what is stored at that moment; may be asked twice. */
  applyTo(decide: (phone: Phone) => readonly PhoneEvent[]): Promise<Phone>;
  session(): Promise<StoredSession | null>;
  keepSession(session: StoredSession | null): Promise<void>;
  watchKey(watchId: string): Promise<string | null>;
  keepWatchKey(watchId: string, key: string): Promise<void>;
  /** The visits that `kept` lets stay; the others are forgotten, in one transaction. */
  visits(kept: Keeping): Promise<readonly Visit[]>;
  keepVisits(visits: readonly Visit[]): Promise<void>;
}

export type Keeping = (visits: readonly Visit[]) => readonly Visit[];

export interface StoredSession {
  readonly csrfToken: string;
  readonly expiresAt: string;
}

const REOPENED_WITHIN_MS = 2000;

/**
 * Opens the store. Where the browser keeps nothing, or takes the tables away while the app runs, it
 * goes on in memory with what was last seen: no button may fall dead, least of all the alarm's.
 */
export async function openStore(): Promise<Store> {
  const kept = nothingKept();
  const inMemory = async () => memoryStore(kept);
  const opened = () =>
    openTables(kept, () => {
      at = null;
    }).then((tables) => tableStore(tables, kept), inMemory);
  const reopened = () => Promise.race([opened(), later(REOPENED_WITHIN_MS).then(inMemory)]);
  let at: Promise<Store> | null = opened();

  async function doing<T>(work: (store: Store) => Promise<T>): Promise<T> {
    for (const next of [reopened, inMemory]) {
      const tried = (at ??= reopened());
      try {
        return await work(await tried);
      } catch {
        // The first one whose call fails replaces the store for everybody.
        if (at === tried) at = next();
      }
    }
    return work(await (at ??= inMemory()));
  }

  await at;
  return {
    read: () => doing((store) => store.read()),
    apply: (...events) => doing((store) => store.apply(...events)),
    applyTo: (decide) => doing((store) => store.applyTo(decide)),
    session: () => doing((store) => store.session()),
    keepSession: (session) => doing((store) => store.keepSession(session)),
    watchKey: (watchId) => doing((store) => store.watchKey(watchId)),
    keepWatchKey: (watchId, key) => doing((store) => store.keepWatchKey(watchId, key)),
    visits: (kept) => doing((store) => store.visits(kept)),
    keepVisits: (visits) => doing((store) => store.keepVisits(visits)),
  };
}

function later(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

import type { Api } from '../../../shared/src/api/client';
import { anything, sessionSchema } from '../../../shared/src/api/parse';
import type { Me, Session } from '../../../shared/src/api/types';
import type { OutboxEvent } from '../core/outbox';
import type { PhoneEvent } from '../core/phone';
import type { Secrets } from './sender';
import type { Store } from './store';

/** What keeping the session needs from the page. */
export interface SessionParts {
  readonly api: Api;
  readonly store: Store;
  readonly secrets: Secrets;
  readonly keepToken: (csrfToken: string | null) => void;
  readonly tell: (...events: readonly PhoneEvent[]) => Promise<void>;
  readonly changeOutbox: (event: OutboxEvent) => Promise<void>;
}

/** Whose phone this is, as the server knows it. */
export interface SessionLine {
  /** Whether the session still holds. An expired one costs nothing but a question to sign in again. */
  check(): Promise<boolean>;
  signedIn(session: Session): Promise<void>;
  /** The server told whose session this is. */
  itIs(me: Me): Promise<void>;
  /** Signs out here at once; the server hears it now, or else before it is asked anything. */
  end(): Promise<void>;
}

export function createSessionLine(parts: SessionParts): SessionLine {
  const { api, store, secrets, keepToken, tell, changeOutbox } = parts;

  async function signedIn(session: Session): Promise<void> {
    const { csrfToken, expiresAt } = session;
    keepToken(csrfToken);
    await store.keepSession({ csrfToken, expiresAt });
    // First whose phone it is: what the one before left behind may not be let go in this name.
    await itIs(session.person);
    await changeOutbox({ kind: 'signed-in' });
    await tell({ kind: 'line-open' });
  }

  async function itIs(me: Me): Promise<void> {
    const before = (await store.read()).me;
    if (before !== null && before.id !== me.id) {
      secrets.keep([]);
      await store.keepVisits([]);
    }
    await store.apply({ kind: 'signed-in', me });
  }

  async function endAtServer(): Promise<void> {
    const answer = await api.call({
      method: 'DELETE',
      path: '/sessions/current',
      schema: anything,
    });
    // A session that is gone, or has become another's, needs no ending.
    const gone = answer.kind === 'problem' && answer.status < 500;
    if (answer.kind === 'ok' || gone) {
      // Meanwhile somebody may have signed in: that session stays.
      if (!(await isLeaving())) return;
      keepToken(null);
      await store.keepSession(null);
      await tell({ kind: 'line-open' }, { kind: 'signed-out' });
    } else if (answer.kind === 'unreachable') {
      await tell({ kind: 'line-unreachable', nowMs: Date.now() });
    }
  }

  async function isLeaving(): Promise<boolean> {
    return (await store.read()).session === 'leaving';
  }

  return {
    signedIn,
    itIs,
    async check() {
      if (await isLeaving()) {
        await endAtServer();
        return false;
      }
      const answer = await api.call({
        method: 'GET',
        path: '/sessions/current',
        schema: sessionSchema,
      });
      // Who signed out while this was asked stays signed out.
      if (await isLeaving()) return false;
      if (answer.kind === 'ok') {
        await signedIn(answer.value);
        return true;
      }
      if (answer.kind === 'problem' && answer.status === 401) {
        await tell({ kind: 'line-open' }, { kind: 'signed-out' });
      } else if (answer.kind === 'unreachable') {
        await tell({ kind: 'line-unreachable', nowMs: Date.now() });
      }
      return false;
    },
    async end() {
      await store.keepVisits([]);
      await tell({ kind: 'sign-out-wanted' });
      await endAtServer();
    },
  };
}

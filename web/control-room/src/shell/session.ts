import * as v from 'valibot';
import type { ApiAnswer } from '../../../shared/src/api/answer';
import { createApi, type Api } from '../../../shared/src/api/client';
import { anything, sessionSchema, type Schema } from '../../../shared/src/api/parse';
import type { PasskeyOptions, Session } from '../../../shared/src/api/types';

/** Who is signed in at this browser, and the api that speaks for them. */
export class SessionDesk {
  private csrfToken: string | null = null;
  readonly api: Api = createApi({ csrfToken: () => this.csrfToken });

  async current(): Promise<ApiAnswer<Session>> {
    return this.keep(
      await this.api.call({ method: 'GET', path: '/sessions/current', schema: sessionSchema }),
    );
  }

  async signIn(userName: string, password: string): Promise<ApiAnswer<Session>> {
    return this.keep(
      await this.api.call({
        method: 'POST',
        path: '/sessions',
        body: { userName, password },
        schema: sessionSchema,
      }),
    );
  }

  /** Null when the person broke off, or this browser has no passkeys. */
  async signInWithPasskey(): Promise<ApiAnswer<Session> | null> {
    const options = await this.api.call({
      method: 'POST',
      path: '/passkey-sign-in-options',
      body: {},
      schema: passkeyOptionsSchema,
    });
    if (options.kind !== 'ok') {
      return options;
    }
    const credential = await askPasskey(options.value.publicKey);
    if (credential === null) {
      return null;
    }
    return this.keep(
      await this.api.call({
        method: 'POST',
        path: '/passkey-sign-ins',
        body: { ticket: options.value.ticket, credential },
        schema: sessionSchema,
      }),
    );
  }

  /** Whether the server knows that nobody sits here any more. */
  async signOut(): Promise<boolean> {
    const answer = await this.api.call({
      method: 'DELETE',
      path: '/sessions/current',
      schema: anything,
    });
    this.csrfToken = null;
    const isGone = answer.kind === 'problem' && answer.status === 401;
    return answer.kind === 'ok' || isGone;
  }

  private keep(answer: ApiAnswer<Session>): ApiAnswer<Session> {
    if (answer.kind === 'ok') {
      this.csrfToken = answer.value.csrfToken;
    }
    return answer;
  }
}

const passkeyOptionsSchema: Schema<PasskeyOptions> = v.object({
  publicKey: v.looseObject({}),
  ticket: v.string(),
});

/** WebAuthn's own reading of the options; a browser without it gets the password form only. */
const requestOptionsSchema = v.custom<PublicKeyCredentialRequestOptionsJSON>(
  (value) => typeof value === 'object' && value !== null && 'challenge' in value,
);

export function passkeysWork(): boolean {
  return (
    typeof PublicKeyCredential !== 'undefined' &&
    'parseRequestOptionsFromJSON' in PublicKeyCredential
  );
}

async function askPasskey(options: unknown): Promise<unknown> {
  const parsed = v.safeParse(requestOptionsSchema, options);
  if (!parsed.success) {
    return null;
  }
  try {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(parsed.output);
    const credential = await navigator.credentials.get({ publicKey });
    return credential instanceof PublicKeyCredential ? credential.toJSON() : null;
  } catch {
    return null;
  }
}

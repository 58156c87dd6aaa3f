import type { ApiAnswer } from '../api/answer';
import type { Api } from '../api/client';
import { sessionSchema } from '../api/parse';
import { passkeyCreationSchema, passkeyRequestSchema, passkeySchema } from '../api/parse-passkey';
import type { Passkey, Session } from '../api/types';

/** `cancelled`: the person, or the browser, broke it off. That is not an error to complain about. */
export type PasskeyOutcome<T> = ApiAnswer<T> | { readonly kind: 'cancelled' };

/** Whether this browser can do it at all; where it can't, the button is not shown. */
export function passkeysWork(): boolean {
  return (
    typeof PublicKeyCredential !== 'undefined' &&
    'parseRequestOptionsFromJSON' in PublicKeyCredential &&
    'parseCreationOptionsFromJSON' in PublicKeyCredential
  );
}

export async function signInWithPasskey(api: Api): Promise<PasskeyOutcome<Session>> {
  const options = await api.call({
    method: 'POST',
    path: '/passkey-sign-in-options',
    schema: passkeyRequestSchema,
  });
  if (options.kind !== 'ok') return options;
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options.value.publicKey);
  const credential = await asked(() => navigator.credentials.get({ publicKey }));
  if (credential === null) return { kind: 'cancelled' };
  return api.call({
    method: 'POST',
    path: '/passkey-sign-ins',
    body: { ticket: options.value.ticket, credential: credential.toJSON() },
    schema: sessionSchema,
  });
}

export async function addPasskey(api: Api, label: string): Promise<PasskeyOutcome<Passkey>> {
  const options = await api.call({
    method: 'POST',
    path: '/me/passkey-options',
    schema: passkeyCreationSchema,
  });
  if (options.kind !== 'ok') return options;
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options.value.publicKey);
  const credential = await asked(() => navigator.credentials.create({ publicKey }));
  if (credential === null) return { kind: 'cancelled' };
  return api.call({
    method: 'POST',
    path: '/me/passkeys',
    body: { ticket: options.value.ticket, credential: credential.toJSON(), label },
    schema: passkeySchema,
  });
}

async function asked(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential | null> {
  try {
    const credential = await ask();
    return credential instanceof PublicKeyCredential ? credential : null;
  } catch {
    return null;
  }
}

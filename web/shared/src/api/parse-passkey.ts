import * as v from 'valibot';
import type { Passkey, Passkeys } from './types';
import { moment, type Schema } from './parse';

/** Options of WebAuthn pass through us unread: the browser checks them itself. */
export interface PasskeyRequest {
  readonly ticket: string;
  readonly publicKey: PublicKeyCredentialRequestOptionsJSON;
}

export interface PasskeyCreation {
  readonly ticket: string;
  readonly publicKey: PublicKeyCredentialCreationOptionsJSON;
}

const hasChallenge = (input: unknown): boolean =>
  typeof input === 'object' && input !== null && 'challenge' in input;

export const passkeyRequestSchema: Schema<PasskeyRequest> = v.object({
  ticket: v.string(),
  publicKey: v.custom<PublicKeyCredentialRequestOptionsJSON>(hasChallenge),
});

export const passkeyCreationSchema: Schema<PasskeyCreation> = v.object({
  ticket: v.string(),
  publicKey: v.custom<PublicKeyCredentialCreationOptionsJSON>(hasChallenge),
});

export const passkeySchema: Schema<Passkey> = v.object({
  id: v.string(),
  label: v.string(),
  madeAt: moment,
  usedAt: v.nullable(moment),
});

export const passkeysSchema: Schema<Passkeys> = v.object({ items: v.array(passkeySchema) });

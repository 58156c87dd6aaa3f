import { createPublicKey, verify } from 'node:crypto';
import { field } from './api';

/** What a push service knows when it judges who sends. */
export interface Expected {
  /** The origin of the push service itself. */
  readonly audience: string;
  /** The public key that the browser subscribed with, in base64url. */
  readonly serverKey: string;
  readonly nowSeconds: number;
}

const LONGEST_SECONDS = 24 * 60 * 60;
const FORM = /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), ?k=([\w-]+)$/;

/** Why a push service refuses this `Authorization` (RFC 8292); null when it is right. */
export function objectionTo(authorization: string, expected: Expected): string | null {
  const [, header = '', claims = '', signature = '', key = ''] = FORM.exec(authorization) ?? [];
  if (key === '' || key !== expected.serverKey) {
    return 'not the key that the browser subscribed with';
  }
  if (field(json(header), 'alg') !== 'ES256' || !isSigned(header, claims, signature, key)) {
    return 'the signature does not fit';
  }
  const { aud, exp } = { aud: field(json(claims), 'aud'), exp: field(json(claims), 'exp') };
  if (aud !== expected.audience) {
    return 'meant for another push service';
  }
  const seconds = typeof exp === 'number' ? exp - expected.nowSeconds : NaN;
  return seconds > 0 && seconds <= LONGEST_SECONDS ? null : 'expired, or valid for too long';
}

function isSigned(header: string, claims: string, signature: string, key: string): boolean {
  // One byte that says "uncompressed", then both numbers of the point.
  const point = Buffer.from(key, 'base64url');
  const x = point.subarray(1, 33).toString('base64url');
  const y = point.subarray(33).toString('base64url');
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
  return verify(
    'sha256',
    Buffer.from(`${header}.${claims}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
}

function json(part: string): unknown {
  return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
}

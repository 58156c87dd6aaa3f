import { generateKeyPairSync, sign } from 'node:crypto';
import { expect, test } from 'vitest';
import { objectionTo } from './vapid';

/** The receiver of the journeys must itself refuse what a push service refuses. */
const AUDIENCE = 'http://127.0.0.1:4000';
const NOW = 1_800_000_000;
const ours = pair();

test('what is signed with the key the browser knows, for here and now, is right', () => {
  expect(judge(ours.token({ aud: AUDIENCE, exp: NOW + 3600 }))).toBeNull();
});

test.each([
  ['another push service', { aud: 'http://127.0.0.1:4001', exp: NOW + 3600 }],
  ['expired', { aud: AUDIENCE, exp: NOW }],
  ['too long', { aud: AUDIENCE, exp: NOW + 90_000 }],
  ['for ever', { aud: AUDIENCE }],
])('%s is refused', (_, claims) => {
  expect(judge(ours.token(claims))).toMatch(/another push service|expired/);
});

test('another key, another signature and no token are refused', () => {
  const claims = { aud: AUDIENCE, exp: NOW + 3600 };
  const theirs = pair().token(claims);
  expect(judge(theirs)).toMatch(/not the key/);
  expect(judge(theirs.replace(/k=.*/, `k=${ours.key}`))).toMatch(/signature/);
  expect(judge('vapid t=')).toMatch(/not the key/);
});

function judge(authorization: string): string | null {
  return objectionTo(authorization, {
    audience: AUDIENCE,
    serverKey: ours.key,
    nowSeconds: NOW,
  });
}

function pair() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const numbers = [x, y].map((number) => Buffer.from(number, 'base64url'));
  const key = Buffer.concat([Buffer.from([4]), ...numbers]).toString('base64url');
  const token = (claims: object): string => {
    const signed = [{ typ: 'JWT', alg: 'ES256' }, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    const signature = sign('sha256', Buffer.from(signed), {
      key: privateKey,
      dsaEncoding: 'ieee-p1363',
    });
    return `vapid t=${signed}.${signature.toString('base64url')}, k=${key}`;
  };
  return { key, token };
}

import { describe, expect, test } from 'vitest';
import { askingAgain } from './asking-again';
import { createApi, type ApiCall } from './client';
import { anything } from './parse';

type Given = 'nothing' | 'still busy' | number;

const LOOK: ApiCall<unknown> = { method: 'GET', path: '/tasks', schema: anything };
const ACT: ApiCall<unknown> = { ...LOOK, method: 'POST', idempotencyKey: 'k1' };

interface Line {
  readonly eachMs?: number;
  readonly isOnline?: boolean;
}

/** A line that gives these answers one after the other, the last one for ever; each takes so long. */
function line(answers: readonly Given[], { eachMs = 0, isOnline = true }: Line = {}) {
  const keys: (string | null)[] = [];
  const pauses: number[] = [];
  let now = 0;
  const fetch = async (_: unknown, init?: RequestInit): Promise<Response> => {
    const given = answers[Math.min(keys.length, answers.length - 1)];
    keys.push(new Headers(init?.headers).get('Idempotency-Key'));
    now += eachMs;
    if (given === undefined || given === 'nothing') throw new TypeError('no line');
    const [status, type] = given === 'still busy' ? [409, 'still-busy'] : [given, 'x'];
    return Response.json({ type: `/problems/${type}`, title: 'x', status }, { status });
  };
  const api = askingAgain(createApi({ csrfToken: () => null, fetch }), 10_000, {
    isOnline: () => isOnline,
    nowMs: () => now,
    pause: async (ms) => {
      pauses.push(ms);
      now += ms;
    },
  });
  return { api, keys, pauses };
}

describe('what did not arrive', () => {
  test('is asked again until it does', async () => {
    const { api, keys, pauses } = line(['nothing', 'nothing', 200]);
    expect(await api.call(LOOK)).toMatchObject({ kind: 'ok' });
    expect(keys).toHaveLength(3);
    expect(pauses).toEqual([500, 1500]);
  });

  test('is asked again with the same key, so that it counts once', async () => {
    const { api, keys } = line(['nothing', 200]);
    expect(await api.call(ACT)).toMatchObject({ kind: 'ok' });
    expect(keys).toEqual(['k1', 'k1']);
  });

  test('is asked again without a key when it only asks', async () => {
    const { api, keys } = line(['nothing', 200]);
    expect(await api.call({ ...LOOK, method: 'POST', asks: true })).toMatchObject({ kind: 'ok' });
    expect(keys).toEqual([null, null]);
  });

  test.each(['POST', 'PUT', 'PATCH', 'DELETE'] as const)(
    '%s gets a key of its own',
    async (method) => {
      const { api, keys } = line(['nothing', 200]);
      expect(await api.call({ ...LOOK, method })).toMatchObject({ kind: 'ok' });
      expect(keys).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/), keys[0]]);
    },
  );

  test('is said after the third time', async () => {
    const { api, keys } = line(['nothing']);
    expect(await api.call(LOOK)).toEqual({ kind: 'unreachable' });
    expect(keys).toHaveLength(3);
  });

  test('is said at once when waiting for it took long', async () => {
    const { api, keys } = line(['nothing'], { eachMs: 10_001 });
    expect(await api.call(LOOK)).toEqual({ kind: 'unreachable' });
    expect(keys).toHaveLength(1);
  });

  test('is said at once by a device that knows it has no line', async () => {
    const { api, keys } = line(['nothing'], { isOnline: false });
    expect(await api.call(LOOK)).toEqual({ kind: 'unreachable' });
    expect(keys).toHaveLength(1);
  });
});

describe('who presses again for the same act', () => {
  const add = (words: string, idempotencyKey: string): ApiCall<unknown> => ({
    ...ACT,
    body: { words },
    idempotencyKey,
  });

  test('sends the key of the press whose answer never came', async () => {
    const { api, keys } = line(['nothing', 'nothing', 'nothing', 201]);
    await api.call(add('a', 'k1'));
    expect(await api.call(add('a', 'k2'))).toMatchObject({ kind: 'ok' });
    expect(keys).toEqual(['k1', 'k1', 'k1', 'k1']);
  });

  test('and once it was answered, a further press is an act of its own', async () => {
    const { api, keys } = line(['nothing', 'nothing', 'nothing', 201]);
    await api.call(add('a', 'k1'));
    await api.call(add('a', 'k2'));
    await api.call(add('a', 'k3'));
    expect(keys.at(-1)).toBe('k3');
  });

  test('who changed the words meanwhile does something else', async () => {
    const { api, keys } = line(['nothing', 'nothing', 'nothing', 201]);
    await api.call(add('a', 'k1'));
    await api.call(add('b', 'k2'));
    expect(keys.at(-1)).toBe('k2');
  });

  test('a no is an answer: the next press is another act', async () => {
    const { api, keys } = line([422]);
    await api.call(add('a', 'k1'));
    await api.call(add('a', 'k2'));
    expect(keys).toEqual(['k1', 'k2']);
  });
});

test('a server without time is asked again', async () => {
  const { api, keys } = line([503, 200]);
  expect(await api.call(ACT)).toMatchObject({ kind: 'ok' });
  expect(keys).toHaveLength(2);
});

test('an act that is still being handled is asked for again', async () => {
  const { api, keys } = line(['nothing', 'still busy', 201]);
  expect(await api.call(ACT)).toMatchObject({ kind: 'ok', status: 201 });
  expect(keys).toEqual(['k1', 'k1', 'k1']);
});

test.each([400, 401, 403, 404, 409, 422, 500])('a no of status %i stays one', async (status) => {
  const { api, keys } = line([status, 200]);
  expect(await api.call(ACT)).toMatchObject({ kind: 'problem', status });
  expect(keys).toHaveLength(1);
});

import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { createApi } from './client';
import { anything } from './parse';

const TAKEN = v.object({ takenAt: v.string() });
const HTML = 'text/html; charset=utf-8';
const JSON_TYPE = 'application/json;charset=UTF-8';
const PROBLEM = JSON.stringify({ type: '/problems/forbidden', status: 403, title: 'Nee' });

interface Given {
  readonly status: number;
  readonly type?: string;
  readonly text?: string;
}

async function answerTo(given: Given, schema: v.GenericSchema = TAKEN) {
  const headers = new Headers();
  if (given.type !== undefined) headers.set('Content-Type', given.type);
  const body = given.text === undefined ? null : new TextEncoder().encode(given.text);
  const fetch = async () => new Response(body, { status: given.status, headers });
  const api = createApi({ csrfToken: () => null, fetch });
  return api.call({ method: 'POST', path: '/panics', body: {}, schema });
}

describe('an answer that is not ours', () => {
  test.each([200, 201, 202, 302, 400, 401, 403, 404, 409, 500, 503])(
    'a page with status %i is no yes and no no',
    async (status) => {
      const answer = await answerTo({ status, type: HTML, text: '<h1>Log in</h1>' });
      expect(answer).toEqual({ kind: 'unreachable' });
    },
  );

  test('a page that calls itself JSON is none', async () => {
    const answer = await answerTo({ status: 200, type: JSON_TYPE, text: '<h1>Log in</h1>' });
    expect(answer).toEqual({ kind: 'unreachable' });
  });

  test('nothing where words were due says nothing', async () => {
    expect(await answerTo({ status: 200 })).toEqual({ kind: 'unreachable' });
    expect(await answerTo({ status: 204 })).toEqual({ kind: 'unreachable' });
    expect(await answerTo({ status: 404 })).toEqual({ kind: 'unreachable' });
  });

  test('a gateway that says no in JSON of its own is not heard', async () => {
    const answer = await answerTo({
      status: 403,
      type: JSON_TYPE,
      text: '{"message":"Forbidden"}',
    });
    expect(answer).toEqual({ kind: 'unreachable' });
  });

  test('another address is never followed', async () => {
    let asked: RequestInit | undefined;
    const fetch = async (_: unknown, init?: RequestInit) => {
      asked = init;
      throw new TypeError('redirected');
    };
    const api = createApi({ csrfToken: () => null, fetch });
    const answer = await api.call({ method: 'GET', path: '/me', schema: anything });
    expect(answer).toEqual({ kind: 'unreachable' });
    expect(asked?.redirect).toBe('error');
  });
});

describe('an answer of ours', () => {
  test('is read, whatever stands behind its type', async () => {
    const answer = await answerTo({ status: 201, type: JSON_TYPE, text: '{"takenAt":"nu"}' });
    expect(answer).toMatchObject({ kind: 'ok', status: 201, value: { takenAt: 'nu' } });
  });

  test('in JSON of another shape is taken, without knowing what it says', async () => {
    const answer = await answerTo({ status: 200, type: JSON_TYPE, text: '{"later":"version"}' });
    expect(answer).toEqual({ kind: 'unreadable', status: 200 });
  });

  test('may be empty where nothing was asked back', async () => {
    expect(await answerTo({ status: 204 }, anything)).toMatchObject({ kind: 'ok' });
  });

  test('says no as a problem', async () => {
    const answer = await answerTo({
      status: 403,
      type: 'application/problem+json',
      text: PROBLEM,
    });
    expect(answer).toMatchObject({ kind: 'problem', status: 403 });
  });
});

describe('an answer that is remembered', () => {
  const WEEK = v.object({ visits: v.number() });

  function server(answers: readonly (() => Response)[]) {
    const asked: (string | null)[] = [];
    let turn = 0;
    const fetch = async (_: unknown, init?: RequestInit) => {
      asked.push(new Headers(init?.headers).get('If-None-Match'));
      const answer = answers[turn++];
      if (answer === undefined) throw new Error('asked too often');
      return answer();
    };
    const api = createApi({ csrfToken: () => null, fetch });
    const ask = (path: string, remember = true) =>
      api.call({ method: 'GET', path, schema: WEEK, remember });
    return { ask, asked };
  }

  const whole = (tag: string, visits: number) => () =>
    new Response(JSON.stringify({ visits }), {
      status: 200,
      headers: { 'Content-Type': JSON_TYPE, ETag: tag },
    });
  const unchanged = () => new Response(null, { status: 304 });

  test('is given again when the server says that it did not change', async () => {
    const { ask, asked } = server([whole('"a"', 3), unchanged, whole('"b"', 4)]);
    expect(await ask('/week')).toMatchObject({ status: 200, value: { visits: 3 } });
    expect(await ask('/week')).toMatchObject({ kind: 'ok', status: 304, value: { visits: 3 } });
    expect(await ask('/week')).toMatchObject({ status: 200, value: { visits: 4 } });
    expect(asked).toEqual([null, '"a"', '"a"']);
  });

  test('is of its own path, and only the latest is kept', async () => {
    const { ask, asked } = server([whole('"a"', 1), whole('"b"', 2), whole('"a"', 1)]);
    await ask('/one');
    await ask('/other');
    await ask('/one');
    expect(asked).toEqual([null, null, null]);
  });

  test('a 304 that nobody asked for says nothing', async () => {
    const { ask } = server([unchanged]);
    expect(await ask('/week', false)).toEqual({ kind: 'unreachable' });
  });
});

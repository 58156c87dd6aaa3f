import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { until } from './server';

/** The public API, as any program of the organisation would use it. */
export interface Api {
  get(path: string): Promise<unknown>;
  send(method: 'POST' | 'PUT' | 'DELETE', path: string, body: unknown): Promise<unknown>;
}

export async function signInTo(url: string, userName: string): Promise<Api> {
  const answer = await ask(`${url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ userName, password: 'achterwacht-voorbeeld' }),
  });
  const session: unknown = await read('sign in', answer);
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  const csrf = String(field(session, 'csrfToken'));
  return {
    get: async (path) =>
      read(`GET ${path}`, await ask(`${url}/api/v1${path}`, { headers: { Cookie: cookie } })),
    send: async (method, path, body) =>
      read(
        `${method} ${path}`,
        await ask(`${url}/api/v1${path}`, {
          method,
          headers: {
            Cookie: cookie,
            'Content-Type': 'application/json',
            'X-CSRF-Token': csrf,
            'Idempotency-Key': randomUUID(),
          },
          body: body === undefined ? null : JSON.stringify(body),
        }),
      ),
  };
}

const AGAIN_MS = 300;

/** On a busy machine the server may say "not now"; then it is asked again, under the same key. */
function ask(url: string, request: RequestInit): Promise<Response> {
  return until(`${request.method ?? 'GET'} ${url} to be taken`, async () => {
    const answer = await fetch(url, request);
    if (!(await isNotNow(answer.clone()))) return answer;
    await pause(AGAIN_MS);
    return false;
  });
}

async function isNotNow(answer: Response): Promise<boolean> {
  return (
    answer.status === 503 ||
    (answer.status === 409 && (await answer.text()).includes('/problems/still-busy'))
  );
}

const QUESTIONS = 5;

/** How far the server's clock is ahead of ours, by the quickest of some questions. */
export async function serverAheadMs(api: Api): Promise<number> {
  let best = { tookMs: Infinity, aheadMs: 0 };
  for (let question = 0; question < QUESTIONS; question++) {
    const askedMs = Date.now();
    const answer = await api.get('/me/watch');
    const tookMs = Date.now() - askedMs;
    if (tookMs < best.tookMs) {
      const serverMs = Date.parse(String(field(answer, 'serverTime')));
      best = { tookMs, aheadMs: Math.round(serverMs - askedMs - tookMs / 2) };
    }
  }
  return best.aheadMs;
}

/** A field of something that came from outside; undefined when it is not there. */
export function field(from: unknown, name: string): unknown {
  return typeof from === 'object' && from !== null ? Reflect.get(from, name) : undefined;
}

/** A list in a field. */
export function list(from: unknown, name: string): readonly unknown[] {
  const found = field(from, name);
  return Array.isArray(found) ? found : [];
}

async function read(what: string, answer: Response): Promise<unknown> {
  const text = await answer.text();
  if (!answer.ok) {
    throw new Error(`${what}: ${answer.status} ${text}`);
  }
  return text === '' ? undefined : JSON.parse(text);
}

import type * as v from 'valibot';
import type { ApiAnswer } from './answer';
import { anything, parseAs, problemSchema } from './parse';

export interface ApiCall<T> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v1`, starting with a slash. */
  readonly path: string;
  readonly body?: unknown;
  /** A file instead of a body; its type goes along as content type. */
  readonly file?: Blob;
  /** What the answer must look like; leave out for answers without a body. */
  readonly schema: v.GenericSchema<unknown, T>;
  /** The id of the act: the same key twice counts once. */
  readonly idempotencyKey?: string;
  /** Proves acts of a watch, also without a session. */
  readonly watchKey?: string | null;
  /** A POST that only asks something: its words are too many, or too private, for an address. */
  readonly asks?: boolean;
  readonly timeoutMs?: number;
  /** What is asked again and again: an answer that did not change is not sent anew (status 304). */
  readonly remember?: boolean;
}

export interface ApiSettings {
  /** The token that came with the session; null when nobody is signed in. */
  readonly csrfToken: () => string | null;
  readonly fetch?: typeof globalThis.fetch;
  readonly baseUrl?: string;
}

export interface Api {
  call<T>(call: ApiCall<T>): Promise<ApiAnswer<T>>;
}

const ANSWER_WITHIN_MS = 8000;

/** The one way both apps and their service workers talk to the server. */
export function createApi(settings: ApiSettings): Api {
  const baseUrl = settings.baseUrl ?? '/api/v1';
  const fetchNow = settings.fetch ?? globalThis.fetch.bind(globalThis);
  const remembered = new Map<string, Remembered>();

  return {
    async call(call) {
      let response: Response;
      let text: string;
      try {
        response = await fetchNow(baseUrl + call.path, {
          method: call.method,
          headers: {
            ...headersOf(call, settings.csrfToken()),
            ...(call.remember === true ? knownTag(remembered.get(call.path)) : {}),
          },
          body: call.file ?? (call.body === undefined ? null : JSON.stringify(call.body)),
          credentials: 'same-origin',
          cache: 'no-store',
          // Our server never sends us elsewhere; whoever does is not our server.
          redirect: 'error',
          signal: AbortSignal.timeout(call.timeoutMs ?? ANSWER_WITHIN_MS),
        });
        text = await response.text();
      } catch {
        return { kind: 'unreachable' };
      }
      const known = remembered.get(call.path);
      if (response.status === 304 && call.remember === true && known !== undefined) {
        return readOk(response, known.text, call.schema);
      }
      if (!isOurs(response, text)) return { kind: 'unreachable' };
      if (response.ok && call.remember === true) keepTag(remembered, call.path, response, text);
      return response.ok ? readOk(response, text, call.schema) : readProblem(response, text);
    },
  };
}

/** An answer as it came, under the name that the server gave its content. */
interface Remembered {
  readonly tag: string;
  readonly text: string;
}

function knownTag(known: Remembered | undefined): Record<string, string> {
  return known === undefined ? {} : { 'If-None-Match': known.tag };
}

/** Only the latest: what was looked at before is not kept on this machine for longer than needed. */
function keepTag(kept: Map<string, Remembered>, path: string, from: Response, text: string): void {
  const tag = from.headers.get('ETag');
  kept.clear();
  if (tag !== null) kept.set(path, { tag, text });
}

function headersOf(call: ApiCall<unknown>, csrfToken: string | null): Record<string, string> {
  return {
    Accept: 'application/json, application/problem+json',
    ...contentType(call),
    ...(call.method === 'GET' || csrfToken === null ? {} : { 'X-CSRF-Token': csrfToken }),
    ...(call.idempotencyKey === undefined ? {} : { 'Idempotency-Key': call.idempotencyKey }),
    ...(call.watchKey === undefined || call.watchKey === null
      ? {}
      : { 'Watch-Key': call.watchKey }),
  };
}

function contentType({ file, body }: ApiCall<unknown>): Record<string, string> {
  if (file !== undefined) return { 'Content-Type': file.type };
  return body === undefined ? {} : { 'Content-Type': 'application/json' };
}

/**
 * A proxy, a gateway or the sign-in page of a network in between answers too, with any status. Its
 * words are no yes and no no: the act has not arrived.
 */
function isOurs(response: Response, text: string): boolean {
  if (text === '') return response.status === 204;
  const type = response.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  return OUR_TYPES.includes(type) && parseAs(anything, text).ok;
}

const OUR_TYPES: readonly string[] = ['application/json', 'application/problem+json'];

function readOk<T>(
  response: Response,
  text: string,
  schema: v.GenericSchema<unknown, T>,
): ApiAnswer<T> {
  const parsed = parseAs(schema, text);
  if (parsed.ok) return { kind: 'ok', status: response.status, value: parsed.value };
  // Empty where words were due: nothing of ours says that the act was taken.
  if (text === '') return { kind: 'unreachable' };
  return { kind: 'unreadable', status: response.status };
}

function readProblem(response: Response, text: string): ApiAnswer<never> {
  const parsed = parseAs(problemSchema, text);
  // Every "no" of ours is a problem with its words; a gateway's own JSON is none.
  if (!parsed.ok) return { kind: 'unreachable' };
  const wait = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
  return {
    kind: 'problem',
    status: response.status,
    problem: parsed.value,
    retryAfterSeconds: Number.isNaN(wait) ? null : wait,
  };
}

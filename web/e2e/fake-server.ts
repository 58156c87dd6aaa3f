import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import type {
  Guidance,
  Me,
  MeasureRequest,
  PackingCheck,
  Preparation,
  Visit,
  WorkerWatch,
} from '../shared/src/api/types';

/**
 * A stand-in for the server, for what only a browser can show: the app offline, late, or alarmed. It
 * follows openapi.yaml as far as the phone needs it. The journeys against the real server live with the
 * server's tests.
 */
export interface FakeServer {
  readonly url: string;
  readonly state: FakeState;
  /** Every act that arrived, in order: method, path, key and body. */
  readonly acts: FakeAct[];
  close(): Promise<void>;
}

export interface FakeState {
  me: Me;
  signedIn: boolean;
  watch: WorkerWatch | null;
  visits: Visit[];
  /** Of every visit, whatever is done about it. */
  preparation?: Preparation;
  requests?: MeasureRequest[];
  /** What the next acts are answered with; null lets them through. */
  problem: { status: number; detail: string; callInstead?: string } | null;
}

export interface FakeAct {
  readonly path: string;
  readonly key: string | undefined;
  readonly watchKey: string | undefined;
  readonly csrf: string | undefined;
  readonly body: Record<string, unknown>;
}

const MIME: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; " +
  "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; " +
  "frame-ancestors 'none'";

export async function startFakeServer(dist: string, state: FakeState): Promise<FakeServer> {
  const acts: FakeAct[] = [];
  const answered = new Map<string, unknown>();

  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const work = path.startsWith('/api/v1')
      ? api(request, response, path.slice(7))
      : files(response, dist, path);
    work.catch(() => response.writeHead(500).end());
  });

  async function api(request: IncomingMessage, response: ServerResponse, path: string) {
    const body = await bodyOf(request);
    const method = request.method ?? 'GET';
    if (method === 'POST' && path === '/sessions') {
      if (body['password'] !== 'achterwacht-voorbeeld') return problem(response, 401, 'Onbekend.');
      state.signedIn = true;
      return json(response, 201, session());
    }
    if (method === 'GET' || path === '/sessions/current') return read(response, method, path);
    if (method === 'PUT') return response.writeHead(204).end();
    return act(request, response, path, body);
  }

  function read(response: ServerResponse, method: string, path: string) {
    if (!state.signedIn) return problem(response, 401, 'Niet ingelogd.');
    if (method === 'DELETE') {
      state.signedIn = false;
      return response.writeHead(204).end();
    }
    if (path === '/sessions/current') return json(response, 200, session());
    if (path === '/me') return json(response, 200, state.me);
    if (path === '/me/watch') {
      return json(response, 200, { watch: watchNow(), serverTime: iso(Date.now()) });
    }
    if (path === '/me/contacts') {
      const label = 'a…@voorbeeldstad.nl';
      const items = [{ id: 'c1', channel: 'email', label, verifiedAt: iso(Date.now()) }];
      return json(response, 200, { items });
    }
    if (path === '/reachability-agreements') return json(response, 200, { items: [] });
    if (path === '/me/transports') {
      return json(response, 200, { items: [], _links: { self: { href: path } } });
    }
    if (path === '/me/packing-check') return json(response, 200, PACKING);
    if (path === '/visits') {
      return json(response, 200, { items: state.visits, _links: { self: { href: '/visits' } } });
    }
    if (path === '/guidance') return json(response, 200, { version: 0, guidance: GUIDANCE });
    if (path === '/measure-requests') return json(response, 200, { items: state.requests ?? [] });
    if (path.endsWith('/preparation') && state.preparation !== undefined) {
      return json(response, 200, state.preparation);
    }
    return problem(response, 404, 'Onbekend.');
  }

  function act(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    body: Record<string, unknown>,
  ) {
    const header = (name: string) => {
      const value = request.headers[name];
      return typeof value === 'string' ? value : undefined;
    };
    if (state.problem !== null) {
      const { status, detail, callInstead } = state.problem;
      return problem(response, status, detail, callInstead);
    }
    const key = header('idempotency-key');
    const before = key === undefined ? undefined : answered.get(key);
    if (before !== undefined) return json(response, 200, before);
    const watchKey = header('watch-key');
    const proven = state.signedIn || watchKey !== undefined || path.endsWith('panics');
    if (!proven) return problem(response, 401, 'Niet ingelogd.');
    acts.push({ path, key, watchKey, csrf: header('x-csrf-token'), body });
    const answer = answerTo(path, body);
    if (key !== undefined) answered.set(key, answer);
    return json(response, path.endsWith('panics') || path === '/watches' ? 201 : 200, answer);
  }

  /** Only what the screens can show; the rules themselves are the server's. */
  function answerTo(path: string, body: Record<string, unknown>): unknown {
    const now = Date.now();
    if (path === '/watches') {
      const watch = state.watch ?? WATCH;
      const id = typeof body['id'] === 'string' ? body['id'] : watch.id;
      state.watch = { ...watch, id, state: 'running', version: watch.version + 1 };
      return { ...watchNow(), watchKey: 'sleutel' };
    }
    if (path.startsWith('/visits/')) return state.preparation;
    const watch = state.watch;
    if (path.endsWith('panics')) {
      if (watch !== null) state.watch = { ...watch, version: watch.version + 1, state: 'alarmed' };
      return { alarmId: 'a1', verified: true, takenAt: iso(now), watch: watchNow() };
    }
    if (watch === null) return { takenAt: iso(now), counted: false };
    const version = watch.version + 1;
    const what = path.split('/').at(-1);
    if (what === 'endings' && body['where'] !== 'on-site') {
      state.watch = { ...watch, version, state: 'closed', dueAt: null, alarmAt: null };
    } else if (what === 'endings') {
      state.watch = { ...watch, version, leg: 'home' };
    } else if (what === 'extensions') {
      const by = Number(body['minutes']) * 60_000;
      const dueAt = iso(Date.parse(watch.dueAt ?? iso(now)) + by);
      const alarmAt = iso(Date.parse(watch.alarmAt ?? iso(now)) + by);
      state.watch = { ...watch, version, state: 'running', dueAt, alarmAt, expectedEndAt: dueAt };
    } else if (what === 'legs') {
      state.watch = { ...watch, version, leg: body['leg'] === 'home' ? 'home' : 'on-site' };
    } else {
      state.watch = { ...watch, version, lastSignAt: iso(now) };
    }
    return watchNow();
  }

  function watchNow(): WorkerWatch | null {
    return state.watch === null ? null : { ...state.watch, serverTime: iso(Date.now()) };
  }

  function session() {
    return { person: state.me, csrfToken: 'token', expiresAt: iso(Date.now() + 3_600_000) };
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  const { port } = address;
  return {
    url: `http://localhost:${port}`,
    state,
    acts,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function files(response: ServerResponse, dist: string, path: string) {
  const name = normalize(path.endsWith('/') ? `${path}index.html` : path);
  try {
    const content = await readFile(join(dist, name));
    response
      .writeHead(200, {
        'Content-Type': MIME[extname(name)] ?? 'application/octet-stream',
        'Content-Security-Policy': CSP,
      })
      .end(content);
  } catch {
    response.writeHead(404).end();
  }
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const part of request) text += String(part);
  return text === '' ? {} : JSON.parse(text);
}

function json(response: ServerResponse, status: number, value: unknown) {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
}

function problem(response: ServerResponse, status: number, detail: string, callInstead?: string) {
  response
    .writeHead(status, { 'Content-Type': 'application/problem+json' })
    .end(JSON.stringify({ type: 'about:blank', status, title: 'Nee', detail, callInstead }));
}

export const iso = (atMs: number) => new Date(atMs).toISOString();

export const ANNA: Me = {
  id: 'anna',
  name: 'Anna de Vries',
  organisationId: '01900000-0000-7000-8000-000000000001',
  organisationName: 'Gemeente Voorbeeldstad',
  exampleTown: true,
  teamId: 't1',
  teamName: 'Wijkteam Noord',
  roles: ['worker'],
  language: 'nl',
  codesSet: true,
  standbys: [{ personId: 'bram', name: 'Bram Jansen', phone: '+31612345678' }],
  emergencyNumbers: [
    { label: 'Politie, geen spoed', phone: '0900-8844' },
    { label: 'Receptie stadhuis', phone: '+31101234567' },
  ],
  teamNumbers: {
    reminderSeconds: 300,
    graceSeconds: 300,
    highRiskGraceSeconds: 120,
    extensionMinutes: 15,
    journeyMarginMinutes: 15,
    shiftSignEverySeconds: 7200,
    panicHoldMillis: 2000,
  },
  vehicles: [{ id: 'v1', kind: 'car', plate: 'GBB-01-B', description: 'Blauwe Renault Clio' }],
};

const PACKING: PackingCheck = {
  things: [
    { id: 'keys', along: true, text: 'Sleutels in uw zak', ticked: true },
    { id: 'power-bank', along: true, text: 'Powerbank', ticked: false },
    { id: 'jewellery', along: false, text: 'Sieraden', ticked: false },
  ],
  packed: false,
  charged: false,
  numbersKnown: false,
  noticesOn: false,
  checkedAt: null,
};

export const WATCH: WorkerWatch = {
  id: 'w1',
  version: 1,
  shape: 'visit',
  state: 'running',
  leg: 'on-site',
  place: { address: 'Burgemeester van Lanschotlaan 112, Voorbeeldstad' },
  purpose: 'Keukentafelgesprek',
  visitId: null,
  startedAt: iso(Date.now()),
  dueAt: iso(Date.now() + 45 * 60_000),
  alarmAt: iso(Date.now() + 50 * 60_000),
  expectedEndAt: iso(Date.now() + 45 * 60_000),
  signEverySeconds: null,
  highRisk: false,
  codeToEnd: false,
  standby: { personId: 'bram', name: 'Bram Jansen', phone: '+31612345678' },
  lastSignAt: null,
  watchKey: null,
  helpComing: null,
  serverTime: iso(Date.now()),
};

export function visitAt(id: string, startMs: number, address: string, highRisk: boolean): Visit {
  return {
    id,
    version: 1,
    workerId: 'anna',
    workerName: 'Anna de Vries',
    place: { address },
    purpose: null,
    plannedStartAt: iso(startMs),
    plannedEndAt: iso(startMs + 45 * 60_000),
    highRisk,
    travelMode: 'car',
    vehicleId: null,
    travelMinutes: 20,
    state: 'planned',
    watchId: null,
  };
}

const both = (nl: string) => ({ nl, en: `${nl} (en)` });

export const GUIDANCE: Guidance = {
  cards: [
    { code: 'waylaid', factors: ['O1'], title: both('Onderweg'), text: both('Blijf rijden.') },
    { code: 'dog', factors: ['W2'], title: both('Hond'), text: both('Bel vooraf.') },
  ],
  atTheDoor: [both('Kijk en luister voordat u aanbelt.')],
  leaveSentences: [both('Ik bel u morgen.')],
  riskyMoments: [
    { function: both('Wonen'), moments: [{ text: both('Losse hond'), factors: ['W2'] }] },
  ],
};

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApi } from '../../../shared/src/api/client';
import type { Board } from '../core/model';
import { exampleAlarm, exampleBoard, exampleWatch, T14_00 } from '../core/examples';
import { deskApi } from './desk-api';
import { BoardLine } from './live-board';

/** A server that answers `/board` with {@link board} and lets the test write into the stream. */
class FakeBoardServer {
  board: Board = exampleBoard();
  status = 200;
  snapshots = 0;
  readonly resumedFrom: (string | null)[] = [];
  private out: ReadableStreamDefaultController<Uint8Array> | null = null;

  readonly fetch = (url: string, request?: RequestInit): Promise<Response> => {
    if (url.endsWith('/board/events')) {
      this.resumedFrom.push(new Headers(request?.headers).get('Last-Event-ID'));
      return Promise.resolve(this.stream(request?.signal ?? null));
    }
    if (url.endsWith('/board')) {
      this.snapshots += 1;
      const problem = { type: '/problems/unauthenticated', status: this.status, title: 'Nee' };
      const said = this.status === 200 ? this.board : problem;
      return Promise.resolve(Response.json(said, { status: this.status }));
    }
    return Promise.resolve(new Response('', { status: 503 }));
  };

  write(text: string): void {
    this.out?.enqueue(new TextEncoder().encode(text));
  }

  breakLine(): void {
    this.out?.close();
    this.out = null;
  }

  private stream(signal: AbortSignal | null): Response {
    const body = new ReadableStream<Uint8Array>({
      start: (out) => {
        this.out = out;
        signal?.addEventListener('abort', () => out.error(new Error('aborted')));
      },
    });
    return new Response(body, { status: 200 });
  }
}

let server: FakeBoardServer;
let line: BoardLine;

beforeEach(() => {
  server = new FakeBoardServer();
  vi.stubGlobal('fetch', server.fetch);
  line = new BoardLine(deskApi(createApi({ csrfToken: () => null })), () => undefined);
});

afterEach(() => {
  line.stop();
  vi.unstubAllGlobals();
});

const until = (claim: () => void): Promise<void> => vi.waitFor(claim, { timeout: 20_000 });
const event = (id: string, body: object): string =>
  `id: ${id}\nevent: watch.overdue\ndata: ${JSON.stringify({ kind: 'x', at: T14_00, ...body })}\n\n`;

describe('the line to the board', { timeout: 30_000 }, () => {
  it('goes from the snapshot to the stream, and after a break on from where it was', async () => {
    line.start();
    await until(() => expect(server.resumedFrom).toEqual(['10']));
    server.write(event('11', { watch: exampleWatch({ version: 2, state: 'overdue' }) }));
    await until(() => expect(line.current().board?.position).toBe('11'));
    server.breakLine();
    await until(() => expect(server.resumedFrom).toEqual(['10', '11']));
    expect(server.snapshots).toBe(1);
  });

  it('loads the whole board again after a reset', async () => {
    line.start();
    await until(() => expect(server.resumedFrom).toHaveLength(1));
    server.board = exampleBoard({ position: '90', alarms: [exampleAlarm()] });
    server.write('event: reset\ndata: {}\n\n');
    await until(() => expect(server.resumedFrom).toEqual(['10', '90']));
    expect(line.current().board?.alarms.size).toBe(1);
  });

  it('loads the whole board again rather than skip an event it cannot read', async () => {
    line.start();
    await until(() => expect(server.resumedFrom).toHaveLength(1));
    server.board = exampleBoard({ position: '12' });
    server.write('id: 11\nevent: alarm.opened\ndata: {"alarm":{"id":7}}\n\n');
    await until(() => expect(server.resumedFrom).toEqual(['10', '12']));
  });

  it('hears comments: a quiet board is not a dead one', async () => {
    line.start();
    await until(() => expect(server.resumedFrom).toHaveLength(1));
    const before = line.current().lastHeardMs ?? 0;
    server.write(': still here\n\n');
    await until(() => expect(line.current().lastHeardMs).toBeGreaterThan(before));
  });

  it('stops asking when nobody is signed in any more', async () => {
    server.status = 401;
    line.start();
    await until(() => expect(line.current().refused).toBe('signed-out'));
    expect(server.resumedFrom).toEqual([]);
  });
});

import { parseAs } from '../../../shared/src/api/parse';
import {
  applyAlarm,
  applyAssurance,
  applyEvent,
  fromSnapshot,
  type BoardState,
} from '../core/board';
import { compareClocks, offsetMs, type ServerClock } from '../core/clock';
import type { Alarm } from '../core/model';
import { retryDelayMs } from '../core/stale';
import type { StreamEvent } from '../core/sse';
import type { DeskApi } from './desk-api';
import { ownNowMs } from './own-clock';
import { boardEventSchema } from '../../../shared/src/api/parse-board';
import { readBoardStream } from './stream';

/** Silence after which the line is cut and laid anew: it may be dead without anybody saying so. */
const DEAD_AFTER_MS = 10_000;
const ASK_ASSURANCE_EVERY_MS = 5_000;

/** What the screen knows, and how it knows it. A new object at every change. */
export interface LiveBoard {
  readonly board: BoardState | null;
  readonly clock: ServerClock;
  readonly openedMs: number;
  readonly lastHeardMs: number | null;
  /** When the server last answered from its database. */
  readonly lastAnswerMs: number | null;
  readonly refused: 'signed-out' | 'not-allowed' | null;
}

/** Keeps the board live: a snapshot, then the stream from there, again and again after each break. */
export class BoardLine {
  private now: LiveBoard;
  private failures = 0;
  private mustReload = true;
  private running = false;
  private abort = new AbortController();
  private wake: () => void = () => undefined;
  private assuranceAskedMs = 0;
  /** When the line was last laid: a new one gets its time too. */
  private triedMs = ownNowMs();

  constructor(
    private readonly api: DeskApi,
    private readonly onChange: () => void,
  ) {
    this.now = {
      board: null,
      clock: [],
      openedMs: ownNowMs(),
      lastHeardMs: null,
      lastAnswerMs: null,
      refused: null,
    };
  }

  current(): LiveBoard {
    return this.now;
  }

  serverOffsetMs(): number {
    return offsetMs(this.now.clock);
  }

  start(): void {
    this.running = true;
    void this.run();
  }

  stop(): void {
    this.running = false;
    this.abort.abort();
    this.wake();
  }

  /** Called every second: cuts a dead line, and asks now and then whether watching is assured. */
  tick(nowMs: number): void {
    if (nowMs - Math.max(this.now.lastHeardMs ?? 0, this.triedMs) > DEAD_AFTER_MS) {
      this.abort.abort();
    }
    if (nowMs - this.assuranceAskedMs >= ASK_ASSURANCE_EVERY_MS) {
      this.assuranceAskedMs = nowMs;
      void this.askAssurance();
    }
  }

  retryNow(): void {
    this.failures = 0;
    this.abort.abort();
    this.wake();
  }

  /** An alarm as the server answered an act of ours: shown without waiting for the stream. */
  take(alarm: Alarm): void {
    if (this.now.board !== null) {
      this.change({ board: applyAlarm(this.now.board, alarm) });
    }
  }

  private async run(): Promise<void> {
    while (this.running && this.now.refused === null) {
      if (this.mustReload && !(await this.load())) {
        await this.pause();
        continue;
      }
      this.abort = new AbortController();
      this.triedMs = ownNowMs();
      const end = await readBoardStream({
        after: this.now.board?.position ?? '',
        signal: this.abort.signal,
        onPiece: (events) => this.hear(events),
      });
      if (end !== 'broken') {
        this.change({ refused: end });
      } else if (this.running) {
        await this.pause();
      }
    }
  }

  private async load(): Promise<boolean> {
    const askedMs = ownNowMs();
    const answer = await this.api.board();
    if (answer.kind === 'ok') {
      const clock = compareClocks(this.now.clock, answer.value.serverTime, askedMs, ownNowMs());
      this.mustReload = false;
      const now = ownNowMs();
      this.change({
        board: fromSnapshot(answer.value),
        clock,
        lastHeardMs: now,
        lastAnswerMs: now,
      });
      return true;
    }
    if (answer.kind === 'problem' && (answer.status === 401 || answer.status === 403)) {
      this.change({ refused: answer.status === 401 ? 'signed-out' : 'not-allowed' });
    }
    return false;
  }

  private hear(events: readonly StreamEvent[]): void {
    this.failures = 0;
    let board = this.now.board;
    for (const event of events) {
      if (event.name === 'reset') {
        this.mustReload = true;
        this.abort.abort();
        break;
      }
      if (event.kind === 'event' && board !== null) {
        const parsed = parseAs(boardEventSchema, event.text);
        if (parsed.ok) {
          board = applyEvent(board, parsed.value, event.id ?? '');
        } else {
          // Better the whole board again than a board that lacks what we couldn't read.
          this.mustReload = true;
          this.failures = 1;
          this.abort.abort();
        }
      }
    }
    this.change({ board, lastHeardMs: ownNowMs() });
  }

  private async askAssurance(): Promise<void> {
    const askedMs = ownNowMs();
    const answer = await this.api.assurance();
    if (answer.kind === 'ok' && this.now.board !== null) {
      this.change({
        board: applyAssurance(this.now.board, answer.value),
        lastAnswerMs: ownNowMs(),
        clock: compareClocks(this.now.clock, answer.value.serverTime, askedMs, ownNowMs()),
      });
    }
  }

  private pause(): Promise<void> {
    const delay = retryDelayMs(this.failures, Math.random());
    this.failures += 1;
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, delay);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private change(part: Partial<LiveBoard>): void {
    this.now = { ...this.now, ...part };
    this.onChange();
  }
}

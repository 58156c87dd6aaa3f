import type { Alarm } from '../core/model';
import {
  isAsking,
  newlyAsking,
  nextRing,
  QUIET,
  toneOf,
  type Ring,
  type RingEvent,
  type Tone,
} from '../core/ring';
import type { DeskApi } from './desk-api';
import { BoardLine, type LiveBoard } from './live-board';
import { ownNowMs } from './own-clock';
import { Sound } from './sound';
import { startTicker, type Ticker } from './ticker';

/** How often signs of life are drawn: far below the second that a board may be behind. */
const DRAW_EVERY_MS = 250;

/** Everything the screens look at; a new object at every change. */
export interface RoomView {
  readonly live: LiveBoard;
  readonly ring: Ring;
  readonly soundOn: boolean;
}

/** The room behind the screens: the live board, its bell, and the clock on the wall. */
export class Room {
  readonly line: BoardLine;
  readonly sound: Sound;
  readonly ticker: Ticker;
  private ring: Ring = QUIET;
  private seen: RoomView;
  private showing: ReturnType<typeof setTimeout> | null = null;
  private readonly listeners = new Set<() => void>();
  private readonly heralds = new Set<(alarm: Alarm) => void>();

  constructor(
    readonly api: DeskApi,
    readonly meId: string,
  ) {
    this.line = new BoardLine(api, () => this.look({ kind: 'seen', ...this.inSight() }));
    this.sound = new Sound(() => this.look(null));
    this.ticker = startTicker();
    this.ticker.subscribe(() => this.tick());
    this.seen = { live: this.line.current(), ring: this.ring, soundOn: this.sound.isOn() };
  }

  start(): void {
    this.line.start();
  }

  stop(): void {
    this.line.stop();
    this.ticker.stop();
    this.sound.close();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly view = (): RoomView => this.seen;

  /** Tells {@code herald} of each alarm that starts asking for somebody, once. */
  readonly onAsking = (herald: (alarm: Alarm) => void): (() => void) => {
    this.heralds.add(herald);
    return () => this.heralds.delete(herald);
  };

  mute(): void {
    this.look({ kind: 'muted', nowMs: ownNowMs() });
  }

  unmute(): void {
    this.look({ kind: 'unmuted' });
  }

  serverNowMs(): number {
    return ownNowMs() + this.line.serverOffsetMs();
  }

  private tick(): void {
    this.line.tick(this.ticker.nowMs());
    this.playTone();
  }

  private look(event: RingEvent | null): void {
    const before = this.ring;
    if (event !== null) {
      this.ring = nextRing(this.ring, event);
    }
    this.playTone();
    this.show();
    for (const id of newlyAsking(before, this.ring)) {
      const alarm = this.seen.live.board?.alarms.get(id);
      if (alarm !== undefined) {
        this.heralds.forEach((herald) => herald(alarm));
      }
    }
  }

  /** Alarms are drawn at once; a stream of signs is drawn a few times a second, all together. */
  private show(): void {
    const live = this.line.current();
    const isCalm =
      this.ring === this.seen.ring &&
      live.refused === this.seen.live.refused &&
      live.board?.alarms === this.seen.live.board?.alarms &&
      live.board?.assurance === this.seen.live.board?.assurance &&
      this.sound.isOn() === this.seen.soundOn;
    if (!isCalm) {
      this.showNow();
    } else if (this.showing === null) {
      this.showing = setTimeout(() => this.showNow(), DRAW_EVERY_MS);
    }
  }

  private showNow(): void {
    if (this.showing !== null) {
      clearTimeout(this.showing);
      this.showing = null;
    }
    this.seen = { live: this.line.current(), ring: this.ring, soundOn: this.sound.isOn() };
    this.listeners.forEach((listener) => listener());
  }

  private playTone(): void {
    this.sound.ring(this.tone());
  }

  private tone(): Tone | null {
    const { alarms, meId } = this.inSight();
    return isAsking(this.ring) ? toneOf(this.ring, alarms, meId, ownNowMs()) : null;
  }

  private inSight(): { alarms: readonly Alarm[]; meId: string } {
    return { alarms: [...(this.line.current().board?.alarms.values() ?? [])], meId: this.meId };
  }
}

import type { Tone } from '../core/ring';
import { waveOf } from '../core/tone';

const REMEMBERED_AS = 'achterwacht-sound';

/**
 * The bell of the room. A browser lets a page make sound only after somebody touched it: until
 * then {@link isOn} is false, and the screen must say so loudly.
 */
export class Sound {
  private readonly context = new AudioContext();
  private ringing: { readonly tone: Tone; readonly source: AudioBufferSourceNode } | null = null;
  private wanted = localStorage.getItem(REMEMBERED_AS) === 'on';
  private readonly leaving = new AbortController();

  constructor(private readonly onChange: () => void) {
    const { signal } = this.leaving;
    this.context.addEventListener('statechange', onChange, { signal });
    // Whoever turned the sound on before only has to touch the page once after a reload.
    const touched = (): void => {
      if (this.wanted && this.context.state !== 'running') {
        void this.context.resume();
      }
    };
    document.addEventListener('pointerdown', touched, { signal });
    document.addEventListener('keydown', touched, { signal });
  }

  close(): void {
    this.leaving.abort();
    void this.context.close();
  }

  isOn(): boolean {
    return this.wanted && this.context.state === 'running';
  }

  /** Call it from a click: turns the sound on and lets hear what an alarm sounds like. */
  async turnOnAndTest(): Promise<void> {
    await this.context.resume();
    this.wanted = true;
    localStorage.setItem(REMEMBERED_AS, 'on');
    this.onChange();
    if (this.ringing === null) {
      this.playOnce('alarm');
    }
  }

  /** Rings {@code tone} until told otherwise; null is silence. */
  ring(tone: Tone | null): void {
    const next = this.isOn() ? tone : null;
    if (this.ringing?.tone === next) {
      return;
    }
    this.ringing?.source.stop();
    this.ringing = null;
    if (next !== null) {
      const source = this.source(next);
      source.loop = true;
      source.start();
      this.ringing = { tone: next, source };
    }
  }

  private playOnce(tone: Tone): void {
    this.source(tone).start();
  }

  private source(tone: Tone): AudioBufferSourceNode {
    const wave = waveOf(tone, this.context.sampleRate);
    const buffer = this.context.createBuffer(1, wave.length, this.context.sampleRate);
    buffer.copyToChannel(wave, 0);
    const source = this.context.createBufferSource();
    source.buffer = buffer;
    source.connect(this.context.destination);
    return source;
  }
}

import { assertNever } from '../../../shared/src/core/assert-never';
import type { Tone } from './ring';

interface Note {
  readonly atMs: number;
  readonly lengthMs: number;
  readonly hertz: number;
  readonly loudness: number;
}

/** One turn of a tone; played in a loop, so that no timer of a hidden tab can stop it. */
interface Pattern {
  readonly lengthMs: number;
  readonly notes: readonly Note[];
}

const FADE_MS = 8;

/** The sound wave of one turn of {@code tone}, between -1 and 1, silent at both ends. */
export function waveOf(tone: Tone, sampleRate: number): Float32Array<ArrayBuffer> {
  const pattern = patternOf(tone);
  const wave = new Float32Array(Math.round((pattern.lengthMs / 1000) * sampleRate));
  for (const note of pattern.notes) {
    const from = Math.round((note.atMs / 1000) * sampleRate);
    const length = Math.round((note.lengthMs / 1000) * sampleRate);
    const fade = (FADE_MS / 1000) * sampleRate;
    for (let i = 0; i < length && from + i < wave.length; i++) {
      const edge = Math.min(1, i / fade, (length - i) / fade);
      wave[from + i] = edge * note.loudness * rich((2 * Math.PI * note.hertz * i) / sampleRate);
    }
  }
  return wave;
}

/** A sine with some overtones: small speakers and older ears hear it better. */
function rich(phase: number): number {
  return 0.7 * Math.sin(phase) + 0.2 * Math.sin(3 * phase) + 0.1 * Math.sin(5 * phase);
}

function patternOf(tone: Tone): Pattern {
  switch (tone) {
    case 'alarm':
      return {
        lengthMs: 1600,
        notes: [0, 300, 600, 900].map((atMs, turn) => ({
          atMs,
          lengthMs: 260,
          hertz: turn % 2 === 0 ? 988 : 740,
          loudness: 0.9,
        })),
      };
    case 'offer':
      return {
        lengthMs: 3200,
        notes: [
          { atMs: 0, lengthMs: 350, hertz: 523, loudness: 0.45 },
          { atMs: 380, lengthMs: 500, hertz: 659, loudness: 0.45 },
        ],
      };
    case 'drill':
      return {
        lengthMs: 2600,
        notes: [0, 220, 440].map((atMs) => ({ atMs, lengthMs: 120, hertz: 440, loudness: 0.5 })),
      };
    default:
      return assertNever(tone);
  }
}

import { describe, expect, it } from 'vitest';
import { waveOf } from './tone';

describe('the tones', () => {
  it.each(['alarm', 'offer', 'drill'] as const)(
    '%s never clips and loops without a click',
    (tone) => {
      const wave = waveOf(tone, 8000);
      const loudest = wave.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
      expect(loudest).toBeGreaterThan(0.2);
      expect(loudest).toBeLessThanOrEqual(1);
      expect(wave[0]).toBe(0);
      expect(Math.abs(wave[wave.length - 1] ?? 1)).toBeLessThan(0.05);
    },
  );

  it('are told apart: a drill is never as long or as loud as an alarm', () => {
    const loudness = (wave: Float32Array): number =>
      wave.reduce((sum, sample) => sum + sample * sample, 0) / wave.length;
    expect(loudness(waveOf('drill', 8000))).toBeLessThan(loudness(waveOf('alarm', 8000)) / 3);
  });
});

import { describe, expect, it } from 'vitest';
import { freshness, retryDelayMs, STALE_AFTER_MS, UNASSURED_AFTER_MS } from './stale';

const heard = (streamMs: number | null, answerMs: number | null = streamMs) => ({
  openedMs: 500,
  streamMs,
  answerMs,
});

describe('the freshness of the board', () => {
  it('is fresh while events or comments come in', () => {
    expect(freshness(heard(1_000), 1_000 + STALE_AFTER_MS - 1)).toEqual({ kind: 'fresh' });
  });

  it('is stale since the last thing heard', () => {
    const now = 1_000 + STALE_AFTER_MS;
    expect(freshness(heard(1_000), now)).toEqual({ kind: 'stale', sinceMs: 1_000 });
  });

  it('is only loading in the first seconds, then stale since the page opened', () => {
    expect(freshness(heard(null), 600)).toEqual({ kind: 'loading' });
    expect(freshness(heard(null), 500 + STALE_AFTER_MS)).toEqual({ kind: 'stale', sinceMs: 500 });
  });

  it('is stale when the line lives but the server cannot say whether it watches', () => {
    const now = 1_000 + UNASSURED_AFTER_MS;
    expect(freshness(heard(now, 1_000), now)).toEqual({ kind: 'stale', sinceMs: 1_000 });
    expect(freshness(heard(now, 1_001), now)).toEqual({ kind: 'fresh' });
  });

  it('counts from the older of the two', () => {
    const both = heard(8_000, 1_000);
    expect(freshness(both, 20_000)).toEqual({ kind: 'stale', sinceMs: 1_000 });
  });
});

describe('the wait before a new try', () => {
  it('grows, never beyond some seconds, however often it failed', () => {
    expect(retryDelayMs(0, 0.5)).toBe(500);
    expect(retryDelayMs(2, 0.5)).toBe(2_000);
    expect(retryDelayMs(60, 1)).toBe(6_250);
  });
});

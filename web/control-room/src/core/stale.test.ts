import { describe, expect, it } from 'vitest';
import { freshness, retryDelayMs, STALE_AFTER_MS } from './stale';

describe('the freshness of the board', () => {
  it('is fresh while events or comments come in', () => {
    expect(freshness(1_000, 0, 1_000 + STALE_AFTER_MS - 1)).toEqual({ kind: 'fresh' });
  });

  it('is stale since the last thing heard', () => {
    expect(freshness(1_000, 0, 1_000 + STALE_AFTER_MS)).toEqual({ kind: 'stale', sinceMs: 1_000 });
  });

  it('is only loading in the first seconds, then stale since the page opened', () => {
    expect(freshness(null, 500, 600)).toEqual({ kind: 'loading' });
    expect(freshness(null, 500, 500 + STALE_AFTER_MS)).toEqual({ kind: 'stale', sinceMs: 500 });
  });
});

describe('the wait before a new try', () => {
  it('grows, never beyond some seconds, however often it failed', () => {
    expect(retryDelayMs(0, 0.5)).toBe(500);
    expect(retryDelayMs(2, 0.5)).toBe(2_000);
    expect(retryDelayMs(60, 1)).toBe(6_250);
  });
});

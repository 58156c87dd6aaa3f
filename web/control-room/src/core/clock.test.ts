import { describe, expect, it } from 'vitest';
import { compareClocks, offsetMs } from './clock';

const SERVER = '2026-11-23T14:00:00.000Z';
const SERVER_MS = Date.parse(SERVER);

describe('the clock of the server', () => {
  it('is our own until we have heard the server', () => {
    expect(offsetMs([])).toBe(0);
  });

  it('lies half a round trip from the answer', () => {
    const clock = compareClocks([], SERVER, SERVER_MS - 60_100, SERVER_MS - 59_900);
    expect(offsetMs(clock)).toBe(60_000);
  });

  it('believes the quickest answer', () => {
    const quick = compareClocks([], SERVER, SERVER_MS - 10, SERVER_MS + 10);
    const slow = compareClocks(quick, SERVER, SERVER_MS - 1_500, SERVER_MS + 100);
    expect(offsetMs(slow)).toBe(0);
  });

  it('starts anew when our clock jumped, as after sleep', () => {
    const before = compareClocks([], SERVER, SERVER_MS, SERVER_MS);
    const after = compareClocks(before, SERVER, SERVER_MS - 90_000, SERVER_MS - 89_800);
    expect(offsetMs(after)).toBe(89_900);
  });

  it('is not upset by a time it cannot read', () => {
    expect(compareClocks([], 'soon', 0, 1)).toEqual([]);
  });
});

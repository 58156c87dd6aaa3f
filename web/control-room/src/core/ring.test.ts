import { describe, expect, it } from 'vitest';
import { BRAM, CARLA, exampleAlarm } from './examples';
import type { Alarm } from './model';
import { isAsking, isMuted, MUTE_MS, newlyAsking, nextRing, QUIET, toneOf } from './ring';
import type { Ring } from './ring';

const NOW = 1_000_000;
const CALLING = exampleAlarm();
const SECOND = exampleAlarm({ id: '0199a000-0000-7000-8000-000000000202', kind: 'panic' });
const DRILL = exampleAlarm({ id: '0199a000-0000-7000-8000-000000000203', drill: true });

const see = (ring: Ring, ...alarms: Alarm[]): Ring =>
  nextRing(ring, { kind: 'seen', alarms, meId: BRAM });

describe('the ringing', () => {
  it('starts when an alarm asks for somebody', () => {
    const ring = see(QUIET, CALLING);
    expect(toneOf(ring, [CALLING], BRAM, NOW)).toBe('alarm');
    expect(isAsking(ring)).toBe(true);
  });

  it('stops when somebody takes the alarm, here or elsewhere', () => {
    const taken = exampleAlarm({ state: 'acknowledged', handledById: CARLA });
    const ring = see(see(QUIET, CALLING), taken);
    expect(toneOf(ring, [taken], BRAM, NOW)).toBeNull();
    expect(isAsking(ring)).toBe(false);
  });

  it('starts again when the promise runs out without an update', () => {
    const taken = exampleAlarm({ state: 'acknowledged', handledById: CARLA });
    const ring = see(see(see(QUIET, CALLING), taken), CALLING);
    expect(toneOf(ring, [CALLING], BRAM, NOW)).toBe('alarm');
  });

  it('is quiet for a minute after mute, while the screen goes on flashing', () => {
    const ring = nextRing(see(QUIET, CALLING), { kind: 'muted', nowMs: NOW });
    expect(toneOf(ring, [CALLING], BRAM, NOW + MUTE_MS - 1)).toBeNull();
    expect(isAsking(ring)).toBe(true);
    expect(toneOf(ring, [CALLING], BRAM, NOW + MUTE_MS)).toBe('alarm');
  });

  it('rings through the mute for a new alarm', () => {
    const muted = nextRing(see(QUIET, CALLING), { kind: 'muted', nowMs: NOW });
    const ring = see(muted, CALLING, SECOND);
    expect(isMuted(ring, NOW + 1)).toBe(false);
    expect(toneOf(ring, [CALLING, SECOND], BRAM, NOW + 1)).toBe('alarm');
  });

  it('stays muted when the same alarms are seen again', () => {
    const muted = nextRing(see(QUIET, CALLING), { kind: 'muted', nowMs: NOW });
    expect(isMuted(see(muted, CALLING), NOW + 1)).toBe(true);
  });

  it('is the very same thing when nothing changed, so that nothing is drawn again', () => {
    const ring = see(QUIET, CALLING);
    expect(see(ring, CALLING)).toBe(ring);
  });

  it('cannot be muted beforehand', () => {
    expect(nextRing(QUIET, { kind: 'muted', nowMs: NOW })).toBe(QUIET);
  });

  it('has its own tone for a drill, and a real alarm wins', () => {
    expect(toneOf(see(QUIET, DRILL), [DRILL], BRAM, NOW)).toBe('drill');
    expect(toneOf(see(QUIET, DRILL, CALLING), [DRILL, CALLING], BRAM, NOW)).toBe('alarm');
  });

  it('rings softly only for the person to whom an alarm is offered', () => {
    const offered = exampleAlarm({ state: 'handing-over', offeredToId: BRAM, handledById: CARLA });
    expect(toneOf(see(QUIET, offered), [offered], BRAM, NOW)).toBe('offer');
    const others = nextRing(QUIET, { kind: 'seen', alarms: [offered], meId: CARLA });
    expect(isAsking(others)).toBe(false);
  });

  it('names each alarm once, when it starts asking', () => {
    const first = see(QUIET, CALLING);
    const both = see(first, CALLING, SECOND);
    expect(newlyAsking(QUIET, first)).toEqual([CALLING.id]);
    expect(newlyAsking(first, both)).toEqual([SECOND.id]);
    expect(newlyAsking(both, see(both, CALLING, SECOND))).toEqual([]);
  });
});

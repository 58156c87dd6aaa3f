import type { Alarm } from './model';
import { isOfferedTo, needsSomeone } from './urgency';

/** How long "mute" keeps the room quiet; a new alarm ends it at once. */
export const MUTE_MS = 60_000;

/** What the room must remember between two looks at the alarms. */
export interface Ring {
  /** Alarms that asked for somebody at the last look. */
  readonly asking: ReadonlySet<string>;
  readonly mutedUntilMs: number | null;
}

export type RingEvent =
  | { readonly kind: 'seen'; readonly alarms: readonly Alarm[]; readonly meId: string }
  | { readonly kind: 'muted'; readonly nowMs: number }
  | { readonly kind: 'unmuted' };

/** Which sound belongs to what rings; a real alarm always wins from a drill. */
export type Tone = 'alarm' | 'offer' | 'drill';

export const QUIET: Ring = { asking: new Set(), mutedUntilMs: null };

/**
 * Only an act stops the ringing: somebody takes the alarm, or mutes for a minute. An alarm that
 * starts asking (new, or its promise ran out) rings through a running mute.
 */
export function nextRing(ring: Ring, event: RingEvent): Ring {
  switch (event.kind) {
    case 'seen': {
      const asking = new Set(
        event.alarms.filter((alarm) => needsSomeone(alarm, event.meId)).map((alarm) => alarm.id),
      );
      const isNew = [...asking].some((id) => !ring.asking.has(id));
      if (!isNew && asking.size === ring.asking.size) {
        return ring;
      }
      return { asking, mutedUntilMs: isNew || asking.size === 0 ? null : ring.mutedUntilMs };
    }
    case 'muted':
      return ring.asking.size === 0 ? ring : { ...ring, mutedUntilMs: event.nowMs + MUTE_MS };
    case 'unmuted':
      return { ...ring, mutedUntilMs: null };
  }
}

export function isMuted(ring: Ring, nowMs: number): boolean {
  return ring.mutedUntilMs !== null && nowMs < ring.mutedUntilMs;
}

/** What should sound now; null for silence. Flashing goes on when muted: see {@link isAsking}. */
export function toneOf(
  ring: Ring,
  alarms: readonly Alarm[],
  meId: string,
  nowMs: number,
): Tone | null {
  const asking = alarms.filter((alarm) => ring.asking.has(alarm.id));
  if (asking.length === 0 || isMuted(ring, nowMs)) {
    return null;
  }
  const real = asking.filter((alarm) => !alarm.drill);
  if (real.length === 0) {
    return 'drill';
  }
  return real.every((alarm) => isOfferedTo(alarm, meId)) ? 'offer' : 'alarm';
}

/** Title and icon flash as long as an alarm asks for somebody, muted or not. */
export function isAsking(ring: Ring): boolean {
  return ring.asking.size > 0;
}

/** Alarms that ask now and did not at {@code before}: each is announced and notified once. */
export function newlyAsking(before: Ring, after: Ring): readonly string[] {
  return [...after.asking].filter((id) => !before.asking.has(id));
}

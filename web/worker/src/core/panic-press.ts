/** A finger on the panic button: held long enough, or tapped five times, it calls for help. */
export interface Press {
  readonly heldSinceMs: number | null;
  readonly taps: readonly number[];
  readonly fired: boolean;
}

export type PressEvent =
  | { readonly kind: 'down'; readonly atMs: number }
  | { readonly kind: 'up'; readonly atMs: number }
  /** Time passed while the finger is down. */
  | { readonly kind: 'tick'; readonly atMs: number };

export const NOT_PRESSED: Press = { heldSinceMs: null, taps: [], fired: false };

const TAPS = 5;
const TAPS_WITHIN_MS = 3000;

/** Pure. Once fired it stays fired until the finger is lifted, so that one press is one call. */
export function nextPress(press: Press, event: PressEvent, holdMs: number): Press {
  switch (event.kind) {
    case 'down': {
      const taps = [...press.taps, event.atMs].filter((at) => event.atMs - at < TAPS_WITHIN_MS);
      return { heldSinceMs: event.atMs, taps, fired: taps.length >= TAPS };
    }
    case 'tick':
      return { ...press, fired: press.fired || progressOf(press, event.atMs, holdMs) >= 1 };
    case 'up':
      return press.fired ? NOT_PRESSED : { ...press, heldSinceMs: null };
  }
}

/** From 0 to 1: how far the ring is drawn. */
export function progressOf(press: Press, nowMs: number, holdMs: number): number {
  if (press.heldSinceMs === null) return 0;
  return Math.min(1, Math.max(0, (nowMs - press.heldSinceMs) / holdMs));
}

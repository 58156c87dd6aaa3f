import * as v from 'valibot';
import type { Position } from '../../../shared/src/api/types';

/** What the phone can tell about itself. Each may be unknown, and none may hold up an act. */

const batterySchema = v.object({ level: v.number() });
const BATTERY_WITHIN_MS = 200;

/** In percent; null where the browser keeps it to itself (iPhone, Firefox). */
export async function batteryPercent(): Promise<number | null> {
  const getBattery: unknown = Reflect.get(navigator, 'getBattery');
  if (typeof getBattery !== 'function') return null;
  try {
    const battery: unknown = await Promise.race([
      getBattery.call(navigator),
      later(BATTERY_WITHIN_MS),
    ]);
    const parsed = v.safeParse(batterySchema, battery);
    return parsed.success ? Math.round(parsed.output.level * 100) : null;
  } catch {
    return null;
  }
}

function later(ms: number): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), ms);
  });
}

/** Where the phone is; asks leave the first time. Only called while a watch runs or help is called. */
export function whereAmI(): Promise<Position | null> {
  return locate({ enableHighAccuracy: true, timeout: 20_000, maximumAge: 60_000 });
}

const AT_ONCE_MS = 300;

/**
 * Where the phone last knew it was, if it can say so at once: a call for help does not wait for a
 * place, and no question about leave may stand before the buttons to call.
 */
export async function whereIWas(): Promise<Position | null> {
  const known = async () =>
    (await leaveToLocate()) === 'granted'
      ? locate({ enableHighAccuracy: false, timeout: AT_ONCE_MS, maximumAge: 600_000 })
      : null;
  return Promise.race([known().catch(() => null), later(AT_ONCE_MS)]);
}

/** Whether the owner lets this app know where the phone is; null where the browser does not tell. */
export async function leaveToLocate(): Promise<PermissionState | null> {
  try {
    return (await navigator.permissions.query({ name: 'geolocation' })).state;
  } catch {
    return null;
  }
}

function locate(options: PositionOptions): Promise<Position | null> {
  return new Promise((resolve) => {
    if (!('geolocation' in navigator)) {
      resolve(null);
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords, timestamp }) =>
        resolve({
          latitude: coords.latitude,
          longitude: coords.longitude,
          accuracyMetres: Math.round(coords.accuracy),
          measuredAt: new Date(timestamp).toISOString(),
        }),
      () => resolve(null),
      options,
    );
  });
}

/** Never the only feedback: an iPhone and Firefox do not vibrate. */
export function vibrate(pattern: number | readonly number[]): void {
  if ('vibrate' in navigator)
    navigator.vibrate(typeof pattern === 'number' ? pattern : [...pattern]);
}

/** Keeps the screen on while the page shows; false where the browser cannot. */
export function createWakeLock(): { hold(): Promise<boolean>; release(): Promise<void> } {
  let lock: WakeLockSentinel | null = null;
  return {
    async hold() {
      if (!('wakeLock' in navigator)) return false;
      try {
        if (lock === null || lock.released) lock = await navigator.wakeLock.request('screen');
        return true;
      } catch {
        return false;
      }
    },
    async release() {
      await lock?.release();
      lock = null;
    },
  };
}

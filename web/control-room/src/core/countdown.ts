/** Time until a moment, or since it passed, cut as a person would say it. */
export interface Countdown {
  readonly late: boolean;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
}

/** Below this the seconds are worth reading. */
const SECONDS_BELOW_MS = 10 * 60_000;

/** Rounds down what is left and what is late: the screen never promises time that isn't there. */
export function countdownTo(moment: string, serverNowMs: number): Countdown {
  const leftMs = Date.parse(moment) - serverNowMs;
  const late = leftMs < 0;
  const total = Math.floor(Math.abs(leftMs) / 1000);
  return {
    late,
    hours: Math.floor(total / 3600),
    minutes: Math.floor((total % 3600) / 60),
    seconds: total % 60,
  };
}

/** "4:05", "12 min" or "2 h 10"; the words for hour and minute come from the language. */
export function countdownText(
  countdown: Countdown,
  words: { readonly hour: string; readonly minute: string },
): string {
  const { hours, minutes, seconds } = countdown;
  if (hours * 3600_000 + minutes * 60_000 < SECONDS_BELOW_MS) {
    return `${minutes}:${twoDigits(seconds)}`;
  }
  return hours === 0
    ? `${minutes} ${words.minute}`
    : `${hours} ${words.hour} ${twoDigits(minutes)}`;
}

/** Age of something that happened, in whole minutes; never negative. */
export function minutesSince(moment: string, serverNowMs: number): number {
  return Math.max(0, Math.floor((serverNowMs - Date.parse(moment)) / 60_000));
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

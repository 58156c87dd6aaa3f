import type { Alarm, Watch } from './model';

/** What the reader wants to see. It never silences an alarm: alarms ring whatever the filter. */
export interface Filter {
  readonly team: string | null;
  readonly state: Watch['state'] | null;
  readonly text: string;
}

export const NO_FILTER: Filter = { team: null, state: null, text: '' };

export function isFiltering(filter: Filter): boolean {
  return filter.team !== null || filter.state !== null || filter.text.trim() !== '';
}

export function filterWatches(watches: readonly Watch[], filter: Filter): Watch[] {
  return watches.filter(
    (watch) =>
      (filter.team === null || watch.teamName === filter.team) &&
      (filter.state === null || watch.state === filter.state) &&
      matches(filter.text, [
        watch.workerName,
        watch.teamName,
        watch.place?.address,
        watch.companion,
        watch.vehicle,
      ]),
  );
}

/** Teams that have somebody on the board now, by name. */
export function teamsOf(watches: Iterable<Watch>, alarms: Iterable<Alarm>): string[] {
  const names = new Set<string>();
  for (const { teamName } of [...watches, ...alarms]) {
    names.add(teamName);
  }
  return [...names].sort((a, b) => a.localeCompare(b));
}

/** Every word must be found somewhere; accents and capitals don't count. */
export function matches(text: string, fields: readonly (string | null | undefined)[]): boolean {
  const hay = fold(fields.filter(Boolean).join(' '));
  return fold(text)
    .split(/\s+/)
    .every((word) => hay.includes(word));
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

import { useCallback, useEffect, useMemo, useState } from 'react';
import type {
  Calendar,
  CalendarProposal,
  CalendarProposals,
  Calendars,
} from '../../../shared/src/api/types';
import { both, useLoaded, type Loaded } from '../../../shared/src/components';
import { standingOf } from '../core/calendar';
import { createCalendarLine, type CalendarLine } from '../shell/calendar-line';
import { useApp } from './app-context';

const LOOK_AGAIN_MS = 10_000;
/** While the server is about to read a calendar. */
const LOOK_SOON_MS = 1000;
const SOON_LOOKS = 15;

/** What the server says of my calendars, and of what was found in them. */
export interface CalendarParts extends Pick<Loaded<unknown>, 'failed' | 'waiting' | 'again'> {
  readonly line: CalendarLine;
  readonly value: readonly [Calendars, CalendarProposals] | null;
  readonly calendars: readonly Calendar[] | null;
  readonly proposals: readonly CalendarProposal[];
  readonly isMore: boolean;
  /** The server is about to read: look again soon. */
  readonly expectNews: () => void;
}

const NONE: readonly CalendarProposal[] = [];

export function useCalendars(): CalendarParts {
  const line = useCalendarLine();
  const ask = useCallback(() => both(line.calendars(), line.proposals()), [line]);
  const { value, failed, waiting, again: look } = useLoaded(ask);
  const [looks, setLooks] = useState({ done: 0, soon: 0 });
  const again = useCallback(async () => {
    await look();
    setLooks(({ done, soon }) => ({ done: done + 1, soon: Math.max(0, soon - 1) }));
  }, [look]);

  const [calendars, proposals] = value ?? [null, null];
  const isReading = (calendars?.items ?? []).some((one) => standingOf(one) === 'reading');
  useEffect(() => {
    const soon = looks.soon > 0 || isReading;
    const timer = setTimeout(() => void again(), soon ? LOOK_SOON_MS : LOOK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [again, looks, isReading]);

  const expectNews = useCallback(
    () => setLooks(({ done }) => ({ done: done + 1, soon: SOON_LOOKS })),
    [],
  );
  return {
    line,
    value,
    failed,
    waiting,
    again,
    calendars: calendars?.items ?? null,
    proposals: proposals?.items ?? NONE,
    isMore: proposals?._links.next !== undefined,
    expectNews,
  };
}

/** What waits for an answer. */
export function useProposals(): Loaded<CalendarProposals> {
  return useLoaded(useCalendarLine().proposals);
}

/** "3", or "200+" when that is not all; empty for none. */
export function countOf({ items, _links }: CalendarProposals): string {
  return sayCount(items.length, _links.next !== undefined);
}

export function sayCount(shown: number, isMore: boolean): string {
  if (shown === 0) return '';
  return isMore ? `${shown}+` : String(shown);
}

function useCalendarLine(): CalendarLine {
  const { shell } = useApp();
  return useMemo(() => createCalendarLine(shell.api), [shell]);
}

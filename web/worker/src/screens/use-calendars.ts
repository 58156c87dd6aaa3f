import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Calendar, CalendarProposal } from '../../../shared/src/api/types';
import { standingOf } from '../core/calendar';
import { createCalendarLine, type CalendarLine } from '../shell/calendar-line';
import { useApp } from './app-context';

const LOOK_AGAIN_MS = 10_000;
/** While the server is about to read a calendar. */
const LOOK_SOON_MS = 1000;
const SOON_LOOKS = 15;

/** What the server says of my calendars. `offline`: it could not be asked. */
export interface CalendarParts {
  readonly line: CalendarLine;
  readonly calendars: readonly Calendar[] | null;
  readonly proposals: readonly CalendarProposal[];
  readonly isMore: boolean;
  readonly offline: boolean;
  readonly load: () => Promise<void>;
  /** The server is about to read: look again soon. */
  readonly expectNews: () => void;
}

export function useCalendars(): CalendarParts {
  const line = useCalendarLine();
  const [calendars, setCalendars] = useState<readonly Calendar[] | null>(null);
  const [proposals, setProposals] = useState<readonly CalendarProposal[]>([]);
  const [isMore, setMore] = useState(false);
  const [offline, setOffline] = useState(false);
  const [looks, setLooks] = useState({ done: 0, soon: 0 });

  const load = useCallback(async () => {
    const [known, found] = await Promise.all([line.calendars(), line.proposals()]);
    setOffline(known.kind !== 'ok' || found.kind !== 'ok');
    if (known.kind === 'ok' && found.kind === 'ok') {
      setCalendars(known.value.items);
      setProposals(found.value.items);
      setMore(found.value._links.next !== undefined);
    }
    setLooks(({ done, soon }) => ({ done: done + 1, soon: Math.max(0, soon - 1) }));
  }, [line]);

  const isReading = (calendars ?? []).some((one) => standingOf(one) === 'reading');
  useEffect(() => {
    const soon = looks.soon > 0 || isReading;
    const pause = looks.done === 0 ? 0 : soon ? LOOK_SOON_MS : LOOK_AGAIN_MS;
    const timer = setTimeout(() => void load(), pause);
    return () => clearTimeout(timer);
  }, [load, looks, isReading]);

  const expectNews = useCallback(
    () => setLooks(({ done }) => ({ done: done + 1, soon: SOON_LOOKS })),
    [],
  );
  return { line, calendars, proposals, isMore, offline, load, expectNews };
}

/** How many proposals wait for an answer, as a screen says it; empty when none are known. */
export function useProposalCount(): string {
  const line = useCalendarLine();
  const [count, setCount] = useState('');
  useEffect(() => {
    let shown = true;
    void line.proposals().then((answer) => {
      if (!shown || answer.kind !== 'ok') return;
      setCount(countOf(answer.value.items.length, answer.value._links.next !== undefined));
    });
    return () => {
      shown = false;
    };
  }, [line]);
  return count;
}

/** "3", or "200+" when that is not all; empty for none. */
export function countOf(shown: number, isMore: boolean): string {
  if (shown === 0) return '';
  return isMore ? `${shown}+` : String(shown);
}

function useCalendarLine(): CalendarLine {
  const { shell } = useApp();
  return useMemo(() => createCalendarLine(shell.api, () => shell.newWatchId()), [shell]);
}

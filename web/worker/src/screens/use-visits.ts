import { useCallback } from 'react';
import { visitsSchema } from '../../../shared/src/api/parse-worker';
import type { Visits } from '../../../shared/src/api/types';
import { useLoaded, type Loaded } from '../../../shared/src/components';
import { addDays, dayOf, momentOf } from '../../../shared/src/core/local-day';
import { isoOf } from '../core/act';
import { serverNow } from '../core/phone';
import { useApp } from './app-context';

const MOST = 200;

/** My visits of so many weeks from today. They are kept nowhere on the phone. */
export function useVisits(weeks: number): Loaded<Visits> {
  const { shell } = useApp();
  const ask = useCallback(() => {
    const today = dayOf(serverNow(shell.shown().phone, Date.now()));
    const from = isoOf(momentOf(today, '00:00'));
    const until = isoOf(momentOf(addDays(today, weeks * 7), '00:00'));
    return shell.api.call({
      method: 'GET',
      path: `/visits?mine=true&from=${from}&until=${until}&pageSize=${MOST}`,
      schema: visitsSchema,
    });
  }, [shell, weeks]);
  return useLoaded(ask);
}

/** Those that take place. */
export function visitsIn(known: Visits | null): Visits['items'] {
  return known?.items.filter(({ state }) => state !== 'cancelled') ?? [];
}

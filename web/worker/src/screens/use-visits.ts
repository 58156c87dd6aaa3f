import { useCallback, useEffect, useState } from 'react';
import { visitsSchema } from '../../../shared/src/api/parse-worker';
import type { Visit } from '../../../shared/src/api/types';
import { addDays, dayOf, momentOf } from '../../../shared/src/core/local-day';
import { isoOf } from '../core/act';
import { serverNow } from '../core/phone';
import { useApp } from './app-context';

const MOST = 200;

export interface VisitList {
  readonly visits: readonly Visit[] | null;
  readonly isMore: boolean;
  readonly failed: boolean;
  readonly load: () => Promise<void>;
}

/** My visits of so many weeks from today that take place. They are kept nowhere on the phone. */
export function useVisits(weeks: number): VisitList {
  const { shell } = useApp();
  const [visits, setVisits] = useState<readonly Visit[] | null>(null);
  const [isMore, setMore] = useState(false);
  const [failed, setFailed] = useState(false);
  const load = useCallback(async () => {
    const today = dayOf(serverNow(shell.shown().phone, Date.now()));
    const from = isoOf(momentOf(today, '00:00'));
    const until = isoOf(momentOf(addDays(today, weeks * 7), '00:00'));
    const answer = await shell.api.call({
      method: 'GET',
      path: `/visits?mine=true&from=${from}&until=${until}&pageSize=${MOST}`,
      schema: visitsSchema,
    });
    setFailed(answer.kind !== 'ok');
    if (answer.kind === 'ok') {
      setVisits(answer.value.items.filter(({ state }) => state !== 'cancelled'));
      setMore(answer.value._links.next !== undefined);
    }
  }, [shell, weeks]);
  useEffect(() => {
    const timer = setTimeout(() => void load(), 0);
    return () => clearTimeout(timer);
  }, [load]);
  return { visits, isMore, failed, load };
}

import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ApiAnswer } from '../../../../shared/src/api/answer';
import type { Report, YearlyReport } from '../../../../shared/src/api/types';
import { useLanguage } from '../../../../shared/src/components';
import type { ReportWish } from '../../core/reports';
import { reportApi, type ReportApi } from '../../shell/report-api';
import { reportTexts, type ReportTexts } from '../../text/reports';
import { useSeat, useTexts } from '../room-context';
import { faultText } from '../use-act';

const LOOK_EVERY_MS = 2000;

export function useReportTexts(): ReportTexts {
  return reportTexts[useLanguage().language];
}

function useReportApi(): ReportApi {
  const { api } = useSeat();
  return useMemo(() => reportApi(api), [api]);
}

export interface OneReport {
  /** What was shown before stays until the next is there. */
  readonly report: Report | null;
  readonly isNew: boolean;
  readonly failed: boolean;
  readonly retry: () => void;
}

/** The report that is wished for; an answer to an earlier wish is dropped. */
export function useReport(wish: ReportWish | null): OneReport {
  const api = useReportApi();
  const { language } = useLanguage();
  const [times, setTimes] = useState(0);
  const [found, setFound] = useState<{ key: string; answer: ApiAnswer<Report> } | null>(null);
  const key = wish === null ? '' : JSON.stringify([wish, language, times]);
  useEffect(() => {
    if (wish === null) return;
    let wanted = true;
    const timer = setTimeout(() => {
      void api.report(wish, language).then((answer) => {
        if (wanted) setFound({ key, answer });
      });
    }, 0);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
    // The key says all that the wish does.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [api, key]);
  const isNew = found?.key === key;
  return {
    report: found?.answer.kind === 'ok' ? found.answer.value : null,
    isNew,
    failed: isNew && found.answer.kind !== 'ok',
    retry: () => setTimes((n) => n + 1),
  };
}

export interface YearlyList {
  readonly items: readonly YearlyReport[] | null;
  readonly failed: boolean;
  /** What went wrong with the last act. */
  readonly fault: string | null;
  readonly make: (year: number) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
}

/** The yearly reports, looked at every two seconds while one is being made. */
export function useYearly(): YearlyList {
  const api = useReportApi();
  const texts = useTexts();
  const { language } = useLanguage();
  const [items, setItems] = useState<readonly YearlyReport[] | null>(null);
  const [failed, setFailed] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const look = useCallback(async (): Promise<void> => {
    const answer = await api.yearly();
    setFailed(answer.kind !== 'ok');
    if (answer.kind === 'ok') setItems(answer.value.items);
  }, [api]);
  const isBusy =
    items === null || items.some(({ state }) => state === 'waiting' || state === 'running');
  useEffect(() => {
    const first = setTimeout(() => void look(), 0);
    if (!isBusy) return () => clearTimeout(first);
    const timer = setInterval(() => void look(), LOOK_EVERY_MS);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [look, isBusy]);
  const act = async (done: Promise<ApiAnswer<unknown>>): Promise<void> => {
    const answer = await done;
    setFault(answer.kind === 'ok' ? null : faultText(answer, texts));
    await look();
  };
  return {
    items,
    failed,
    fault,
    make: (year) => act(api.ask(year, language)),
    remove: (id) => act(api.remove(id)),
  };
}

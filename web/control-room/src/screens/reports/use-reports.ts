import { useMemo, useState } from 'react';
import type { ApiAnswer } from '../../../../shared/src/api/answer';
import type { Report, YearlyReports } from '../../../../shared/src/api/types';
import { useEvery, useLanguage, useLoaded, type Loaded } from '../../../../shared/src/components';
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

/** The report that is wished for; what was shown before stays until it is there. */
export function useReport(wish: ReportWish | null): Loaded<Report> {
  const api = useReportApi();
  const { language } = useLanguage();
  return useLoaded(
    useMemo(() => (wish === null ? null : () => api.report(wish, language)), [api, wish, language]),
  );
}

export interface YearlyList {
  readonly loaded: Loaded<YearlyReports>;
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
  const [fault, setFault] = useState<string | null>(null);
  const loaded = useLoaded(api.yearly);
  const isBusy =
    loaded.value?.items.some(({ state }) => state === 'waiting' || state === 'running') ?? true;
  useEvery(isBusy ? LOOK_EVERY_MS : null, loaded.again);
  const act = async (done: Promise<ApiAnswer<unknown>>): Promise<void> => {
    const answer = await done;
    setFault(answer.kind === 'ok' ? null : faultText(answer, texts));
    await loaded.again();
  };
  return {
    loaded,
    fault,
    make: (year) => act(api.ask(year, language)),
    remove: (id) => act(api.remove(id)),
  };
}

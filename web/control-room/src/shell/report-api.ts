import { anything } from '../../../shared/src/api/parse';
import type { ApiAnswer } from '../../../shared/src/api/answer';
import type { Api } from '../../../shared/src/api/client';
import {
  reportSchema,
  yearlyReportSchema,
  yearlyReportsSchema,
} from '../../../shared/src/api/parse-reports';
import type { Report, YearlyReport, YearlyReports } from '../../../shared/src/api/types';
import type { Language } from '../../../shared/src/core/language';
import type { ReportWish } from '../core/reports';

export type FileFormat = 'csv' | 'xlsx' | 'pdf';

/** Everything the pages about reports ask of the server. */
export interface ReportApi {
  report(wish: ReportWish, language: Language): Promise<ApiAnswer<Report>>;
  yearly(): Promise<ApiAnswer<YearlyReports>>;
  ask(year: number, language: Language): Promise<ApiAnswer<YearlyReport>>;
  remove(id: string): Promise<ApiAnswer<unknown>>;
}

/** A whole year is counted anew when a server has just begun. */
const PATIENT_MS = 60_000;

export function reportApi(api: Api): ReportApi {
  return {
    report: (wish, language) =>
      api.call({
        method: 'GET',
        path: `/reports/${wish.kind}?${queryOf(wish, language)}`,
        schema: reportSchema,
        timeoutMs: PATIENT_MS,
      }),
    yearly: () => api.call({ method: 'GET', path: '/yearly-reports', schema: yearlyReportsSchema }),
    ask: (year, language) =>
      api.call({
        method: 'POST',
        path: '/yearly-reports',
        body: { year, language },
        schema: yearlyReportSchema,
      }),
    remove: (id) =>
      api.call({
        method: 'DELETE',
        path: `/yearly-reports/${id}`,
        schema: anything,
      }),
  };
}

/** Where the same figures are to be had as a file; the browser fetches it with its own cookie. */
export function fileAddress(wish: ReportWish, language: Language, format: FileFormat): string {
  return `/api/v1/reports/${wish.kind}/file?${queryOf(wish, language)}&format=${format}`;
}

export function yearlyFileAddress(id: string): string {
  return `/api/v1/yearly-reports/${id}/file`;
}

function queryOf({ from, until, teamId }: ReportWish, language: Language): string {
  const query = new URLSearchParams({ from, until, language });
  if (teamId !== null) query.set('teamId', teamId);
  return query.toString();
}

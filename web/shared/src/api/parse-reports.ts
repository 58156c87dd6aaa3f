import * as v from 'valibot';
import { moment, type Schema } from './parse';
import type { Report, YearlyReport, YearlyReports } from './types';

export const reportSchema: Schema<Report> = v.object({
  kind: v.string(),
  title: v.string(),
  intro: v.string(),
  from: v.string(),
  until: v.string(),
  withheld: v.boolean(),
  countedAt: v.nullable(moment),
  teams: v.array(v.object({ id: v.string(), name: v.string() })),
  sections: v.array(
    v.object({
      id: v.string(),
      title: v.string(),
      note: v.string(),
      chart: v.picklist(['none', 'bars', 'columns', 'lines']),
      rowLabel: v.string(),
      columns: v.array(
        v.object({
          label: v.string(),
          unit: v.picklist(['count', 'percent', 'per-hundred', 'minutes']),
          drawn: v.boolean(),
        }),
      ),
      rows: v.array(
        v.object({ label: v.string(), values: v.array(v.nullable(v.number())), rest: v.boolean() }),
      ),
    }),
  ),
});

export const yearlyReportSchema: Schema<YearlyReport> = v.object({
  id: v.string(),
  year: v.number(),
  language: v.picklist(['nl', 'en']),
  askedByName: v.string(),
  askedAt: moment,
  state: v.picklist(['waiting', 'running', 'done', 'failed', 'cancelled']),
  progress: v.number(),
  endedAt: v.nullable(moment),
  erasedAt: v.nullable(moment),
});

export const yearlyReportsSchema: Schema<YearlyReports> = v.object({
  items: v.array(yearlyReportSchema),
});

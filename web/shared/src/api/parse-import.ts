import * as v from 'valibot';
import { moment, type Schema } from './parse';
import type { ImportFault, VisitImport, VisitImportRow } from './types';

/** What who imports visits reads from the server. */
const faultSchema: Schema<ImportFault> = v.object({
  column: v.nullable(v.string()),
  code: v.string(),
  given: v.string(),
  reason: v.string(),
  remedy: v.string(),
});

export const visitImportSchema: Schema<VisitImport> = v.object({
  id: v.string(),
  state: v.picklist(['received', 'unreadable', 'checked', 'running', 'done']),
  madeAt: moment,
  madeById: v.string(),
  rows: v.number(),
  bad: v.number(),
  known: v.number(),
  planned: v.number(),
  waiting: v.number(),
  finishedAt: v.nullable(moment),
  fault: v.exactOptional(faultSchema),
});

export const visitImportRowsSchema: Schema<{ items: VisitImportRow[] }> = v.object({
  items: v.array(
    v.object({
      number: v.number(),
      state: v.picklist(['waiting', 'bad', 'known', 'planned']),
      faults: v.array(faultSchema),
      workerName: v.nullable(v.string()),
      address: v.nullable(v.string()),
      plannedStartAt: v.nullable(moment),
      plannedEndAt: v.nullable(moment),
      visitId: v.nullable(v.string()),
    }),
  ),
});

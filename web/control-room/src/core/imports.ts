import type { VisitImport } from '../../../shared/src/api/types';

export const CSV = 'text/csv';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What a file is, its name says better than a computer with some other program on it. */
export function contentTypeOf(fileName: string): string {
  return /\.xlsx$/i.test(fileName) ? XLSX : CSV;
}

/** Whether the server is at work on it, so that looking again makes sense. */
export function isUnderWay({ state }: VisitImport): boolean {
  return state === 'received' || state === 'running';
}

export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** How many of the rows that can become visits did. */
export function progressOf({ planned, waiting }: VisitImport): Progress {
  return { done: planned, total: planned + waiting };
}

import type { ApiAnswer } from '../../../shared/src/api/answer';
import type { Api } from '../../../shared/src/api/client';
import { anything } from '../../../shared/src/api/parse';
import { visitImportRowsSchema, visitImportSchema } from '../../../shared/src/api/parse-import';
import type { VisitImport, VisitImportRow } from '../../../shared/src/api/types';
import { contentTypeOf } from '../core/imports';

/** Rows that a screen shows at once; who has more bad rows mends these first. */
const ROWS_SHOWN = 200;

/** A large file over a slow line. */
const UPLOAD_WITHIN_MS = 60_000;

/** Everything the import of visits asks of the server. */
export interface ImportApi {
  add(file: File): Promise<ApiAnswer<VisitImport>>;
  find(id: string): Promise<ApiAnswer<VisitImport>>;
  badRows(id: string): Promise<ApiAnswer<{ items: VisitImportRow[] }>>;
  confirm(id: string): Promise<ApiAnswer<VisitImport>>;
  discard(id: string): Promise<ApiAnswer<unknown>>;
}

export function importApi(api: Api): ImportApi {
  const path = '/visit-imports';
  return {
    add: (file) =>
      api.call({
        method: 'POST',
        path,
        file: new Blob([file], { type: contentTypeOf(file.name) }),
        timeoutMs: UPLOAD_WITHIN_MS,
        schema: visitImportSchema,
      }),
    find: (id) => api.call({ method: 'GET', path: `${path}/${id}`, schema: visitImportSchema }),
    badRows: (id) =>
      api.call({
        method: 'GET',
        path: `${path}/${id}/rows?state=bad&pageSize=${ROWS_SHOWN}`,
        schema: visitImportRowsSchema,
      }),
    confirm: (id) =>
      api.call({
        method: 'POST',
        path: `${path}/${id}/confirmations`,
        schema: visitImportSchema,
      }),
    discard: (id) => api.call({ method: 'DELETE', path: `${path}/${id}`, schema: anything }),
  };
}

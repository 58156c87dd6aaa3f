import type * as v from 'valibot';
import type { ApiAnswer } from '../../../shared/src/api/answer';
import type { Api } from '../../../shared/src/api/client';
import { allPages, idOf, type Whole } from '../../../shared/src/api/pages';
import { anything } from '../../../shared/src/api/parse';
import {
  type LoneWorkplace,
  assessmentSchema,
  attachmentsSchema,
  workplaceHistorySchema,
  workplaceSchema,
  workplacesSchema,
} from '../../../shared/src/api/parse-workplaces';
import type {
  Attachments,
  NewAttachment,
  NewWorkplaceDecision,
  NewWorkplaceMeasure,
  NewWorkplaceRisk,
  WorkplaceAssessment,
  WorkplaceHistory,
  WorkplaceMeasureChange,
  WorkplaceReview,
} from '../../../shared/src/api/types';
import { FILE_WITHIN_MS } from '../../../shared/src/shell/files';

/** The fields of a part of the page, as they are sent; the server checks each. */
export type WorkplaceBody = Readonly<Record<string, unknown>>;

export type WorkplaceList = Whole<v.InferOutput<typeof workplacesSchema>>;

/** Everything the pages about lone workplaces ask of the server. */
export function workplaceApi(api: Api) {
  const get = { method: 'GET' } as const;
  const at = (id: string, rest = '') => `/workplaces/${id}${rest}`;
  const assess = (
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
  ): Promise<ApiAnswer<WorkplaceAssessment>> =>
    api.call({
      method,
      path,
      body,
      schema: assessmentSchema,
    });
  const post = (path: string, body: unknown): Promise<ApiAnswer<LoneWorkplace>> =>
    api.call({ method: 'POST', path, body, schema: workplaceSchema });
  return {
    all: (ended: boolean) => allPages(api, `/workplaces?ended=${ended}`, workplacesSchema, idOf),
    /** The workplace that a task is about, if it is about one. */
    about: (subjectId: string): Promise<ApiAnswer<{ readonly items: readonly LoneWorkplace[] }>> =>
      api.call({ ...get, path: `/workplaces?subject=${subjectId}`, schema: workplacesSchema }),
    one: (id: string): Promise<ApiAnswer<LoneWorkplace>> =>
      api.call({ ...get, path: at(id), schema: workplaceSchema }),
    add: (fields: WorkplaceBody) => post('/workplaces', fields),
    change: (id: string, body: WorkplaceBody): Promise<ApiAnswer<LoneWorkplace>> =>
      api.call({ method: 'PATCH', path: at(id), body, schema: workplaceSchema }),
    review: (id: string, body: WorkplaceReview) => post(at(id, '/reviews'), body),
    end: (id: string, reason: string) => post(at(id, '/endings'), { reason }),
    history: (id: string): Promise<ApiAnswer<Whole<WorkplaceHistory>>> =>
      allPages(api, at(id, '/changes'), workplaceHistorySchema, idOf),
    assessment: (id: string): Promise<ApiAnswer<WorkplaceAssessment>> =>
      api.call({ ...get, path: at(id, '/assessment'), schema: assessmentSchema }),
    addRisk: (id: string, body: NewWorkplaceRisk) => assess('POST', at(id, '/risks'), body),
    changeRisk: (id: string, riskId: string, body: NewWorkplaceRisk) =>
      assess('PUT', at(id, `/risks/${riskId}`), body),
    removeRisk: (id: string, riskId: string) => assess('DELETE', at(id, `/risks/${riskId}`)),
    decide: (id: string, body: NewWorkplaceDecision) => assess('POST', at(id, '/decisions'), body),
    addMeasure: (id: string, body: NewWorkplaceMeasure) =>
      assess('POST', at(id, '/measures'), body),
    changeMeasure: (id: string, measureId: string, body: WorkplaceMeasureChange) =>
      assess('PATCH', at(id, `/measures/${measureId}`), body),
    attachments: (id: string): Promise<ApiAnswer<Attachments>> =>
      api.call({ ...get, path: at(id, '/attachments'), schema: attachmentsSchema }),
    attach: (id: string, body: NewAttachment): Promise<ApiAnswer<Attachments>> =>
      api.call({
        method: 'POST',
        path: at(id, '/attachments'),
        body,
        schema: attachmentsSchema,
        timeoutMs: FILE_WITHIN_MS,
      }),
    detach: (id: string, attachmentId: string) =>
      api.call({
        method: 'DELETE',
        path: at(id, `/attachments/${attachmentId}`),
        schema: anything,
      }),
  };
}

export type WorkplaceApi = ReturnType<typeof workplaceApi>;

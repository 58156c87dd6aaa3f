import type { ApiAnswer } from '../../../shared/src/api/answer';
import type { Api } from '../../../shared/src/api/client';
import { allPages, idOf, type Whole } from '../../../shared/src/api/pages';
import {
  incidentSchema,
  incidentsSchema,
  incidentVersionsSchema,
  letterTemplatesSchema,
  letterTextSchema,
} from '../../../shared/src/api/parse-incidents';
import type {
  AftercareEnding,
  Incident,
  IncidentForm,
  IncidentInvolvement,
  IncidentPerpetrator,
  Incidents,
  IncidentStepOutcome,
  IncidentVersions,
  LetterTemplates,
  LetterText,
  MeasureTowardChange,
  NewAttachment,
  NewIncident,
  NewLetter,
  NewMeasureToward,
} from '../../../shared/src/api/types';
import { FILE_WITHIN_MS } from '../../../shared/src/shell/files';

/** Which incidents somebody wants to see. */
export interface IncidentFilter {
  readonly scope: 'mine' | 'team' | 'all';
  readonly from: string;
  readonly until: string;
  readonly seriousness: string;
  readonly openAftercare: boolean;
}

/** What can be done to an incident; each answers with how it stands then. */
export type IncidentAct =
  | { readonly path: 'closings'; readonly body: undefined }
  | { readonly path: 'involved'; readonly body: IncidentInvolvement }
  | { readonly path: `steps/${string}/outcomes`; readonly body: IncidentStepOutcome }
  | { readonly path: 'aftercare-endings'; readonly body: AftercareEnding }
  | { readonly path: 'measures'; readonly body: NewMeasureToward }
  | { readonly path: 'attachments'; readonly body: NewAttachment }
  | { readonly path: `measures/${string}/letters`; readonly body: NewLetter }
  | { readonly path: `letters/${string}/sendings`; readonly body: { readonly sentOn: string } };

/** What is stored anew as a whole. */
export type IncidentPut =
  | { readonly path: 'details'; readonly body: IncidentForm }
  | { readonly path: 'perpetrator'; readonly body: IncidentPerpetrator }
  | { readonly path: `measures/${string}`; readonly body: MeasureTowardChange }
  | { readonly path: `letters/${string}`; readonly body: LetterText };

/** What can be taken away from it. */
export type IncidentPart = `involved/${string}` | `attachments/${string}`;

/** Everything the pages about incidents ask of the server. */
export interface IncidentApi {
  list(filter: IncidentFilter): Promise<ApiAnswer<Whole<Incidents>>>;
  incident(id: string): Promise<ApiAnswer<Incident>>;
  versions(id: string): Promise<ApiAnswer<IncidentVersions>>;
  report(incident: NewIncident): Promise<ApiAnswer<Incident>>;
  act(id: string, act: IncidentAct): Promise<ApiAnswer<Incident>>;
  put(id: string, put: IncidentPut): Promise<ApiAnswer<Incident>>;
  remove(id: string, part: IncidentPart): Promise<ApiAnswer<Incident>>;
  templates(): Promise<ApiAnswer<LetterTemplates>>;
  setTemplate(template: string, text: LetterText): Promise<ApiAnswer<LetterTemplates>>;
  useShipped(template: string): Promise<ApiAnswer<LetterTemplates>>;
  preview(text: LetterText): Promise<ApiAnswer<LetterText>>;
}

/** The list as the server is asked for it; also the way to the table as a file. */
export function queryOf(filter: IncidentFilter): string {
  const query = new URLSearchParams({ scope: filter.scope });
  if (filter.from !== '') query.set('from', filter.from);
  if (filter.until !== '') query.set('until', filter.until);
  if (filter.seriousness !== '') query.set('seriousness', filter.seriousness);
  if (filter.openAftercare) query.set('aftercare', 'open');
  return query.toString();
}

export function incidentApi(api: Api): IncidentApi {
  const get = { method: 'GET' } as const;
  const one = { schema: incidentSchema };
  const texts = { schema: letterTemplatesSchema };
  return {
    list: (filter) => allPages(api, `/incidents?${queryOf(filter)}`, incidentsSchema, idOf),
    incident: (id) => api.call({ ...get, ...one, path: `/incidents/${id}` }),
    versions: (id) =>
      api.call({ ...get, path: `/incidents/${id}/versions`, schema: incidentVersionsSchema }),
    report: (body) => api.call({ ...one, method: 'POST', path: '/incidents', body }),
    act: (id, { path, body }) =>
      api.call({
        ...one,
        method: 'POST',
        path: `/incidents/${id}/${path}`,
        body,
        ...(path === 'attachments' ? { timeoutMs: FILE_WITHIN_MS } : {}),
      }),
    put: (id, { path, body }) =>
      api.call({ ...one, method: 'PUT', path: `/incidents/${id}/${path}`, body }),
    remove: (id, part) => api.call({ ...one, method: 'DELETE', path: `/incidents/${id}/${part}` }),
    templates: () => api.call({ ...get, ...texts, path: '/letter-templates' }),
    setTemplate: (template, body) =>
      api.call({ ...texts, method: 'PUT', path: `/letter-templates/${template}`, body }),
    useShipped: (template) =>
      api.call({ ...texts, method: 'DELETE', path: `/letter-templates/${template}` }),
    preview: (body) =>
      api.call({
        method: 'POST',
        asks: true,
        path: '/letter-template-previews',
        schema: letterTextSchema,
        body,
      }),
  };
}

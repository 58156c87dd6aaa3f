import type { ApiAnswer } from '../../../shared/src/api/answer';
import type { Api } from '../../../shared/src/api/client';
import { allPages, idOf, type Whole } from '../../../shared/src/api/pages';
import { anything } from '../../../shared/src/api/parse';
import { guidanceSchema } from '../../../shared/src/api/parse-preparation';
import * as parse from '../../../shared/src/api/parse-meetings';
import type {
  Agreement,
  AgreementChange,
  AgreementEnding,
  AgreementHistory,
  AgreementReview,
  Agreements,
  Guidance,
  Mailed,
  Meeting,
  Meetings,
  NewAgreement,
  NewAttendance,
  NewDecision,
  NewMeeting,
  NewProtocolDraft,
  NewProtocolVersion,
  ProtocolDraft,
  ProtocolInForce,
  ProtocolReaders,
  ProtocolVersion,
  ProtocolVersions,
  ProtocolVersionWords,
  SavedMinutes,
} from '../../../shared/src/api/types';

export type TeamScope = 'team' | 'all';

export type AgreementAct =
  | ({ readonly kind: 'changes' } & AgreementChange)
  | ({ readonly kind: 'reviews' } & AgreementReview)
  | ({ readonly kind: 'endings' } & AgreementEnding);

/** Everything the pages about protocol, agreements and meetings ask of the server. */
export interface MeetingApi {
  protocol(): Promise<ApiAnswer<ProtocolInForce>>;
  guidance(): Promise<ApiAnswer<{ readonly guidance: Guidance }>>;
  versions(): Promise<ApiAnswer<ProtocolVersions>>;
  version(version: number): Promise<ApiAnswer<ProtocolVersionWords>>;
  draft(): Promise<ApiAnswer<ProtocolDraft>>;
  saveDraft(draft: NewProtocolDraft): Promise<ApiAnswer<ProtocolDraft>>;
  discardDraft(): Promise<ApiAnswer<unknown>>;
  force(version: NewProtocolVersion): Promise<ApiAnswer<ProtocolVersion>>;
  takeBack(): Promise<ApiAnswer<ProtocolDraft>>;
  read(version: number): Promise<ApiAnswer<unknown>>;
  readers(scope: TeamScope): Promise<ApiAnswer<ProtocolReaders>>;
  agreements(scope: TeamScope, ended: boolean): Promise<ApiAnswer<Whole<Agreements>>>;
  agreement(id: string): Promise<ApiAnswer<AgreementHistory>>;
  addAgreement(made: NewAgreement): Promise<ApiAnswer<Agreement>>;
  actOnAgreement(id: string, act: AgreementAct): Promise<ApiAnswer<Agreement>>;
  meetings(scope: TeamScope): Promise<ApiAnswer<Whole<Meetings>>>;
  meeting(id: string): Promise<ApiAnswer<Meeting>>;
  plan(meeting: NewMeeting): Promise<ApiAnswer<Meeting>>;
  /** `path` is what comes after the meeting's id. */
  act(id: string, path: string, body: unknown): Promise<ApiAnswer<Meeting>>;
  removeItem(id: string, itemId: string): Promise<ApiAnswer<Meeting>>;
  order(id: string, itemIds: readonly string[]): Promise<ApiAnswer<Meeting>>;
  attend(id: string, attendance: NewAttendance): Promise<ApiAnswer<Meeting>>;
  decide(id: string, itemId: string, decision: NewDecision): Promise<ApiAnswer<Meeting>>;
  saveMinutes(
    id: string,
    itemId: string,
    revision: number,
    minutes: string,
  ): Promise<ApiAnswer<SavedMinutes>>;
  mail(id: string, what: 'agenda' | 'minutes'): Promise<ApiAnswer<Mailed>>;
}

export function meetingApi(api: Api): MeetingApi {
  const get = { method: 'GET' } as const;
  const put = { method: 'PUT' } as const;
  const remove = { method: 'DELETE' } as const;
  const post = { method: 'POST' } as const;
  const schema = parse.meetingSchema;
  const of = (id: string): string => `/meetings/${id}`;
  return {
    protocol: () => api.call({ ...get, path: '/protocol', schema: parse.protocolSchema }),
    guidance: () => api.call({ ...get, path: '/guidance', schema: guidanceSchema }),
    versions: () =>
      api.call({ ...get, path: '/protocol/versions', schema: parse.protocolVersionsSchema }),
    version: (version) =>
      api.call({
        ...get,
        path: `/protocol/versions/${version}`,
        schema: parse.protocolVersionWordsSchema,
      }),
    draft: () => api.call({ ...get, path: '/protocol/draft', schema: parse.protocolDraftSchema }),
    saveDraft: (body) =>
      api.call({ ...put, path: '/protocol/draft', schema: parse.protocolDraftSchema, body }),
    discardDraft: () => api.call({ ...remove, path: '/protocol/draft', schema: anything }),
    force: (body) =>
      api.call({
        ...post,
        path: '/protocol/versions',
        schema: parse.protocolVersionSchema,
        body,
      }),
    takeBack: () =>
      api.call({
        method: 'POST',
        path: '/protocol/take-backs',
        schema: parse.protocolDraftSchema,
      }),
    read: (version) =>
      api.call({ ...post, path: '/protocol/receipts', schema: anything, body: { version } }),
    readers: (scope) =>
      api.call({
        ...get,
        path: `/protocol/readers?scope=${scope}`,
        schema: parse.protocolReadersSchema,
      }),
    agreements: (scope, ended) =>
      allPages(api, `/agreements?scope=${scope}&ended=${ended}`, parse.agreementsSchema, idOf),
    agreement: (id) =>
      api.call({ ...get, path: `/agreements/${id}`, schema: parse.agreementHistorySchema }),
    addAgreement: (body) =>
      api.call({ ...post, path: '/agreements', schema: parse.agreementSchema, body }),
    actOnAgreement: (id, { kind, ...body }) =>
      api.call({
        ...post,
        path: `/agreements/${id}/${kind}`,
        schema: parse.agreementSchema,
        body,
      }),
    meetings: (scope) => allPages(api, `/meetings?scope=${scope}`, parse.meetingsSchema, idOf),
    meeting: (id) => api.call({ ...get, path: of(id), schema }),
    plan: (body) => api.call({ ...post, path: '/meetings', schema, body }),
    act: (id, path, body) => api.call({ ...post, path: `${of(id)}/${path}`, schema, body }),
    removeItem: (id, itemId) => api.call({ ...remove, path: `${of(id)}/items/${itemId}`, schema }),
    order: (id, itemIds) =>
      api.call({ ...put, path: `${of(id)}/order`, schema, body: { itemIds } }),
    attend: (id, body) => api.call({ ...put, path: `${of(id)}/attendance`, schema, body }),
    decide: (id, itemId, body) =>
      api.call({ ...post, path: `${of(id)}/items/${itemId}/decisions`, schema, body }),
    saveMinutes: (id, itemId, revision, minutes) =>
      api.call({
        ...put,
        path: `${of(id)}/items/${itemId}/minutes`,
        schema: parse.savedMinutesSchema,
        body: { revision, minutes },
      }),
    mail: (id, what) =>
      api.call({
        ...post,
        path: `${of(id)}/mailings`,
        schema: parse.mailedSchema,
        body: { what },
      }),
  };
}

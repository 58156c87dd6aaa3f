import * as v from 'valibot';
import { moment, pageLinksSchema, type Schema } from './parse';
import type {
  Agreement,
  AgreementHistory,
  Agreements,
  Mailed,
  Meeting,
  Meetings,
  ProtocolDraft,
  ProtocolInForce,
  ProtocolReaders,
  ProtocolVersion,
  ProtocolVersions,
  ProtocolVersionWords,
  SavedMinutes,
} from './types';

const words = v.object({ nl: v.string(), en: v.nullable(v.string()) });
const maybe = v.nullable(v.string());

export const protocolSchema: Schema<ProtocolInForce> = v.object({
  version: v.number(),
  inForceFrom: maybe,
  words,
  readAt: v.nullable(moment),
  next: v.nullable(v.object({ version: v.number(), inForceFrom: v.string() })),
});

export const protocolVersionSchema: Schema<ProtocolVersion> = v.object({
  version: v.number(),
  standing: v.picklist(['draft', 'planned', 'in-force', 'superseded']),
  inForceFrom: maybe,
  note: maybe,
  madeByName: maybe,
  madeAt: v.nullable(moment),
});

export const protocolVersionsSchema: Schema<ProtocolVersions> = v.object({
  items: v.array(protocolVersionSchema),
});

export const protocolVersionWordsSchema: Schema<ProtocolVersionWords> = v.object({
  version: protocolVersionSchema,
  words,
});

export const protocolDraftSchema: Schema<ProtocolDraft> = v.object({
  version: v.number(),
  revision: v.number(),
  standing: v.picklist(['none', 'draft', 'planned']),
  inForceFrom: maybe,
  madeByName: maybe,
  madeAt: v.nullable(moment),
  words,
});

export const protocolReadersSchema: Schema<ProtocolReaders> = v.object({
  version: v.number(),
  items: v.array(
    v.object({
      personId: v.string(),
      name: v.string(),
      teamName: v.string(),
      readAt: v.nullable(moment),
      before: v.nullable(v.number()),
    }),
  ),
});

export const agreementSchema: Schema<Agreement> = v.object({
  id: v.string(),
  teamId: v.string(),
  teamName: v.string(),
  words: v.string(),
  ownerId: v.string(),
  ownerName: v.string(),
  reviewOn: v.string(),
  meetingId: maybe,
  madeAt: moment,
  endedAt: v.nullable(moment),
  version: v.number(),
  mayChange: v.boolean(),
});

export const agreementsSchema: Schema<Agreements> = v.object({
  items: v.array(agreementSchema),
  _links: pageLinksSchema,
});

export const agreementHistorySchema: Schema<AgreementHistory> = v.object({
  agreement: agreementSchema,
  changes: v.array(
    v.object({
      kind: v.picklist(['made', 'changed', 'reviewed', 'ended']),
      words: v.string(),
      ownerName: v.string(),
      reviewOn: v.string(),
      byName: v.string(),
      at: moment,
      reason: maybe,
    }),
  ),
});

const summary = {
  id: v.string(),
  teamId: v.string(),
  teamName: v.string(),
  startsAt: moment,
  room: maybe,
  state: v.picklist(['planned', 'finished', 'cancelled']),
};

export const meetingsSchema: Schema<Meetings> = v.object({
  items: v.array(v.object(summary)),
  _links: pageLinksSchema,
});

const line = v.object({
  code: v.string(),
  words: v.string(),
  who: maybe,
  at: v.nullable(moment),
  counts: v.nullable(
    v.object({
      signals: v.number(),
      incidents: v.number(),
      departures: v.number(),
      panics: v.number(),
    }),
  ),
  subject: maybe,
});

const decision = v.object({
  id: v.string(),
  became: v.picklist(['task', 'agreement']),
  subjectId: v.string(),
  words: v.string(),
  ownerName: v.string(),
  dueOn: v.string(),
});

export const meetingSchema: Schema<Meeting> = v.object({
  ...summary,
  endedAt: v.nullable(moment),
  endedByName: maybe,
  version: v.number(),
  mayChange: v.boolean(),
  items: v.array(
    v.object({
      id: v.string(),
      kind: v.picklist([
        'previous',
        'signals',
        'incidents',
        'hot-spots',
        'visits',
        'agreements',
        'tasks',
        'own',
      ]),
      title: maybe,
      minutes: v.string(),
      revision: v.number(),
      lines: v.array(line),
      more: v.number(),
      decisions: v.array(decision),
    }),
  ),
  attendance: v.array(
    v.object({
      personId: v.string(),
      name: v.string(),
      how: v.nullable(v.picklist(['present', 'excused', 'absent'])),
    }),
  ),
});

export const savedMinutesSchema: Schema<SavedMinutes> = v.object({ revision: v.number() });

export const mailedSchema: Schema<Mailed> = v.object({
  told: v.number(),
  unreachedNames: v.array(v.string()),
});

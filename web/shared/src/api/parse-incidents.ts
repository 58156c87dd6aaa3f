import * as v from 'valibot';
import { moment, pageLinksSchema, type Schema } from './parse';
import { attachmentSchema } from './parse-attachments';
import type {
  Incident,
  IncidentDetails,
  IncidentLine,
  Incidents,
  IncidentVersion,
  IncidentVersions,
  Letter,
  LetterTemplates,
  LetterText,
  MeasureToward,
} from './types';

export const INCIDENT_KINDS = ['aggression', 'accident', 'near-miss'] as const;

/** Behaviour in the groups in which a form shows it. */
export const BEHAVIOUR_GROUPS = {
  verbal: ['scolding', 'humiliating', 'discriminating'],
  intimidating: ['threatening-posture', 'hindering', 'following', 'stalking', 'sexual-harassment'],
  threats: [
    'threat-of-violence',
    'threat-with-weapon',
    'threat-to-family',
    'threat-of-fire',
    'bomb-threat',
  ],
  physical: [
    'pushing',
    'grabbing',
    'spitting',
    'hitting',
    'kicking',
    'biting',
    'throwing',
    'setting-animal-on',
    'locking-up',
    'weapon-shown',
    'weapon-used',
  ],
  property: ['vandalism', 'theft', 'trespassing', 'disturbance'],
  distance: ['online-message', 'filming', 'doxing', 'in-writing'],
} as const;

export const BEHAVIOURS = [
  ...BEHAVIOUR_GROUPS.verbal,
  ...BEHAVIOUR_GROUPS.intimidating,
  ...BEHAVIOUR_GROUPS.threats,
  ...BEHAVIOUR_GROUPS.physical,
  ...BEHAVIOUR_GROUPS.property,
  ...BEHAVIOUR_GROUPS.distance,
] as const;
export type Behaviour = (typeof BEHAVIOURS)[number];

export const FORMS = [
  'frustration',
  'instrumental',
  'under-influence',
  'expressive',
  'unknown',
] as const;
export const SETTINGS = [
  'home',
  'street',
  'desk',
  'phone',
  'mail',
  'online',
  'own-home',
  'on-the-road',
  'other',
] as const;
export const RELATIONS = [
  'resident',
  'relative',
  'neighbour',
  'passer-by',
  'visitor',
  'organised',
  'colleague',
  'other',
  'unknown',
] as const;
export const CAUSES = [
  'decision',
  'waiting',
  'refusal',
  'rule',
  'rumour',
  'other',
  'unknown',
] as const;
export const INJURIES = ['none', 'first-aid', 'doctor', 'hospital'] as const;
export const MENTAL = ['none', 'upset', 'heavy', 'unknown'] as const;
export const POLICE = ['not', 'notification', 'formal-report'] as const;
export const STEPS = [
  'reaction',
  'police',
  'inspectorate',
  'lesson',
  'evaluation',
  'measure-review',
  'next-contact',
  'team-meeting',
  'same-day',
  'first-talk',
  'second-talk',
  'third-talk',
  'offer-again',
] as const;
export const MEASURES_TOWARD = [
  'spoken-to',
  'conversation-ended',
  'warning-letter',
  'conduct-meeting',
  'contact-limited',
  'service-suspended',
  'building-ban',
  'benefit-lowered',
  'police-notification',
  'police-report',
  'damage-recovered',
  'area-ban',
] as const;
export const OBJECTIONS = ['not-possible', 'possible', 'received', 'upheld', 'rejected'] as const;
export const LETTERS = ['warning', 'conversation', 'ban'] as const;
export const AFTERCARE_WORDS = ['worker', 'supervisor', 'peer-support'] as const;

const maybeText = v.exactOptional(v.nullable(v.string()));
const maybeYes = v.exactOptional(v.nullable(v.boolean()));
const maybeNumber = v.exactOptional(v.nullable(v.number()));

export const incidentDetailsSchema: Schema<IncidentDetails> = v.object({
  what: v.string(),
  behaviours: v.array(v.picklist(BEHAVIOURS)),
  form: v.exactOptional(v.nullable(v.picklist(FORMS))),
  setting: v.exactOptional(v.nullable(v.picklist(SETTINGS))),
  alone: maybeYes,
  with: maybeText,
  perpetrator: v.exactOptional(
    v.nullable(
      v.object({
        known: maybeYes,
        relation: v.exactOptional(v.nullable(v.picklist(RELATIONS))),
        minor: maybeYes,
      }),
    ),
  ),
  cause: v.exactOptional(v.nullable(v.picklist(CAUSES))),
  consequences: v.exactOptional(
    v.nullable(
      v.object({
        injury: v.exactOptional(v.nullable(v.picklist(INJURIES))),
        mental: v.exactOptional(v.nullable(v.picklist(MENTAL))),
        absenceDays: maybeNumber,
        damageCents: maybeNumber,
        workStopped: maybeYes,
      }),
    ),
  ),
  evidence: maybeText,
  police: v.exactOptional(
    v.nullable(
      v.object({
        choice: v.exactOptional(v.nullable(v.picklist(POLICE))),
        on: maybeText,
        vptCode: maybeYes,
        domicile: maybeYes,
        number: maybeText,
        followUp: maybeText,
      }),
    ),
  ),
  inspectorate: v.exactOptional(
    v.nullable(
      v.object({
        death: maybeYes,
        lastingInjury: maybeYes,
        hospital: maybeYes,
        decision: v.exactOptional(v.nullable(v.picklist(['due', 'not-due']))),
        notifiedOn: maybeText,
      }),
    ),
  ),
  lesson: maybeText,
});

const incidentLineSchema: Schema<IncidentLine> = v.object({
  id: v.string(),
  kind: v.picklist(INCIDENT_KINDS),
  happenedAt: moment,
  teamId: v.string(),
  teamName: v.string(),
  seriousness: v.nullable(v.number()),
  behaviours: v.array(v.string()),
  complete: v.boolean(),
  openSteps: v.number(),
  nextDueAt: v.nullable(moment),
  aftercareOpen: v.boolean(),
  closedAt: v.nullable(moment),
});

export const incidentsSchema: Schema<Incidents> = v.object({
  items: v.array(incidentLineSchema),
  _links: pageLinksSchema,
});

const measureSchema: Schema<MeasureToward> = v.object({
  id: v.string(),
  kind: v.picklist(MEASURES_TOWARD),
  behaviours: v.array(v.string()),
  terms: v.string(),
  decidedByName: v.string(),
  startsOn: v.string(),
  endsOn: v.string(),
  reviewOn: v.string(),
  inForce: v.boolean(),
  heardOn: v.nullable(v.string()),
  notHeardBecause: v.nullable(v.string()),
  objection: v.picklist(OBJECTIONS),
  objectionOn: v.nullable(v.string()),
  toldTo: v.nullable(v.string()),
});

const letterSchema: Schema<Letter> = v.object({
  id: v.string(),
  measureId: v.string(),
  template: v.picklist(LETTERS),
  subject: v.string(),
  body: v.string(),
  madeByName: v.string(),
  madeAt: moment,
  sentOn: v.nullable(v.string()),
});

export const incidentSchema: Schema<Incident> = v.object({
  id: v.string(),
  version: v.number(),
  kind: v.picklist(INCIDENT_KINDS),
  happenedAt: moment,
  madeAt: moment,
  reporterName: v.string(),
  teamId: v.string(),
  teamName: v.string(),
  address: v.nullable(v.string()),
  seriousness: v.nullable(v.number()),
  details: incidentDetailsSchema,
  facts: v.object({
    watchShape: v.nullable(v.string()),
    startedAt: v.nullable(v.string()),
    companion: v.nullable(v.string()),
    measuresDone: v.array(v.string()),
    measuresWaived: v.array(v.string()),
    alarmKind: v.nullable(v.string()),
    alarmAt: v.nullable(v.string()),
    acknowledgedSeconds: v.nullable(v.number()),
    arrivedSeconds: v.nullable(v.number()),
  }),
  perpetrator: v.nullable(v.object({ name: maybeText, address: maybeText })),
  labourNotice: v.picklist(['due', 'not-due', 'unknown']),
  missing: v.array(v.string()),
  mayManage: v.boolean(),
  mayEdit: v.boolean(),
  involved: v.array(
    v.object({
      personId: v.string(),
      personName: v.string(),
      role: v.picklist(['victim', 'witness']),
      aftercareClosedAt: v.nullable(moment),
      aftercareClosedByName: v.nullable(v.string()),
      aftercareWord: v.nullable(v.picklist(AFTERCARE_WORDS)),
    }),
  ),
  steps: v.array(
    v.object({
      id: v.string(),
      personId: v.nullable(v.string()),
      kind: v.picklist(STEPS),
      state: v.picklist(['open', 'done', 'refused', 'not-needed']),
      dueAt: moment,
      ownerName: v.nullable(v.string()),
      rung: v.number(),
      endedAt: v.nullable(moment),
      heldByName: v.nullable(v.string()),
      nextOn: v.nullable(v.string()),
    }),
  ),
  measures: v.array(measureSchema),
  letters: v.array(letterSchema),
  attachments: v.array(attachmentSchema),
  closedAt: v.nullable(moment),
  closedByName: v.nullable(v.string()),
});

const incidentVersionSchema: Schema<IncidentVersion> = v.object({
  version: v.number(),
  kind: v.picklist(INCIDENT_KINDS),
  happenedAt: moment,
  seriousness: v.nullable(v.number()),
  details: incidentDetailsSchema,
  madeByName: v.string(),
  madeAt: moment,
});

export const incidentVersionsSchema: Schema<IncidentVersions> = v.object({
  items: v.array(incidentVersionSchema),
});

export const letterTextSchema: Schema<LetterText> = v.object({
  subject: v.string(),
  body: v.string(),
});

export const letterTemplatesSchema: Schema<LetterTemplates> = v.object({
  items: v.array(
    v.object({
      template: v.picklist(LETTERS),
      subject: v.string(),
      body: v.string(),
      isOwn: v.boolean(),
    }),
  ),
  names: v.array(v.string()),
});

import * as v from 'valibot';
import { moment, pageLinksSchema, type Schema } from './parse';
import type {
  AcceptedProposal,
  Calendar,
  CalendarProposal,
  CalendarProposals,
  CalendarRule,
  Calendars,
} from './types';

/** What a worker reads of calendars kept elsewhere. */
export const calendarRuleSchema: Schema<CalendarRule> = v.object({
  id: v.string(),
  word: v.nullable(v.string()),
});

export const calendarSchema: Schema<Calendar> = v.object({
  id: v.string(),
  name: v.string(),
  kind: v.picklist(['feed', 'caldav']),
  host: v.string(),
  userName: v.nullable(v.string()),
  keepsTitles: v.boolean(),
  answeredAt: v.nullable(moment),
  trouble: v.nullable(
    v.picklist([
      'not-reached',
      'forbidden-address',
      'sign-in',
      'not-found',
      'not-a-calendar',
      'too-large',
      'too-much',
      'odd-answer',
      'password-lost',
      'failed',
    ]),
  ),
  unreadable: v.number(),
  rules: v.array(calendarRuleSchema),
});

export const calendarsSchema: Schema<Calendars> = v.object({ items: v.array(calendarSchema) });

const proposalSchema: Schema<CalendarProposal> = v.object({
  id: v.string(),
  calendarId: v.string(),
  plannedStartAt: moment,
  plannedEndAt: moment,
  allDay: v.boolean(),
  address: v.nullable(v.string()),
  title: v.nullable(v.string()),
});

export const proposalsSchema: Schema<CalendarProposals> = v.object({
  items: v.array(proposalSchema),
  _links: pageLinksSchema,
});

export const acceptedProposalSchema: Schema<AcceptedProposal> = v.object({ visitId: v.string() });

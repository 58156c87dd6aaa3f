import type { ApiAnswer } from '../../../shared/src/api/answer';
import type { Api } from '../../../shared/src/api/client';
import { anything } from '../../../shared/src/api/parse';
import {
  acceptedProposalSchema,
  calendarRuleSchema,
  calendarSchema,
  calendarsSchema,
  proposalsSchema,
} from '../../../shared/src/api/parse-calendar';
import { changedVisitsSchema } from '../../../shared/src/api/parse-planner';
import type {
  AcceptedProposal,
  Calendar,
  CalendarAcceptance,
  CalendarProposals,
  CalendarRule,
  Calendars,
  ChangedVisits,
  NewCalendar,
} from '../../../shared/src/api/types';

/** Proposals that a screen shows at once; what is answered makes room for the rest. */
const MOST = 200;

/** What the phone asks and tells about calendars. Nothing of them is kept on the phone. */
export interface CalendarLine {
  readonly calendars: () => Promise<ApiAnswer<Calendars>>;
  /** The same `key` twice adds it once: else each appointment would be proposed twice. */
  add(calendar: NewCalendar, key: string): Promise<ApiAnswer<Calendar>>;
  remove(calendarId: string): Promise<ApiAnswer<unknown>>;
  /** `word` null: everything in the calendar. */
  addRule(calendarId: string, word: string | null): Promise<ApiAnswer<CalendarRule>>;
  removeRule(calendarId: string, ruleId: string): Promise<ApiAnswer<unknown>>;
  readonly proposals: () => Promise<ApiAnswer<CalendarProposals>>;
  accept(proposalId: string, as: CalendarAcceptance): Promise<ApiAnswer<AcceptedProposal>>;
  dismiss(proposalId: string): Promise<ApiAnswer<unknown>>;
  /** Takes an acceptance back: the visit is cancelled. */
  cancel(visitId: string): Promise<ApiAnswer<unknown>>;
  restore(visitId: string): Promise<ApiAnswer<ChangedVisits>>;
}

export function createCalendarLine(api: Api): CalendarLine {
  const gone = (path: string) => api.call({ method: 'DELETE', path, schema: anything });
  return {
    calendars: () => api.call({ method: 'GET', path: '/calendars', schema: calendarsSchema }),
    add: (body, idempotencyKey) =>
      api.call({
        method: 'POST',
        path: '/calendars',
        body,
        idempotencyKey,
        schema: calendarSchema,
      }),
    remove: (calendarId) => gone(`/calendars/${calendarId}`),
    addRule: (calendarId, word) =>
      api.call({
        method: 'POST',
        path: `/calendars/${calendarId}/rules`,
        body: { word },
        schema: calendarRuleSchema,
      }),
    removeRule: (calendarId, ruleId) => gone(`/calendars/${calendarId}/rules/${ruleId}`),
    proposals: () =>
      api.call({
        method: 'GET',
        path: `/calendar-proposals?pageSize=${MOST}`,
        schema: proposalsSchema,
      }),
    accept: (proposalId, body) =>
      api.call({
        method: 'POST',
        path: `/calendar-proposals/${proposalId}/acceptances`,
        body,
        schema: acceptedProposalSchema,
      }),
    dismiss: (proposalId) =>
      api.call({
        method: 'POST',
        path: `/calendar-proposals/${proposalId}/dismissals`,
        schema: anything,
      }),
    cancel: (visitId) => gone(`/visits/${visitId}`),
    restore: (visitId) =>
      api.call({
        method: 'POST',
        path: `/visits/${visitId}/restorations`,
        schema: changedVisitsSchema,
      }),
  };
}

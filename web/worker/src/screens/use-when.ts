import type { CalendarProposal } from '../../../shared/src/api/types';
import { useLanguage } from '../../../shared/src/components';
import { clockTime } from '../../../shared/src/core/clock';
import { dayOf, sayDay } from '../../../shared/src/core/local-day';
import { gapsOf } from '../core/calendar';
import { useText } from './app-context';

/** From when to when, as far as the calendar says: "10:00–10:45", "Vanaf 10:00", "Hele dag". */
export function useTimes(): (proposal: CalendarProposal) => string {
  const { proposals } = useText().calendars;
  return (proposal) => {
    if (proposal.allDay) return proposals.allDay;
    const from = clockTime(Date.parse(proposal.plannedStartAt));
    return gapsOf(proposal).includes('times')
      ? proposals.from(from)
      : `${from}–${clockTime(Date.parse(proposal.plannedEndAt))}`;
  };
}

/** "maandag 23 november 10:00–10:45". */
export function useWhen(): (proposal: CalendarProposal) => string {
  const times = useTimes();
  const { language } = useLanguage();
  return (proposal) =>
    `${sayDay(dayOf(Date.parse(proposal.plannedStartAt)), language, 'long')} ${times(proposal).toLowerCase()}`;
}

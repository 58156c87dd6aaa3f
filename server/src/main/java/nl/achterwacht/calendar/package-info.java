/**
 * Visits that come from elsewhere: out of the calendar a worker keeps anyway, or out of a file. An
 * appointment without a watch must be hard to have by accident (H0, H12), so what is found is
 * proposed, with its watch; what the worker accepted follows its appointment from then on. Start
 * reading at {@code CalendarKeeper} for calendars; at {@code bulk.ImportKeeper} for files; {@code
 * ics} reads iCalendar and works out what repeats.
 *
 * <p>Promises: nothing is guessed (what is not certain is asked); nothing is doubled, however often
 * a file or a calendar is read; a title of an appointment is kept only if its worker says so.
 */
@NullMarked
package nl.achterwacht.calendar;

import org.jspecify.annotations.NullMarked;

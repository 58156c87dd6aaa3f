/**
 * Reads iCalendar (RFC 5545) and works out which appointments lie in a time to come. Pure: a text
 * goes in, occurrences come out. Start reading at {@code CalendarText}.
 *
 * <p>Promises: nothing in a calendar makes us call an address; a calendar made to take long or to
 * be endless is refused; what cannot be read is counted, never guessed.
 */
@NullMarked
package nl.achterwacht.calendar.ics;

import org.jspecify.annotations.NullMarked;

/**
 * Team meetings: an agenda that fills itself from what asks to be talked about, minutes, and
 * decisions that become an agreement or a task at once. Start reading at {@code MeetingKeeper}.
 *
 * <p>What fills the agenda comes through {@link nl.achterwacht.meeting.AgendaSource}: this module
 * does not know signals, incidents or visits. Once a meeting is finished nothing of it changes.
 */
@NullMarked
package nl.achterwacht.meeting;

import org.jspecify.annotations.NullMarked;

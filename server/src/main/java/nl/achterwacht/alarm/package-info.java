/**
 * An open alarm and its ladder of people. It never rests until a human closes it: the last step of
 * the ladder repeats, and an acknowledgement is a promise that runs out. Start reading at {@code
 * AlarmRules}, then {@code AlarmKeeper}.
 *
 * <p>Promise: an open alarm has a wake-up time in the database (constraint {@code
 * alarm_never_rests}). Times are UTC instants; durations are whole seconds.
 */
@NullMarked
package nl.achterwacht.alarm;

import org.jspecify.annotations.NullMarked;

/**
 * The dead-man's switch of a worker who is out alone. A missed sign of life first asks the worker;
 * after the grace it opens an alarm. Start reading at {@code WatchRules}, then {@code WatchKeeper}.
 *
 * <p>Promise: while planned, running or overdue, a watch has a wake-up time in the database
 * (constraint {@code watch_never_sleeps}). Times are UTC instants; durations are whole seconds.
 */
@NullMarked
package nl.achterwacht.watch;

import org.jspecify.annotations.NullMarked;

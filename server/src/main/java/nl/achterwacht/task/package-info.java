/**
 * Tasks: what somebody must do before a moment, with an owner and a date, until a person answers
 * it. A task that nobody does climbs to the supervisor, the safety officer and further, and never
 * falls silent. Start reading at {@code TaskRules}.
 */
@NullMarked
package nl.achterwacht.task;

import org.jspecify.annotations.NullMarked;

package nl.achterwacht.meeting;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing to talk about. It names no resident and no door: the whole team reads it, also on
 * paper.
 *
 * @param code what kind of thing, in the words of its source: the kind of a signal, a risk class
 * @param words a street, or what somebody wrote who knew that others read it; may be empty
 * @param who the colleague who owns it or goes there; null when nobody
 * @param at when it was, is or must be done (ISO 8601); null when it has no moment
 * @param counts how often what happened there in twelve months; null when nothing is counted
 * @param subject the thing itself, to look it up; null when there is nothing to look up
 */
public record AgendaLine(
    String code,
    String words,
    @Nullable String who,
    @Nullable String at,
    @Nullable Counts counts,
    @Nullable UUID subject) {
  /** Numbers of an area. */
  public record Counts(int signals, int incidents, int departures, int panics) {}
}

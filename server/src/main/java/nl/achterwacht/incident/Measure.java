package nl.achterwacht.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.task.TaskId;
import org.jspecify.annotations.Nullable;

/**
 * What is done toward who did it. It ends by itself on its last day.
 *
 * @param kind a step of the escalation list, such as warning-letter or building-ban
 * @param term what it comes to, from when, and until when
 * @param review the task to look at it again
 */
public record Measure(
    UUID id,
    IncidentId incident,
    String kind,
    List<String> behaviours,
    PersonId decidedBy,
    PersonId madeBy,
    Instant madeAt,
    Term term,
    Hearing hearing,
    Objection objection,
    @Nullable String toldTo,
    TaskId review,
    int version) {

  public Measure {
    behaviours = List.copyOf(behaviours);
  }

  /** What it comes to, in words, and for how long. */
  public record Term(String text, LocalDate startsOn, LocalDate endsOn, LocalDate reviewOn) {}

  /** Whether the person could give their side first; otherwise why not. */
  public record Hearing(@Nullable LocalDate on, @Nullable String notBecause) {}

  /**
   * Whether the person can object, or did.
   *
   * @param state not-possible, possible, received, upheld or rejected
   */
  public record Objection(String state, @Nullable LocalDate on) {}

  /** Whether it holds on {@code day}; an objection that was right ends it. */
  public boolean isInForce(LocalDate day) {
    return !day.isBefore(term.startsOn())
        && !day.isAfter(term.endsOn())
        && !objection.state().equals("upheld");
  }
}

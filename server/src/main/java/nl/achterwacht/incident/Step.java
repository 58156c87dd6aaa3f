package nl.achterwacht.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.task.TaskId;
import org.jspecify.annotations.Nullable;

/**
 * A step that must follow an incident. Until it has an outcome, its task waits for somebody.
 *
 * @param person whose aftercare it is; null for a step of the whole incident
 * @param dueAt before when, as it was planned here; somebody may have given its task another date
 * @param outcome done, refused or not-needed; null while it is open
 * @param heldBy who held the talk
 * @param nextOn when it is tried again
 */
public record Step(
    UUID id,
    IncidentId incident,
    @Nullable PersonId person,
    StepKind kind,
    TaskId task,
    Instant dueAt,
    @Nullable String outcome,
    @Nullable Instant endedAt,
    @Nullable PersonId endedBy,
    @Nullable PersonId heldBy,
    @Nullable LocalDate nextOn) {
  public boolean isOpen() {
    return outcome == null;
  }
}

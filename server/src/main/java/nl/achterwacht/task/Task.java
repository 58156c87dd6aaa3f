package nl.achterwacht.task;

import java.time.Instant;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * A task as it stands in its table.
 *
 * @param team whose supervisors it climbs to
 * @param subject the signal, watch, workplace or other thing it is about
 * @param what what must be done, in the words of who made it; empty when the kind says enough. Only
 *     shown on pages, never sent
 * @param madeBy null when the server made it
 */
public record Task(
    OrganisationId organisation,
    TaskId id,
    TaskKind kind,
    TeamId team,
    UUID subject,
    String what,
    @Nullable PersonId madeBy,
    Instant madeAt,
    TaskState state,
    int version) {

  Task of(TeamId other) {
    return new Task(organisation, id, kind, other, subject, what, madeBy, madeAt, state, version);
  }

  Task in(TaskState next) {
    return new Task(organisation, id, kind, team, subject, what, madeBy, madeAt, next, version + 1);
  }
}

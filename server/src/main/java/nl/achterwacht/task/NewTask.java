package nl.achterwacht.task;

import java.time.Instant;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * What a new task needs; see {@link Task}.
 *
 * @param owner null for the team's supervisor, or who comes closest to that
 */
public record NewTask(
    OrganisationId organisation,
    TaskKind kind,
    TeamId team,
    UUID subject,
    String what,
    @Nullable PersonId owner,
    @Nullable PersonId madeBy,
    Instant dueAt) {}

package nl.achterwacht.incident;

import java.time.Instant;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.task.TaskId;
import org.jspecify.annotations.Nullable;

/**
 * Which step of which incident a task is.
 *
 * @param team whose incident it is
 * @param person whose aftercare it is; null for a step of the whole incident
 */
public record TaskStep(TaskId task, TeamId team, Instant happenedAt, @Nullable PersonId person) {}

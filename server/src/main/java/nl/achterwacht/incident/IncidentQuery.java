package nl.achterwacht.incident;

import java.time.Instant;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents somebody asks for; null asks for all.
 *
 * @param person those that this person reported or was involved in
 * @param seriousness those that are at least as serious
 * @param aftercareOpen only those that ask for aftercare still
 */
public record IncidentQuery(
    @Nullable TeamId team,
    @Nullable PersonId person,
    @Nullable Instant from,
    @Nullable Instant until,
    @Nullable Integer seriousness,
    boolean aftercareOpen) {}

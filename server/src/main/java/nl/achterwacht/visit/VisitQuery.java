package nl.achterwacht.visit;

import java.time.Instant;
import nl.achterwacht.base.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Which visits to list, by planned start.
 *
 * @param worker only of this worker; null for the whole organisation
 * @param from starting at or after this; null for no bound
 * @param until starting before this; null for no bound
 */
public record VisitQuery(
    @Nullable PersonId worker,
    @Nullable Instant from,
    @Nullable Instant until,
    int offset,
    int limit) {}

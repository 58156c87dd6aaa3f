package nl.achterwacht.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An incident in a list, with what still waits.
 *
 * @param nextDueAt before when the first open step must be done; null when none is open
 * @param aftercareOpen whether the aftercare of a victim is open
 */
public record IncidentLine(
    Incident incident, int openSteps, @Nullable Instant nextDueAt, boolean aftercareOpen) {}

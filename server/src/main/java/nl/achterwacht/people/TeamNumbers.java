package nl.achterwacht.people;

import java.time.Duration;

/** A team's own numbers; the defaults are those of DESIGN 4. Whole seconds. */
public record TeamNumbers(
    Duration reminder,
    Duration grace,
    Duration highRiskGrace,
    Duration phoneAfter,
    Duration extension,
    Duration journeyMargin,
    Duration shiftSignEvery,
    Duration shortGrace,
    Duration promise) {}

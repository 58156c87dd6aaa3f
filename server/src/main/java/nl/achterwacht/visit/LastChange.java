package nl.achterwacht.visit;

import java.time.Instant;
import nl.achterwacht.base.PersonId;

/** Who changed a visit last, and when: for whoever had another version of it on the screen. */
public record LastChange(PersonId by, Instant at) {}

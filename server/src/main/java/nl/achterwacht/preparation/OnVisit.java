package nl.achterwacht.preparation;

import java.time.Instant;
import nl.achterwacht.base.PersonId;

/** What the rules of a measure need to know of its visit. */
record OnVisit(PersonId worker, Instant startAt, Instant endAt) {}

package nl.achterwacht.protocol;

import java.time.Instant;
import nl.achterwacht.people.Person;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who must know the protocol.
 *
 * @param readAt when they read the version in force; null when they have not
 * @param before the newest earlier version that they read; null when there is none
 */
public record Reader(Person person, @Nullable Instant readAt, @Nullable Integer before) {}

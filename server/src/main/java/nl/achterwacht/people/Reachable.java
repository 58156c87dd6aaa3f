package nl.achterwacht.people;

import java.util.List;
import java.util.UUID;
import nl.achterwacht.base.PersonRef;

/**
 * Somebody and the verified ways to reach them.
 *
 * @param language {@code nl} or {@code en}
 */
public record Reachable(PersonRef ref, String name, String language, List<Way> ways) {
  public Reachable {
    ways = List.copyOf(ways);
  }

  /**
   * A verified contact that still works.
   *
   * @param channel text form of the channel's kind
   * @param address in the form of that channel
   */
  public record Way(UUID contactId, String channel, String address) {}
}

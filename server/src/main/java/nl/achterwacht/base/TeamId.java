package nl.achterwacht.base;

import java.util.UUID;

/** A team: it has members, ladders and its own numbers. */
public record TeamId(UUID value) implements Id, Comparable<TeamId> {
  /** A new id that sorts by the time it was made (UUIDv7). */
  public static TeamId next() {
    return new TeamId(Ids.next());
  }

  @Override
  public int compareTo(TeamId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

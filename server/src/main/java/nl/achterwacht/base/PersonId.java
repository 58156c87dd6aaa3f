package nl.achterwacht.base;

import java.util.UUID;

/** Somebody who works for an organisation: worker, standby, supervisor, administrator. */
public record PersonId(UUID value) implements Id, Comparable<PersonId> {
  /** A new id that sorts by the time it was made (UUIDv7). */
  public static PersonId next() {
    return new PersonId(Ids.next());
  }

  @Override
  public int compareTo(PersonId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

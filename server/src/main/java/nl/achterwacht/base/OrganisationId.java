package nl.achterwacht.base;

import java.util.UUID;

/** The municipality, housing corporation or care organisation that owns a row. */
public record OrganisationId(UUID value) implements Id, Comparable<OrganisationId> {
  /** A new id that sorts by the time it was made (UUIDv7). */
  public static OrganisationId next() {
    return new OrganisationId(Ids.next());
  }

  @Override
  public int compareTo(OrganisationId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

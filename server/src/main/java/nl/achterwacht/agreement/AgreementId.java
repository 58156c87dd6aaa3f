package nl.achterwacht.agreement;

import java.util.UUID;
import nl.achterwacht.base.Id;
import nl.achterwacht.base.Ids;

/** One working agreement. */
public record AgreementId(UUID value) implements Id {
  /** A new id that sorts by the time it was made (UUIDv7). */
  public static AgreementId next() {
    return new AgreementId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

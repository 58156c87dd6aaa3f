package nl.achterwacht.account;

import java.util.UUID;
import nl.achterwacht.base.Id;
import nl.achterwacht.base.Ids;

/** One person's way in: a user name with a password and perhaps passkeys. */
public record LoginId(UUID value) implements Id {
  static LoginId next() {
    return new LoginId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

package nl.achterwacht.device;

import java.util.UUID;
import nl.achterwacht.base.Id;
import nl.achterwacht.base.Ids;

/** One personal alarm. */
public record DeviceId(UUID value) implements Id {
  /** A new id that sorts by the time it was made (UUIDv7). */
  public static DeviceId next() {
    return new DeviceId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

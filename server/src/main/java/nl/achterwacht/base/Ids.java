package nl.achterwacht.base;

import java.security.SecureRandom;
import java.util.UUID;

/** Makes ids. They sort roughly by the moment they were made, which keeps indexes compact. */
public final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  /** A UUID version 7 (RFC 9562): 48 bits of milliseconds, then 74 random bits. */
  public static UUID next() {
    // Only uniqueness hangs on this clock, never a deadline, so the process's own will do.
    long millis = System.currentTimeMillis();
    long high = (millis << 16) | 0x7000L | (RANDOM.nextLong() & 0x0FFFL);
    long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}

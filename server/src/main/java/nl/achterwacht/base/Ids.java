package nl.achterwacht.base;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Makes ids. They sort roughly by the moment they were made, which keeps indexes compact. */
public final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final AtomicLong LAST = new AtomicLong();

  private Ids() {}

  /**
   * A UUID version 7 (RFC 9562): 48 bits of milliseconds, 12 bits of a counter, then 62 random
   * bits. Within this process a later one is always greater, so rows keep the order they were made
   * in.
   */
  public static UUID next() {
    // Only uniqueness hangs on this clock, never a deadline, so the process's own will do.
    long millis = System.currentTimeMillis();
    long stamp = LAST.updateAndGet(last -> Math.max(last + 1, millis << 12));
    long high = ((stamp >>> 12) << 16) | 0x7000L | (stamp & 0x0FFFL);
    long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}

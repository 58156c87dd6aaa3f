package nl.achterwacht.simulation;

import java.util.UUID;

/**
 * What a seed draws. Each draw is named and depends on the seed and its name only, so that neither
 * the order of events nor another town can change it: a seed replays exactly.
 */
record Draw(long seed) {
  /** Between 0 and 1. */
  double of(Object... name) {
    return (hash(name) >>> 11) * 0x1.0p-53;
  }

  boolean chance(double probability, Object... name) {
    return of(name) < probability;
  }

  /** From {@code low} up to and including {@code high}. */
  int between(int low, int high, Object... name) {
    return low + (int) (of(name) * (high - low + 1));
  }

  UUID id(Object... name) {
    long hash = hash(name);
    return new UUID(hash, mix(hash));
  }

  private long hash(Object... name) {
    long hash = mix(seed + 0x9E3779B97F4A7C15L);
    for (Object part : name) {
      String text = part.toString();
      for (int i = 0; i < text.length(); i++) {
        hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
      }
      hash = mix(hash + 1);
    }
    return hash;
  }

  // The finaliser of SplitMix64.
  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}

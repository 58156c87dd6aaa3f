package nl.achterwacht.policy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import nl.achterwacht.base.OrganisationId;

/**
 * Policies that were read already, those of the organisations that judged last. A version never
 * changes once it is in force, so what is here is never stale.
 */
final class PolicyCache {
  // Each takes a megabyte at most; an organisation that falls out is read anew, in milliseconds.
  private static final int SIZE = 200;

  private final Map<Key, Policy> policies =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Policy> eldest) {
          return size() > SIZE;
        }
      };

  record Key(OrganisationId organisation, int version) {}

  /** The policy of that key; {@code read} makes it, perhaps twice when two ask at once. */
  Policy get(Key key, Supplier<Policy> read) {
    synchronized (policies) {
      Policy known = policies.get(key);
      if (known != null) {
        return known;
      }
    }
    Policy made = read.get();
    synchronized (policies) {
      policies.put(key, made);
    }
    return made;
  }
}

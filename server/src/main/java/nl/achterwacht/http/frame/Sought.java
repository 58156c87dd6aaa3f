package nl.achterwacht.http.frame;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who sent a request, looked up when somebody asks, and once: what a watch key proves needs no look
 * at the sessions.
 */
final class Sought {
  private final Supplier<Optional<Caller>> search;
  private Optional<Caller> found = Optional.empty();
  private boolean searched;

  Sought(Supplier<Optional<Caller>> search) {
    this.search = search;
  }

  static Sought known(Optional<Caller> caller) {
    return new Sought(() -> caller);
  }

  /** The caller, if anything proves one. */
  Optional<Caller> get() {
    if (!searched) {
      found = search.get();
      searched = true;
    }
    return found;
  }
}

package nl.achterwacht.http.api;

import java.util.Optional;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.watch.Watch;
import nl.achterwacht.watch.WatchId;
import nl.achterwacht.watch.WatchRegister;
import org.jspecify.annotations.Nullable;

/**
 * Who sent an act about a watch, as far as that can be known.
 *
 * @param watch the watch; null when nobody has such a one
 * @param proven by the worker's session, also an expired one, or by the key of the watch
 */
record Sender(OrganisationId organisation, @Nullable Watch watch, boolean proven) {
  /** Looks in this order: the session, the key, the watch itself; empty when nothing is known. */
  static Optional<Sender> of(Tx tx, WatchRegister watches, Received in, WatchId id) {
    return bySession(tx, watches, in, id)
        .or(() -> byKey(tx, watches, in, id))
        .or(() -> byWatch(tx, watches, id))
        .or(() -> bySessionAlone(in));
  }

  /** Who the worker of this watch is; only of a proven sender. */
  PersonId worker() {
    if (watch == null) {
      throw new IllegalStateException("a sender without a watch");
    }
    return watch.worker();
  }

  private static Optional<Sender> bySession(Tx tx, WatchRegister watches, Received in, WatchId id) {
    return in.callerIfKnown()
        .flatMap(caller -> {
          @Nullable Watch watch = watches.find(tx, caller.organisation(), id);
          return watch != null && watch.worker().equals(caller.person())
              ? Optional.of(new Sender(caller.organisation(), watch, true))
              : Optional.empty();
        });
  }

  private static Optional<Sender> byKey(Tx tx, WatchRegister watches, Received in, WatchId id) {
    String key = in.watchKey().orElse("");
    @Nullable OrganisationId organisation = WatchRegister.organisationOf(key);
    if (organisation == null || !watches.keyFits(tx, organisation, id, key)) {
      return Optional.empty();
    }
    return Optional.of(new Sender(organisation, watches.find(tx, organisation, id), true));
  }

  private static Optional<Sender> byWatch(Tx tx, WatchRegister watches, WatchId id) {
    @Nullable OrganisationId owner = watches.ownerOf(tx, id);
    return owner == null
        ? Optional.empty()
        : Optional.of(new Sender(owner, watches.find(tx, owner, id), false));
  }

  private static Optional<Sender> bySessionAlone(Received in) {
    return in.callerIfKnown().map(Caller::organisation).map(o -> new Sender(o, null, false));
  }
}

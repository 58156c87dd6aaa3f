package nl.achterwacht.http.api;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.watch.Sign;
import nl.achterwacht.watch.WatchRegister;

/** Whose watch a phone says it is, and what is to show it: its key, else its session. */
record Proven(OrganisationId organisation, Sign.Proof proof) {
  /** The key first; empty when there is neither. */
  static List<Proven> by(Received in) {
    return Stream.of(byKey(in), bySession(in)).flatMap(Optional::stream).toList();
  }

  private static Optional<Proven> byKey(Received in) {
    String key = in.watchKey().orElse("");
    return Optional.ofNullable(WatchRegister.organisationOf(key))
        .map(organisation -> new Proven(organisation, new Sign.Proof.Key(WatchRegister.hash(key))));
  }

  private static Optional<Proven> bySession(Received in) {
    return in.callerIfKnown()
        .map(c -> new Proven(c.organisation(), new Sign.Proof.Session(c.person())));
  }
}

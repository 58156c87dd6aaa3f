package nl.achterwacht.signal;

import java.util.Optional;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;

/** Tells who reported a signal, for the answer to reach them; never for a screen. */
public final class SignalReporters {
  private final SignalStore store = new SignalStore();

  public Optional<PersonId> of(Tx tx, OrganisationId organisation, SignalId id) {
    return store.find(tx, organisation, id).map(Signal::reporter);
  }
}

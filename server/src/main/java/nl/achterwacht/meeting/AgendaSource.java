package nl.achterwacht.meeting;

import java.time.Instant;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;

/** Fills one kind of item; {@code app} wires what knows the facts. */
public interface AgendaSource {
  ItemKind kind();

  /**
   * What there is to talk about.
   *
   * @param at the moment of the meeting, or now once it has begun
   */
  AgendaLines lines(Tx tx, OrganisationId organisation, TeamId team, Instant at);
}

package nl.achterwacht.incident;

import java.time.Instant;
import java.util.Optional;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;

/** When a team meets, as whoever plans meetings knows it. */
public interface TeamMeetings {
  /** When the team meets next; empty when nothing is planned. */
  Optional<Instant> next(Tx tx, OrganisationId organisation, TeamId team);
}

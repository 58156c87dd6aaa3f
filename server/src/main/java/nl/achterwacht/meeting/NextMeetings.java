package nl.achterwacht.meeting;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;

/**
 * When teams meet, for who plans something by it. It stands apart from {@link MeetingKeeper}, whose
 * agenda needs what is planned.
 */
public final class NextMeetings {
  private final InstantSource clock;
  private final MeetingStore store = new MeetingStore();

  public NextMeetings(InstantSource clock) {
    this.clock = clock;
  }

  /** When the team meets next; empty when nothing is planned. */
  public Optional<Instant> of(Tx tx, OrganisationId organisation, TeamId team) {
    return store.next(tx, organisation, team, clock.instant()).map(Meeting::startsAt);
  }
}

package nl.achterwacht.watch;

import java.time.Instant;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * A watch as it stands in its table.
 *
 * @param startedAt null while planned
 * @param lastSignAt when the worker last gave a sign of any kind, by the worker's corrected clock
 */
public record Watch(
    OrganisationId organisation,
    WatchId id,
    PersonId worker,
    TeamId team,
    WatchPlan plan,
    TripFacts trip,
    @Nullable Instant startedAt,
    @Nullable Instant lastSignAt,
    WatchState state,
    int version) {
  Watch after(WatchState next, @Nullable Instant signAt, @Nullable Instant startAt) {
    return new Watch(
        organisation, id, worker, team, plan, trip, startAt, signAt, next, version + 1);
  }

  /** Whether ending, as far as the worker's screen may tell, asks the safe code. */
  public boolean asksCodeToEnd() {
    return plan.highRisk() || state.shown() instanceof WatchState.Alarmed;
  }
}

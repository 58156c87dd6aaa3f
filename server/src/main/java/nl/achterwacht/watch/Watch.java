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
  Watch after(
      WatchState next, @Nullable Instant signAt, @Nullable Instant startAt, int nextVersion) {
    return new Watch(
        organisation, id, worker, team, plan, trip, startAt, signAt, next, nextVersion);
  }

  /** The same with another plan, of the next version. */
  Watch replanned(WatchPlan newPlan, TripFacts newTrip) {
    return new Watch(
        organisation,
        id,
        worker,
        team,
        newPlan,
        newTrip,
        startedAt,
        lastSignAt,
        state,
        version + 1);
  }

  /** Whether an alarm is open of which the worker's screen shows nothing. */
  public boolean isMasked() {
    return !state.shown().equals(state);
  }

  /** The watch as {@code person} may see it: its worker sees what a silent alarm shows. */
  public Watch seenBy(PersonId person) {
    WatchState seen = person.equals(worker) ? state.shown() : state;
    return new Watch(
        organisation, id, worker, team, plan, trip, startedAt, lastSignAt, seen, version);
  }

  /** Whether ending, as far as the worker's screen may tell, asks the safe code. */
  public boolean asksCodeToEnd() {
    return plan.highRisk() || state.shown() instanceof WatchState.Alarmed;
  }
}

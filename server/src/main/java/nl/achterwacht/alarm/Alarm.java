package nl.achterwacht.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.TeamRef;
import nl.achterwacht.people.Ladder;
import org.jspecify.annotations.Nullable;

/**
 * An alarm as it stands in its table.
 *
 * @param watchId the watch it is about, in its module's form; null for a call from nobody known
 * @param ladder the ladder as it was when the alarm was raised
 * @param raisedAt when it happened, as far as known
 * @param openedAt when it reached us
 * @param placeJson where it was, as the plan says; null when not known
 */
public record Alarm(
    OrganisationId organisation,
    AlarmId id,
    AlarmKind kind,
    boolean silent,
    @Nullable UUID watchId,
    @Nullable PersonId worker,
    TeamId team,
    Ladder ladder,
    Duration promise,
    Instant raisedAt,
    Instant openedAt,
    @Nullable String placeJson,
    AlarmState state,
    int version) {
  TeamRef teamRef() {
    return new TeamRef(organisation, team);
  }

  AlarmPlan plan() {
    return new AlarmPlan(
        kind, silent, worker, ladder.steps().stream().map(Ladder.Step::toNext).toList(), promise);
  }

  Alarm with(AlarmState next) {
    return new Alarm(
        organisation,
        id,
        kind,
        silent,
        watchId,
        worker,
        team,
        ladder,
        promise,
        raisedAt,
        openedAt,
        placeJson,
        next,
        version + 1);
  }
}

package nl.achterwacht.watch;

import nl.achterwacht.base.Json;
import nl.achterwacht.base.Tx;

/** The SQL of what a watch goes by, as long as it may still change. */
final class PlanStore {
  private static final String REPLACE =
      """
      update watch.watch
         set shape = :shape, high_risk = :highRisk, halfway_sign = :halfway,
             sign_every_s = :signEvery, reminder_s = :reminder, grace_s = :grace,
             phone_after_s = :phoneAfter, extension_s = :extension, travel_home_s = :travelHome,
             journey_margin_s = :margin, short_grace_s = :shortGrace, visit_id = :visit,
             place = :place::jsonb, purpose = :purpose, travel_mode = :travelMode,
             vehicle_id = :vehicle, companion = :companion, version = version + 1
       where organisation_id = :organisation
         and id = :id
         and version = :version
      """;

  /** Replaces the plan and the trip of a locked watch; returns it as it then stands. */
  Watch replace(Tx tx, Watch watch, WatchPlan plan, TripFacts trip) {
    tx.changeOne(
        tx.sql(REPLACE)
            .param("organisation", watch.organisation().value())
            .param("id", watch.id().value())
            .param("version", watch.version())
            .param("shape", plan.shape().text())
            .param("highRisk", plan.highRisk())
            .param("halfway", plan.halfwaySign())
            .param("signEvery", (int) plan.signEvery().toSeconds())
            .param("reminder", (int) plan.reminder().toSeconds())
            .param("grace", (int) plan.grace().toSeconds())
            .param("phoneAfter", (int) plan.phoneAfter().toSeconds())
            .param("extension", (int) plan.extension().toSeconds())
            .param("travelHome", (int) plan.travelHome().toSeconds())
            .param("margin", (int) plan.journeyMargin().toSeconds())
            .param("shortGrace", (int) plan.shortGrace().toSeconds())
            .param("visit", trip.visitId())
            .param("place", trip.place() == null ? null : Json.write(trip.place()))
            .param("purpose", trip.purpose())
            .param("travelMode", trip.travelMode())
            .param("vehicle", trip.vehicleId())
            .param("companion", trip.companion()),
        "replan watch " + watch.id());
    return watch.replanned(plan, trip);
  }
}

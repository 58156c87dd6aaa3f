package nl.achterwacht.watch;

import static nl.achterwacht.base.Sql.instant;
import static nl.achterwacht.base.Sql.instantOrNull;
import static nl.achterwacht.base.Sql.uuid;
import static nl.achterwacht.base.Sql.uuidOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.watch.WatchState.Mask;
import org.jspecify.annotations.Nullable;

/** How a watch stands in its row, and how it is read back. */
final class WatchColumns {
  static final String ALL =
      """
      w.organisation_id, w.id, w.worker_id, w.team_id, w.visit_id, w.shape, w.high_risk,
      w.halfway_sign, w.sign_every_s, w.reminder_s, w.grace_s, w.phone_after_s, w.extension_s,
      w.travel_home_s, w.journey_margin_s, w.short_grace_s, w.call_back_at, w.place, w.purpose, w.travel_mode,
      w.vehicle_id, w.companion, w.state, w.leg, w.started_at, w.last_sign_at, w.due_at, w.end_at,
      w.moment_at, w.asked, w.own_outage, w.mask, w.mask_moment_at, w.closed_by, w.closed_how, w.wake_at, w.version
      """;

  private WatchColumns() {}

  /** A state, laid out over the columns. */
  record State(
      String state,
      String leg,
      @Nullable Instant dueAt,
      @Nullable Instant endAt,
      @Nullable Instant momentAt,
      int asked,
      boolean ownOutage,
      @Nullable String mask,
      @Nullable PersonId closedBy,
      @Nullable String closedHow,
      @Nullable Instant maskMomentAt) {

    static State of(WatchState state) {
      return switch (state) {
        case WatchState.Planned s ->
            open("planned", s.leg(), s.startBy(), s.startBy(), null, s.asked(), false, null);
        case WatchState.Running s ->
            open(
                "running",
                s.leg(),
                s.dueAt(),
                s.endAt(),
                null,
                s.remindAt() == null ? 1 : 0,
                false,
                null);
        case WatchState.Overdue s ->
            open(
                "overdue",
                s.leg(),
                s.dueAt(),
                s.endAt(),
                s.alarmAt(),
                s.phoneAt() == null ? 1 : 0,
                s.ownOutage(),
                null);
        case WatchState.Alarmed s ->
            switch (s.mask()) {
              case Mask.None _ ->
                  open("alarmed", s.leg(), null, s.endAt(), s.since(), 0, false, null);
              case Mask.Seems(WatchState seeming) -> of(seeming).asMaskOf(s);
            };
        case WatchState.Closed s ->
            new State(
                "closed",
                s.leg().text(),
                null,
                null,
                s.at(),
                0,
                false,
                null,
                s.by(),
                s.how().name(),
                null);
      };
    }

    /** What is shown stands in the columns it would have; the truth in those it leaves free. */
    private State asMaskOf(WatchState.Alarmed s) {
      return new State(
          "alarmed", leg, dueAt, s.endAt(), s.since(), asked, ownOutage, state, closedBy, closedHow,
          momentAt);
    }

    private static State open(
        String word,
        Leg leg,
        @Nullable Instant due,
        Instant end,
        @Nullable Instant moment,
        int asked,
        boolean ownOutage,
        @Nullable String mask) {
      return new State(
          word, leg.text(), due, end, moment, asked, ownOutage, mask, null, null, null);
    }
  }

  static Watch watch(ResultSet row, int index) throws SQLException {
    WatchPlan plan = plan(row);
    String place = row.getString("place");
    return new Watch(
        new OrganisationId(uuid(row, "organisation_id")),
        new WatchId(uuid(row, "id")),
        new PersonId(uuid(row, "worker_id")),
        new TeamId(uuid(row, "team_id")),
        plan,
        new TripFacts(
            uuidOrNull(row, "visit_id"),
            place == null ? null : Json.read(place, Place.class),
            row.getString("purpose"),
            row.getString("travel_mode"),
            uuidOrNull(row, "vehicle_id"),
            row.getString("companion")),
        instantOrNull(row, "started_at"),
        instantOrNull(row, "last_sign_at"),
        state(row, plan),
        row.getInt("version"));
  }

  private static WatchPlan plan(ResultSet row) throws SQLException {
    return new WatchPlan(
        Shape.of(row.getString("shape")),
        row.getBoolean("high_risk"),
        row.getBoolean("halfway_sign"),
        seconds(row, "sign_every_s"),
        seconds(row, "reminder_s"),
        seconds(row, "grace_s"),
        seconds(row, "phone_after_s"),
        seconds(row, "extension_s"),
        seconds(row, "travel_home_s"),
        seconds(row, "journey_margin_s"),
        seconds(row, "short_grace_s"),
        instantOrNull(row, "call_back_at"));
  }

  private static WatchState state(ResultSet row, WatchPlan plan) throws SQLException {
    return state(row, row.getString("state"), "moment_at", plan);
  }

  private static WatchState state(ResultSet row, String word, String momentAt, WatchPlan plan)
      throws SQLException {
    Leg leg = Leg.of(row.getString("leg"));
    boolean asked = row.getInt("asked") > 0;
    return switch (word) {
      case "planned" -> new WatchState.Planned(leg, instant(row, "due_at"), row.getInt("asked"));
      case "running" -> {
        Instant due = instant(row, "due_at");
        yield new WatchState.Running(
            leg, due, instant(row, "end_at"), asked ? null : due.minus(plan.reminder()));
      }
      case "overdue" -> {
        Instant due = instant(row, "due_at");
        yield new WatchState.Overdue(
            leg,
            due,
            instant(row, "end_at"),
            instant(row, momentAt),
            asked ? null : due.plus(plan.phoneAfter()),
            row.getBoolean("own_outage"));
      }
      case "alarmed" ->
          new WatchState.Alarmed(
              leg, instant(row, momentAt), instant(row, "end_at"), mask(row, momentAt, plan));
      case "closed" ->
          new WatchState.Closed(
              leg,
              instant(row, momentAt),
              new PersonId(uuid(row, "closed_by")),
              WatchState.How.valueOf(row.getString("closed_how")));
      default -> throw new IllegalStateException("unknown watch state: " + word);
    };
  }

  private static Mask mask(ResultSet row, String momentAt, WatchPlan plan) throws SQLException {
    String shown = row.getString("mask");
    boolean inside = "mask_moment_at".equals(momentAt);
    return shown == null || inside
        ? new Mask.None()
        : new Mask.Seems(state(row, shown, "mask_moment_at", plan));
  }

  private static Duration seconds(ResultSet row, String column) throws SQLException {
    return Duration.ofSeconds(row.getInt(column));
  }
}

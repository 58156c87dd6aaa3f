package nl.achterwacht.drill;

import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.uuid;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.workplace.WorkplaceId;

/** How soon somebody was at a workplace, in drills and in real alarms together. */
public final class ResponseTimes {
  private static final String ADD =
      """
      insert into drill.response (organisation_id, alarm_id, workplace_id, drill, took_s, at)
      values (:organisation, :alarm, :workplace, :drill, :took, :at)
          on conflict (organisation_id, alarm_id) do nothing
      """;
  private static final String ALL =
      """
      select workplace_id, count(*) as times, count(*) filter (where drill) as drills,
             percentile_disc(0.5) within group (order by took_s) as median_s,
             max(took_s) as worst_s
        from drill.response
       where organisation_id = :organisation
       group by workplace_id
      """;
  private static final String FORGET = "delete from drill.response where at < :before";

  /**
   * What was measured at one workplace.
   *
   * @param times how often, of which {@code drills} in a drill
   */
  public record Measured(int times, int drills, Duration median, Duration worst) {}

  /** One alarm at one workplace. */
  public record Response(
      OrganisationId organisation, UUID alarm, WorkplaceId workplace, boolean drill) {}

  /** Keeps how long it took; the same alarm counts once. */
  public void add(Tx tx, Response response, Duration took, Instant at) {
    tx.sql(ADD)
        .param("organisation", response.organisation().value())
        .param("alarm", response.alarm())
        .param("workplace", response.workplace().value())
        .param("drill", response.drill())
        .param("took", (int) took.toSeconds())
        .param("at", utc(at))
        .update();
  }

  /** By workplace; those where nothing was measured are left out. */
  public Map<UUID, Measured> all(Tx tx, OrganisationId organisation) {
    Map<UUID, Measured> all = new HashMap<>();
    tx.sql(ALL)
        .param("organisation", organisation.value())
        .query(row -> {
          all.put(
              uuid(row, "workplace_id"),
              new Measured(
                  row.getInt("times"),
                  row.getInt("drills"),
                  Duration.ofSeconds(row.getInt("median_s")),
                  Duration.ofSeconds(row.getInt("worst_s"))));
        });
    return all;
  }

  public int forget(Tx tx, Instant before) {
    return tx.sql(FORGET).param("before", utc(before)).update();
  }
}

package nl.achterwacht.report;

import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.uuid;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import org.jspecify.annotations.Nullable;

/** The SQL of how soon alarms were answered. */
final class ResponseStore {
  // The steps of one alarm are found by index; all steps of all alarms would be most of the
  // journal.
  private static final String TIMES =
      """
      select a.team_id, a.kind, (a.opened_at at time zone :zone)::date as day,
             extract(epoch from s.acknowledged_at - a.opened_at)::float8 as acknowledged_s,
             extract(epoch from s.arrived_at - a.opened_at)::float8 as arrived_s
        from alarm.v_alarm a
        cross join lateral (
             select min(j.at) filter (where j.kind = 'alarm.acknowledged') as acknowledged_at,
                    min(j.at) filter (where j.kind = 'alarm.arrived') as arrived_at
               from journal.v_alarm_step j
              where j.organisation_id = a.organisation_id
                and j.alarm_id = a.id) s
       where a.organisation_id = :organisation
         and a.opened_at >= :from
         and a.opened_at < :until
         and (:team::uuid is null or a.team_id = :team)
      """;

  /**
   * @param acknowledgedSeconds from the alarm until somebody took it; null when nobody did
   * @param arrivedSeconds until somebody was there; null when nobody said so
   */
  record Times(
      UUID team,
      String kind,
      YearMonth month,
      @Nullable Double acknowledgedSeconds,
      @Nullable Double arrivedSeconds) {}

  List<Times> times(
      Tx tx, OrganisationId organisation, ZoneId zone, Period period, @Nullable TeamId team) {
    return tx.sql(TIMES)
        .param("zone", zone.getId())
        .param("organisation", organisation.value())
        .param("from", utc(period.firstDay().atStartOfDay(zone).toInstant()))
        .param("until", utc(period.dayAfter().atStartOfDay(zone).toInstant()))
        .param("team", team == null ? null : team.value())
        .query((row, i) ->
            new Times(
                uuid(row, "team_id"),
                row.getString("kind"),
                YearMonth.from(row.getObject("day", LocalDate.class)),
                row.getObject("acknowledged_s", Double.class),
                row.getObject("arrived_s", Double.class)))
        .list();
  }
}

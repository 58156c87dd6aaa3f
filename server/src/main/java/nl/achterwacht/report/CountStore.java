package nl.achterwacht.report;

import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.uuid;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The SQL that counts a month, and keeps what was counted. */
final class CountStore {
  /** Stands for all teams together: of places no count is kept by team (docs/decisions/0124). */
  static final UUID EVERY_TEAM = new UUID(0, 0);

  /** A purpose that fewer visits of a month have is not shown by its own words. */
  static final int COMMON = 5;

  private static final String ZONE = "select time_zone from people.v_organisation where id = :id";

  // What happened in one month. A visit counts in the month, and under the hour, of its planned
  // start; drills are no alarms, and an alarm that was false or withdrawn is no risk. The visits of
  // a month lie together, so their watches are found one by one (offset 0): joined at once, all
  // watches there ever were would be read. So is what belongs to an event: events are few. Where an
  // event was is worked out apart: a guarded table is not looked up by an expression. What a report
  // does not ask (Wanted) is not looked up.
  private static final String COUNTED =
      """
      with planned as materialized (
           select v.organisation_id, v.id, v.watch_id, v.purpose,
                  v.planned_start_at at time zone :zone as at
             from visit.v_visit v
            where v.organisation_id = :organisation
              and v.planned_start_at >= :from
              and v.planned_start_at < :until
           ),
           visited as materialized (
           select w.team_id, extract(hour from p.at)::int as hour,
                  extract(isodow from p.at)::int as weekday,
                  coalesce(lower(btrim(p.purpose)), '') as purpose,
                  coalesce(a.street, '') as street, coalesce(a.neighbourhood, '') as area,
                  w.started_at is not null as watched
             from planned p
             left join lateral (
                  select w.team_id, w.started_at
                    from watch.v_watch w
                   where :watches
                     and w.organisation_id = p.organisation_id
                     and w.id = p.watch_id
                  offset 0) as w on true
             left join lateral (
                  select d.organisation_id, d.place_id
                    from place.v_visited d
                   where :places
                     and d.organisation_id = p.organisation_id
                     and d.visit_id = p.id
                  offset 0) as d on true
             left join place.v_area a
                    on a.organisation_id = d.organisation_id and a.id = d.place_id
           ),
           common as (
           select purpose
             from visited
            group by purpose
           having count(*) >= :common
           ),
           happened as materialized (
           select 'signal' as what, s.kind, s.team_id, s.made_at at time zone :zone as at,
                  s.watch_id, s.place_id
             from signal.v_signal s
            where s.organisation_id = :organisation
              and s.made_at >= :from
              and s.made_at < :until
            union all
           select 'alarm', m.kind, m.team_id, m.opened_at at time zone :zone, m.watch_id, null
             from alarm.v_alarm m
            where m.organisation_id = :organisation
              and m.opened_at >= :from
              and m.opened_at < :until
              and m.kind <> 'drill'
              and coalesce(m.outcome, '') not in ('false-alarm', 'withdrawn')
            union all
           select 'incident', i.kind, i.team_id, i.happened_at at time zone :zone, i.watch_id,
                  i.place_id
             from incident.v_incident i
            where i.organisation_id = :organisation
              and i.happened_at >= :from
              and i.happened_at < :until
           ),
           happened_there as materialized (
           select h.what, h.kind, h.team_id, extract(hour from h.at)::int as hour,
                  extract(isodow from h.at)::int as weekday,
                  coalesce(lower(btrim(v.purpose)), '') as purpose,
                  coalesce(a.street, '') as street, coalesce(a.neighbourhood, '') as area
             from happened h
             left join lateral (
                  select w.visit_id
                    from watch.v_watch w
                   where w.organisation_id = :organisation
                     and w.id = h.watch_id
                  offset 0) as w on true
             left join lateral (
                  select v.id, v.purpose
                    from visit.v_visit v
                   where v.organisation_id = :organisation
                     and v.id = w.visit_id
                  offset 0) as v on true
             left join lateral (
                  select d.place_id
                    from place.v_visited d
                   where d.organisation_id = :organisation
                     and d.visit_id = v.id
                  offset 0) as d on true
             cross join lateral (
                  select coalesce(h.place_id, d.place_id) as id
                  offset 0) as p
             left join lateral (
                  select a.street, a.neighbourhood
                    from place.v_area a
                   where a.organisation_id = :organisation
                     and a.id = p.id
                  offset 0) as a on true
           )
      select coalesce(team_id, :everyTeam::uuid) as team_id,
             case when grouping(watched) = 0 then 'visit'
                  when grouping(hour) = 0 then 'visit-hour'
                  when grouping(weekday) = 0 then 'visit-weekday'
                  when grouping(shown_purpose) = 0 then 'visit-purpose'
                  when grouping(street) = 0 then 'visit-street'
                  else 'visit-area' end as what,
             coalesce(case when watched then 'watched' when not watched then 'unwatched' end,
                      hour::text, weekday::text, shown_purpose, street, area, '') as key,
             count(*)::int as n
        from (select v.team_id, v.watched, v.hour, v.weekday, v.street, v.area,
                     case when v.purpose = '' then '' else coalesce(c.purpose, 'other') end
                          as shown_purpose
                from visited v
                left join common c on c.purpose = v.purpose
               where :visits) as v
       group by grouping sets ((team_id, watched), (team_id, hour), (team_id, weekday),
                               (team_id, shown_purpose), (street), (area))
       union all
      select coalesce(team_id, :everyTeam::uuid),
             h.what || case when grouping(kind) = 0 then ''
                            when grouping(hour) = 0 then '-hour'
                            when grouping(weekday) = 0 then '-weekday'
                            when grouping(shown_purpose) = 0 then '-purpose'
                            when grouping(street) = 0 then '-street'
                            else '-area' end,
             coalesce(kind, hour::text, weekday::text, shown_purpose, street, area),
             count(*)::int
        from (select t.what, t.team_id, t.kind, t.hour, t.weekday, t.street, t.area,
                     case when t.purpose = '' then '' else coalesce(c.purpose, 'other') end
                          as shown_purpose
                from happened_there t
                left join common c on c.purpose = t.purpose
               where :events) as h
       group by grouping sets ((h.what, team_id, kind), (h.what, team_id, hour),
                               (h.what, team_id, weekday), (h.what, team_id, shown_purpose),
                               (h.what, street), (h.what, area))
       union all
      select team_id, case when kind = 'drill' then 'drill' else 'outcome' end,
             case when kind = 'drill' then '' else coalesce(outcome, 'open') end, count(*)::int
        from alarm.v_alarm
       where :alarms
         and organisation_id = :organisation
         and opened_at >= :from
         and opened_at < :until
       group by 1, 2, 3
       union all
      select team_id, 'false-alarm', coalesce(outcome_cause, 'other'), count(*)::int
        from alarm.v_alarm
       where :alarms
         and organisation_id = :organisation
         and opened_at >= :from
         and opened_at < :until
         and kind <> 'drill'
         and outcome = 'false-alarm'
       group by 1, 3
       union all
      select team_id, 'task-' || kind,
             case when ended_at <= due_at then 'in-time'
                  when coalesce(ended_at, :now) > due_at then 'late'
                  else 'open' end,
             count(*)::int
        from task.v_task
       where :tasks
         and organisation_id = :organisation
         and made_at >= :from
         and made_at < :until
         and kind in ('signal', 'departure', 'incident', 'aftercare')
         and coalesce(ended_how, '') <> 'dropped'
       group by 1, 2, 3
       union all
      select i.team_id, f.what, f.key, count(*)::int
        from incident.v_incident i
       cross join lateral (
             values ('reaction',
                     case when i.reaction_outcome = 'done'
                           and i.reaction_ended_at <= i.reaction_due_at then 'in-time'
                          else 'not' end),
                    ('police', coalesce(i.police_choice, 'not')),
                    (case when i.has_damage then 'damage' end,
                     case when i.damage_recovered then 'recovered' else 'not' end)) as f(what, key)
       where :incidents
         and i.organisation_id = :organisation
         and i.happened_at >= :from
         and i.happened_at < :until
         and f.what is not null
       group by 1, 2, 3
       union all
      """
          + WorkplaceCounts.COUNTED;

  private static final String READ =
      """
      select month, case when :byTeam then team_id end as team_id, what, key, sum(n)::int as n
        from report.count
       where organisation_id = :organisation
         and what = any (:whats::text[])
         and month >= :from
         and month < :until
         and (:team::uuid is null or team_id = :team)
       group by 1, 2, 3, 4
      """;

  private static final String CLAIM =
      """
      insert into report.month (organisation_id, month, counted_at)
      values (:organisation, :month, :now)
          on conflict (organisation_id, month)
          do update set counted_at = excluded.counted_at
               where report.month.counted_at < :staleBefore
      """;

  private static final String FORGET =
      "delete from report.count where organisation_id = :organisation and month = :month";

  private static final String KEEP =
      "insert into report.count (organisation_id, month, team_id, what, key, n)\n"
          + "select :organisation, :month, team_id, what, key, n\n  from (\n"
          + COUNTED
          + ") as counted";

  private static final String MONTHS =
      """
      select month, counted_at
        from report.month
       where organisation_id = :organisation
         and month >= :from
         and month < :until
      """;

  /**
   * @param team null when it was not asked by team
   */
  record Count(YearMonth month, @Nullable UUID team, String what, String key, int n) {}

  record Counted(YearMonth month, Instant at) {}

  ZoneId zone(Tx tx, OrganisationId organisation) {
    return ZoneId.of(tx.sql(ZONE).param("id", organisation.value()).query(String.class).single());
  }

  /** Which months are kept, and when each was counted. */
  List<Counted> months(Tx tx, OrganisationId organisation, Period period) {
    return tx.sql(MONTHS)
        .param("organisation", organisation.value())
        .param("from", period.firstDay())
        .param("until", period.dayAfter())
        .query((row, i) ->
            new Counted(
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getObject("counted_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** What was kept of {@code whats}. */
  List<Count> kept(
      Tx tx,
      OrganisationId organisation,
      Period period,
      List<String> whats,
      @Nullable TeamId team,
      boolean byTeam) {
    return tx.sql(READ)
        .param("organisation", organisation.value())
        .param("whats", tx.texts(whats))
        .param("from", period.firstDay())
        .param("until", period.dayAfter())
        .param("team", team == null ? null : team.value())
        .param("byTeam", byTeam)
        .query((row, i) ->
            new Count(
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getObject("team_id", UUID.class),
                row.getString("what"),
                row.getString("key"),
                row.getInt("n")))
        .list();
  }

  /** What is wanted of one month, counted now; by team when that is wanted. */
  List<Count> count(
      Tx tx, OrganisationId organisation, YearMonth month, Wanted wanted, Instant now) {
    return asked(tx.sql(COUNTED), tx, organisation, month, wanted, now)
        .query((row, i) ->
            new Count(
                month,
                uuid(row, "team_id"),
                row.getString("what"),
                row.getString("key"),
                row.getInt("n")))
        .list();
  }

  /**
   * Counts a month anew and keeps it, unless it was counted after {@code staleBefore}. Two servers
   * at once count it once.
   */
  boolean keep(
      Tx tx, OrganisationId organisation, YearMonth month, Instant staleBefore, Instant now) {
    int claimed =
        tx.sql(CLAIM)
            .param("organisation", organisation.value())
            .param("month", month.atDay(1))
            .param("now", utc(now))
            .param("staleBefore", utc(staleBefore))
            .update();
    if (claimed == 0) {
      return false;
    }
    tx.sql(FORGET)
        .param("organisation", organisation.value())
        .param("month", month.atDay(1))
        .update();
    asked(tx.sql(KEEP), tx, organisation, month, Wanted.ALL, now)
        .param("month", month.atDay(1))
        .update();
    return true;
  }

  private StatementSpec asked(
      StatementSpec statement,
      Tx tx,
      OrganisationId organisation,
      YearMonth month,
      Wanted wanted,
      Instant now) {
    ZoneId zone = zone(tx, organisation);
    ZonedDateTime from = month.atDay(1).atStartOfDay(zone);
    ZonedDateTime until = month.plusMonths(1).atDay(1).atStartOfDay(zone);
    // A visit that is still to come was not made without a watch.
    Instant end = until.toInstant().isAfter(now) ? now : until.toInstant();
    return statement
        .param("zone", zone.getId())
        .param("organisation", organisation.value())
        .param("from", utc(from.toInstant()))
        .param("until", utc(end.isBefore(from.toInstant()) ? from.toInstant() : end))
        .param("common", COMMON)
        .param("everyTeam", EVERY_TEAM)
        .param("now", utc(now))
        .param("visits", wanted.visits())
        .param("watches", wanted.watches())
        .param("places", wanted.places())
        .param("events", wanted.events())
        .param("alarms", wanted.alarms())
        .param("tasks", wanted.tasks())
        .param("incidents", wanted.incidents())
        .param("workplaces", wanted.workplaces());
  }
}

package nl.achterwacht.report;

import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.uuid;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.workplace.RiskClass;
import nl.achterwacht.workplace.RiskScore;
import org.jspecify.annotations.Nullable;

/** The SQL of how workplaces in use stand now. */
final class WorkplaceStore {
  // All tasks of a kind are few beside looking each workplace up.
  private static final String NOW =
      """
      with waiting as materialized (
           select t.kind, coalesce(m.workplace_id, t.subject_id) as workplace_id,
                  t.due_at <= :now as late
             from task.v_task t
             left join workplace.v_measure m
                    on m.organisation_id = t.organisation_id and m.id = t.subject_id
            where t.organisation_id = :organisation
              and t.kind in ('measure', 'review', 'drill')
              and t.ended_at is null
           ),
           per_workplace as (
           select workplace_id,
                  count(*) filter (where kind = 'measure') as measures,
                  count(*) filter (where kind = 'measure' and late) as late_measures,
                  count(*) filter (where kind = 'review') as reviews,
                  count(*) filter (where kind = 'review' and late) as late_reviews,
                  count(*) filter (where kind = 'drill') as drills,
                  count(*) filter (where kind = 'drill' and late) as late_drills
             from waiting
            group by workplace_id
           )
      select w.id, w.team_id, w.kind, w.decision,
             coalesce(p.measures, 0) as measures, coalesce(p.late_measures, 0) as late_measures,
             coalesce(p.reviews, 0) as reviews, coalesce(p.late_reviews, 0) as late_reviews,
             coalesce(p.drills, 0) as drills, coalesce(p.late_drills, 0) as late_drills
        from workplace.v_workplace w
        left join per_workplace p on p.workplace_id = w.id
       where w.organisation_id = :organisation
         and w.ended_at is null
         and (:team::uuid is null or w.team_id = :team)
      """;

  private static final String SCORES =
      """
      select distinct workplace_id, effect, exposure, probability
        from workplace.v_risk
       where organisation_id = :organisation
      """;

  /** How many wait for somebody, and how many of them longer than was agreed. */
  record Waiting(long all, long late) {
    Waiting and(Waiting other) {
      return new Waiting(all + other.all, late + other.late);
    }
  }

  /**
   * A workplace in use.
   *
   * @param worst the class of its worst risk; null when none was scored
   * @param decision allowed, with-measures or never; null when nothing was decided
   */
  record Standing(
      UUID team,
      String kind,
      @Nullable RiskClass worst,
      @Nullable String decision,
      Waiting measures,
      Waiting reviews,
      Waiting drills) {}

  List<Standing> now(Tx tx, OrganisationId organisation, @Nullable TeamId team, Instant now) {
    Map<UUID, RiskClass> worst = worst(tx, organisation);
    return tx.sql(NOW)
        .param("organisation", organisation.value())
        .param("team", team == null ? null : team.value())
        .param("now", utc(now))
        .query((row, i) ->
            new Standing(
                uuid(row, "team_id"),
                row.getString("kind"),
                worst.get(uuid(row, "id")),
                row.getString("decision"),
                new Waiting(row.getLong("measures"), row.getLong("late_measures")),
                new Waiting(row.getLong("reviews"), row.getLong("late_reviews")),
                new Waiting(row.getLong("drills"), row.getLong("late_drills"))))
        .list();
  }

  private static Map<UUID, RiskClass> worst(Tx tx, OrganisationId organisation) {
    Map<UUID, RiskClass> worst = new HashMap<>();
    tx.sql(SCORES)
        .param("organisation", organisation.value())
        .query(row -> {
          var score =
              new RiskScore(
                  row.getBigDecimal("effect"),
                  row.getBigDecimal("exposure"),
                  row.getBigDecimal("probability"));
          worst.merge(
              uuid(row, "workplace_id"),
              score.riskClass(),
              (one, other) -> one.compareTo(other) > 0 ? one : other);
        });
    return worst;
  }
}

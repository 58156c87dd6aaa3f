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
  // Each is read by itself and put together here: joined, a database that has not yet learned how
  // many there are would look through all tasks for each workplace.
  private static final String IN_USE =
      """
      select id, team_id, kind, decision
        from workplace.v_workplace
       where organisation_id = :organisation
         and ended_at is null
         and (:team::uuid is null or team_id = :team)
      """;

  private static final String WAITING =
      """
      select kind, subject_id, count(*)::int as n,
             (count(*) filter (where due_at <= :now))::int as late
        from task.v_task
       where organisation_id = :organisation
         and kind in ('measure', 'review', 'drill')
         and ended_at is null
       group by 1, 2
      """;

  private static final String MEASURES =
      """
      select id, workplace_id
        from workplace.v_measure
       where organisation_id = :organisation
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

  private static final Waiting NONE = new Waiting(0, 0);

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
    Map<UUID, Map<String, Waiting>> waiting = waiting(tx, organisation, now);
    return tx.sql(IN_USE)
        .param("organisation", organisation.value())
        .param("team", team == null ? null : team.value())
        .query((row, i) -> {
          Map<String, Waiting> mine = waiting.getOrDefault(uuid(row, "id"), Map.of());
          return new Standing(
              uuid(row, "team_id"),
              row.getString("kind"),
              worst.get(uuid(row, "id")),
              row.getString("decision"),
              mine.getOrDefault("measure", NONE),
              mine.getOrDefault("review", NONE),
              mine.getOrDefault("drill", NONE));
        })
        .list();
  }

  /** By workplace, and by kind of task. */
  private static Map<UUID, Map<String, Waiting>> waiting(
      Tx tx, OrganisationId organisation, Instant now) {
    Map<UUID, UUID> measured = new HashMap<>();
    tx.sql(MEASURES)
        .param("organisation", organisation.value())
        .query(row -> {
          measured.put(uuid(row, "id"), uuid(row, "workplace_id"));
        });
    Map<UUID, Map<String, Waiting>> waiting = new HashMap<>();
    tx.sql(WAITING)
        .param("organisation", organisation.value())
        .param("now", utc(now))
        .query(row -> {
          UUID subject = uuid(row, "subject_id");
          waiting
              .computeIfAbsent(measured.getOrDefault(subject, subject), id -> new HashMap<>())
              .merge(
                  row.getString("kind"),
                  new Waiting(row.getInt("n"), row.getInt("late")),
                  Waiting::and);
        });
    return waiting;
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

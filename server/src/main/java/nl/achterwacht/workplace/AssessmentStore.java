package nl.achterwacht.workplace;

import static nl.achterwacht.base.Sql.instant;
import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.uuid;
import static nl.achterwacht.base.Sql.uuidOrNull;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import nl.achterwacht.base.Ids;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The SQL of risks, decisions and measures. */
final class AssessmentStore {
  private static final String RISKS =
      """
      select id, workplace_id, hazard, scenario, effect, exposure, probability, after_effect,
             after_exposure, after_probability, scored_by, scored_at, scored_with, version
        from workplace.risk
       where organisation_id = :organisation
         and workplace_id = any (:workplaces)
       order by id
      """;
  private static final String ADD_RISK =
      """
      insert into workplace.risk
             (organisation_id, id, workplace_id, hazard, scenario, effect, exposure, probability,
              after_effect, after_exposure, after_probability, scored_by, scored_at, scored_with)
      values (:organisation, :id, :workplace, :hazard, :scenario, :effect, :exposure, :probability,
              :afterEffect, :afterExposure, :afterProbability, :by, :at, :with)
      """;
  private static final String CHANGE_RISK =
      """
      update workplace.risk
         set hazard = :hazard, scenario = :scenario, effect = :effect, exposure = :exposure,
             probability = :probability, after_effect = :afterEffect,
             after_exposure = :afterExposure, after_probability = :afterProbability,
             scored_by = :by, scored_at = :at, scored_with = :with, version = version + 1
       where organisation_id = :organisation
         and workplace_id = :workplace
         and id = :id
         and version = :version
      """;
  private static final String REMOVE_RISK =
      """
      delete from workplace.risk
       where organisation_id = :organisation
         and workplace_id = :workplace
         and id = :id
      """;
  private static final String DECISIONS =
      """
      select workplace_id, outcome, reason, decided_by, decided_at
        from workplace.decision
       where organisation_id = :organisation
         and workplace_id = any (:workplaces)
       order by decided_at desc, id desc
      """;
  private static final String ADD_DECISION =
      """
      insert into workplace.decision
             (organisation_id, id, workplace_id, outcome, reason, decided_by, decided_at)
      values (:organisation, :id, :workplace, :outcome, :reason, :by, :at)
      """;
  private static final String MEASURE =
      """
      select id, workplace_id, kind, level, what, companion_id, companion_name, cost_eur, effect,
             added_by, added_at
        from workplace.measure
       where organisation_id = :organisation
      """;
  private static final String MEASURES =
      MEASURE
          + """
             and workplace_id = any (:workplaces)
           order by id
          """;
  private static final String WITH_COMPANION =
      MEASURE
          + """
             and companion_id = :companion
           order by id
          """;
  private static final String ADD_MEASURE =
      """
      insert into workplace.measure
             (organisation_id, id, workplace_id, kind, level, what, companion_id, companion_name,
              cost_eur, effect, added_by, added_at)
      values (:organisation, :id, :workplace, :kind, :level, :what, :companion, :companionName,
              :cost, :effect, :by, :at)
      """;
  private static final String CHANGE_MEASURE =
      """
      update workplace.measure
         set kind = :kind, level = :level, what = :what, companion_id = :companion,
             companion_name = :companionName, cost_eur = :cost, effect = :effect
       where organisation_id = :organisation
         and workplace_id = :workplace
         and id = :id
      """;

  List<Risk> risks(Tx tx, OrganisationId organisation, List<WorkplaceId> workplaces) {
    return of(tx, RISKS, organisation, workplaces).query(AssessmentStore::risk).list();
  }

  List<Decision> decisions(Tx tx, OrganisationId organisation, List<WorkplaceId> workplaces) {
    return of(tx, DECISIONS, organisation, workplaces)
        .query((row, number) ->
            new Decision(
                new WorkplaceId(uuid(row, "workplace_id")),
                Decision.Outcome.of(row.getString("outcome")),
                row.getString("reason"),
                new PersonId(uuid(row, "decided_by")),
                instant(row, "decided_at")))
        .list();
  }

  List<Measure> measures(Tx tx, OrganisationId organisation, List<WorkplaceId> workplaces) {
    return of(tx, MEASURES, organisation, workplaces).query(AssessmentStore::measure).list();
  }

  /** Those for which {@code companion} comes along. */
  List<Measure> measures(Tx tx, OrganisationId organisation, PersonId companion) {
    return tx.sql(WITH_COMPANION)
        .param("organisation", organisation.value())
        .param("companion", companion.value())
        .query(AssessmentStore::measure)
        .list();
  }

  void add(Tx tx, OrganisationId organisation, Risk risk) {
    tx.changeOne(with(tx.sql(ADD_RISK), organisation, risk), "add a risk");
  }

  /** Stores {@code risk} as it now is; false when its version is not the one that stands there. */
  boolean change(Tx tx, OrganisationId organisation, Risk risk) {
    return with(tx.sql(CHANGE_RISK), organisation, risk).param("version", risk.version()).update()
        == 1;
  }

  void remove(Tx tx, OrganisationId organisation, Risk risk) {
    tx.changeOne(
        tx.sql(REMOVE_RISK)
            .param("organisation", organisation.value())
            .param("workplace", risk.workplace().value())
            .param("id", risk.id().value()),
        "remove a risk");
  }

  void add(Tx tx, OrganisationId organisation, Decision decision) {
    tx.changeOne(
        tx.sql(ADD_DECISION)
            .param("organisation", organisation.value())
            .param("id", Ids.next())
            .param("workplace", decision.workplace().value())
            .param("outcome", decision.outcome().text())
            .param("reason", decision.reason())
            .param("by", decision.by().value())
            .param("at", utc(decision.at())),
        "add a decision");
  }

  void add(Tx tx, OrganisationId organisation, Measure measure) {
    tx.changeOne(
        with(tx.sql(ADD_MEASURE), organisation, measure)
            .param("by", measure.by().value())
            .param("at", utc(measure.at())),
        "add a measure");
  }

  void change(Tx tx, OrganisationId organisation, Measure measure) {
    tx.changeOne(with(tx.sql(CHANGE_MEASURE), organisation, measure), "change a measure");
  }

  /** The measure and the workplace it belongs to. */
  Optional<Measure> measure(
      Tx tx, OrganisationId organisation, WorkplaceId workplace, MeasureId id) {
    return measures(tx, organisation, List.of(workplace)).stream()
        .filter(measure -> measure.id().equals(id))
        .findFirst();
  }

  private static StatementSpec of(
      Tx tx, String sql, OrganisationId organisation, List<WorkplaceId> workplaces) {
    return tx.sql(sql)
        .param("organisation", organisation.value())
        .param("workplaces", tx.uuids(workplaces));
  }

  private static StatementSpec with(StatementSpec sql, OrganisationId organisation, Risk risk) {
    Risk.Scored scored = risk.scored();
    @Nullable RiskScore after = scored.after();
    return sql.param("organisation", organisation.value())
        .param("id", risk.id().value())
        .param("workplace", risk.workplace().value())
        .param("hazard", scored.hazard())
        .param("scenario", scored.scenario())
        .param("effect", scored.before().effect())
        .param("exposure", scored.before().exposure())
        .param("probability", scored.before().probability())
        .param("afterEffect", after == null ? null : after.effect())
        .param("afterExposure", after == null ? null : after.exposure())
        .param("afterProbability", after == null ? null : after.probability())
        .param("by", risk.by().value())
        .param("at", utc(risk.at()))
        .param("with", scored.with());
  }

  private static StatementSpec with(StatementSpec sql, OrganisationId organisation, Measure one) {
    Measure.Asked asked = one.asked();
    @Nullable PersonId companion = Companion.personOf(asked.companion());
    return sql.param("organisation", organisation.value())
        .param("id", one.id().value())
        .param("workplace", one.workplace().value())
        .param("kind", asked.kind())
        .param("level", asked.level())
        .param("what", asked.what())
        .param("companion", companion == null ? null : companion.value())
        .param("companionName", Companion.nameOf(asked.companion()))
        .param("cost", asked.costEuros())
        .param("effect", asked.effect());
  }

  private static Risk risk(ResultSet row, int number) throws SQLException {
    @Nullable BigDecimal afterEffect = row.getBigDecimal("after_effect");
    return new Risk(
        new RiskId(uuid(row, "id")),
        new WorkplaceId(uuid(row, "workplace_id")),
        new Risk.Scored(
            row.getString("hazard"),
            row.getString("scenario"),
            new RiskScore(
                row.getBigDecimal("effect"),
                row.getBigDecimal("exposure"),
                row.getBigDecimal("probability")),
            afterEffect == null
                ? null
                : new RiskScore(
                    afterEffect,
                    row.getBigDecimal("after_exposure"),
                    row.getBigDecimal("after_probability")),
            row.getString("scored_with")),
        new PersonId(uuid(row, "scored_by")),
        instant(row, "scored_at"),
        row.getInt("version"));
  }

  private static Measure measure(ResultSet row, int number) throws SQLException {
    return new Measure(
        new MeasureId(uuid(row, "id")),
        new WorkplaceId(uuid(row, "workplace_id")),
        new Measure.Asked(
            row.getString("kind"),
            row.getString("level"),
            row.getString("what"),
            Companion.of(uuidOrNull(row, "companion_id"), row.getString("companion_name")),
            row.getObject("cost_eur", Integer.class),
            row.getString("effect")),
        new PersonId(uuid(row, "added_by")),
        instant(row, "added_at"));
  }
}

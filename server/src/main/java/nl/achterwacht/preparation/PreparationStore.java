package nl.achterwacht.preparation;

import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.utcOrNull;
import static nl.achterwacht.base.Sql.uuid;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.policy.Measure;
import nl.achterwacht.preparation.Preparation.Judged;
import nl.achterwacht.visit.Visit;
import nl.achterwacht.visit.VisitId;
import nl.achterwacht.watch.WatchId;
import org.jspecify.annotations.Nullable;

/** The SQL of preparations and their measures. Whoever writes has locked the visit. */
final class PreparationStore {
  private static final String COLUMNS =
      """
      select organisation_id, visit_id, visit_version, estimate, risk_class, score, policy_version,
             judged_at, advises_high_risk, advises_halfway, advised_grace_s, companion_id,
             companion_watch_id, version
        from preparation.preparation
       where organisation_id = :organisation
      """;

  private static final String FIND = COLUMNS + " and visit_id = :visit";

  private static final String RISKY_AHEAD =
      COLUMNS
          + """
             and visit_ends_at >= :now
             and risk_class <> 'normal'
           order by visit_ends_at, visit_id
          """;

  private static final String MEASURES =
      """
      select visit_id, measure, demanded, reasons, alternatives, state, colleague_id, proof_kind,
             proof, reason, by_id, at
        from preparation.measure
       where organisation_id = :organisation
         and visit_id = any (:visits::uuid[])
       order by visit_id, measure
      """;

  // A new one has version 0; of a known one nobody may have stored another version meanwhile.
  private static final String SAVE =
      """
      insert into preparation.preparation as p
             (organisation_id, visit_id, visit_version, visit_ends_at, risk_class, score, policy_version,
              judged_at, advises_high_risk, advises_halfway, advised_grace_s, companion_id,
              companion_watch_id, version)
      values (:organisation, :visit, :visitVersion, :endsAt, :riskClass, :score, :policyVersion,
              :judgedAt, :highRisk, :halfway, :grace, :companion, :companionWatch, 1)
          on conflict (organisation_id, visit_id)
          do update set visit_version = excluded.visit_version,
                        visit_ends_at = excluded.visit_ends_at,
                        risk_class = excluded.risk_class, score = excluded.score, policy_version = excluded.policy_version,
                        judged_at = excluded.judged_at,
                        advises_high_risk = excluded.advises_high_risk,
                        advises_halfway = excluded.advises_halfway,
                        advised_grace_s = excluded.advised_grace_s,
                        companion_id = excluded.companion_id,
                        companion_watch_id = excluded.companion_watch_id,
                        version = p.version + 1
                  where p.version = :version
      """;

  private static final String SAVE_ESTIMATE =
      """
      update preparation.preparation
         set estimate = :estimate::jsonb, estimated_by = :by, estimated_at = :at,
             place_hash = :place
       where organisation_id = :organisation
         and visit_id = :visit
      """;

  private static final String FORGET_MEASURES =
      """
      delete from preparation.measure
       where organisation_id = :organisation
         and visit_id = :visit
      """;

  private static final String INSERT_MEASURE =
      """
      insert into preparation.measure
             (organisation_id, visit_id, measure, demanded, reasons, alternatives, state,
              colleague_id, proof_kind, proof, reason, by_id, at)
      values (:organisation, :visit, :measure, :demanded, :reasons, :alternatives, :state,
              :colleague, :proofKind, :proof::jsonb, :reason, :by, :at)
      """;

  private static final String LAST_ESTIMATE =
      """
      select estimate
        from preparation.preparation
       where organisation_id = :organisation
         and estimated_by = :worker
         and place_hash = :place
         and estimated_at >= :since
         and visit_id <> :visit
         and estimate is not null
       order by estimated_at desc
       limit 1
      """;

  private static final String RESTING_ON =
      """
      select m.visit_id, m.measure, m.state
        from preparation.measure m
        join preparation.preparation p
          on p.organisation_id = m.organisation_id
         and p.visit_id = m.visit_id
       where m.organisation_id = :organisation
         and m.colleague_id = :person
         and p.visit_ends_at >= :since
       order by p.visit_ends_at, m.visit_id, m.measure
      """;

  private static final String COMPANION_WATCH =
      """
      select companion_watch_id
        from preparation.preparation
       where organisation_id = :organisation
         and visit_id = :visit
         and companion_id = :person
      """;

  /**
   * A measure that rests on somebody.
   *
   * @param accepted that person said yes
   */
  record Resting(VisitId visit, Measure measure, boolean accepted) {}

  @Nullable Preparation find(Tx tx, OrganisationId organisation, VisitId visit) {
    return tx.sql(FIND)
        .param("organisation", organisation.value())
        .param("visit", visit.value())
        .query(PreparationColumns::preparation)
        .optional()
        .map(p -> p.withMeasures(measures(tx, organisation, List.of(visit))))
        .orElse(null);
  }

  /** Of visits with a raised risk that are not over, the first to end first. */
  List<Preparation> riskyAhead(Tx tx, OrganisationId organisation, Instant now) {
    List<Preparation> found =
        tx.sql(RISKY_AHEAD)
            .param("organisation", organisation.value())
            .param("now", utc(now))
            .query(PreparationColumns::preparation)
            .list();
    Map<VisitId, List<VisitMeasure>> measures =
        measures(tx, organisation, found.stream().map(Preparation::visit).toList());
    return found.stream().map(p -> p.withMeasures(measures)).toList();
  }

  private static Map<VisitId, List<VisitMeasure>> measures(
      Tx tx, OrganisationId organisation, List<VisitId> visits) {
    Map<VisitId, List<VisitMeasure>> found = new HashMap<>();
    tx.sql(MEASURES)
        .param("organisation", organisation.value())
        .param("visits", tx.uuids(visits))
        .query(row -> {
          found
              .computeIfAbsent(new VisitId(uuid(row, "visit_id")), id -> new ArrayList<>())
              .add(PreparationColumns.measure(row));
        });
    return found;
  }

  /** Stores all but the estimate; {@code p} is of the version that was read. */
  void save(Tx tx, Preparation p, Instant visitEndsAt) {
    Judged judged = p.judged();
    if (judged == null) {
      throw new IllegalStateException("visit " + p.visit() + " was not judged");
    }
    Companion companion = p.companion();
    tx.changeOne(
        tx.sql(SAVE)
            .param("organisation", p.organisation().value())
            .param("visit", p.visit().value())
            .param("visitVersion", p.visitVersion())
            .param("endsAt", utc(visitEndsAt))
            .param("riskClass", judged.riskClass().text())
            .param("score", judged.score())
            .param("policyVersion", judged.policyVersion())
            .param("judgedAt", utc(judged.at()))
            .param("highRisk", judged.advice().highRisk())
            .param("halfway", judged.advice().halfwaySign())
            .param("grace", judged.advice().graceSeconds())
            .param("companion", companion == null ? null : companion.person().value())
            .param("companionWatch", companion == null ? null : companion.watch().value())
            .param("version", p.version()),
        "preparation of visit " + p.visit());
    tx.sql(FORGET_MEASURES)
        .param("organisation", p.organisation().value())
        .param("visit", p.visit().value())
        .update();
    p.measures().forEach(measure -> insert(tx, p, measure));
  }

  /** Stores the answers, with whose they are and for which place. */
  void saveEstimate(Tx tx, Visit visit, Estimate estimate, PersonId by, Instant now) {
    tx.changeOne(
        tx.sql(SAVE_ESTIMATE)
            .param("estimate", Json.write(estimate))
            .param("by", by.value())
            .param("at", utc(now))
            .param("place", placeHash(visit))
            .param("organisation", visit.organisation().value())
            .param("visit", visit.id().value()),
        "estimate of visit " + visit.id());
  }

  /** What the same worker answered last for the same place, at another visit; null for nothing. */
  @Nullable Estimate lastEstimate(Tx tx, Visit visit, Instant since) {
    return tx.sql(LAST_ESTIMATE)
        .param("organisation", visit.organisation().value())
        .param("worker", visit.worker().value())
        .param("place", placeHash(visit))
        .param("since", utc(since))
        .param("visit", visit.id().value())
        .query((row, i) -> Json.read(row.getString("estimate"), Estimate.class))
        .optional()
        .orElse(null);
  }

  /** Of visits that end at or after {@code since}, the first to end first. */
  List<Resting> restingOn(Tx tx, OrganisationId organisation, PersonId person, Instant since) {
    return tx.sql(RESTING_ON)
        .param("organisation", organisation.value())
        .param("person", person.value())
        .param("since", utc(since))
        .query((row, i) ->
            new Resting(
                new VisitId(uuid(row, "visit_id")),
                Measure.valueOf(row.getString("measure")),
                row.getString("state").equals("proven")))
        .list();
  }

  @Nullable WatchId companionWatch(
      Tx tx, OrganisationId organisation, VisitId visit, PersonId person) {
    return tx.sql(COMPANION_WATCH)
        .param("organisation", organisation.value())
        .param("visit", visit.value())
        .param("person", person.value())
        .query((row, i) -> new WatchId(uuid(row, "companion_watch_id")))
        .optional()
        .orElse(null);
  }

  private static void insert(Tx tx, Preparation p, VisitMeasure one) {
    PreparationColumns.State state = PreparationColumns.State.of(one.state());
    PersonId colleague = state.colleague();
    PersonId by = state.by();
    tx.changeOne(
        tx.sql(INSERT_MEASURE)
            .param("organisation", p.organisation().value())
            .param("visit", p.visit().value())
            .param("measure", one.measure().name())
            .param("demanded", one.demanded())
            .param("reasons", tx.texts(one.reasons()))
            .param("alternatives", tx.texts(one.alternatives().stream().map(Enum::name).toList()))
            .param("state", state.state())
            .param("colleague", colleague == null ? null : colleague.value())
            .param("proofKind", state.proofKind())
            .param("proof", state.proof())
            .param("reason", state.reason())
            .param("by", by == null ? null : by.value())
            .param("at", utcOrNull(state.at())),
        "measure " + one.measure() + " of visit " + p.visit());
  }

  /** The same for the same address, however it was typed; says nothing about it by itself. */
  private static String placeHash(Visit visit) {
    String address =
        visit.appointment().place().address().toLowerCase(Locale.ROOT).replaceAll("[\\s,.]+", " ");
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(address.strip().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

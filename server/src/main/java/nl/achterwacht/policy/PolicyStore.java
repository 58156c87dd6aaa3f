package nl.achterwacht.policy;

import static nl.achterwacht.base.Sql.instant;
import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.uuid;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.achterwacht.base.Ids;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;

/** The tables of the schema {@code policy}. */
final class PolicyStore {
  // As long as the header of a watch is kept.
  private static final Duration CASES_KEPT = Duration.ofDays(396);
  private static final int FORGET_AT_ONCE = 5;

  private static final String NEWEST =
      """
      select coalesce(max(number), 1)
        from policy.version
       where organisation_id = :organisation
      """;
  private static final String VERSIONS =
      """
      select number, note, put_by, in_force_at
        from policy.version
       where organisation_id = :organisation
       order by number desc
      """;
  private static final String DMN =
      """
      select dmn
        from policy.version
       where organisation_id = :organisation
         and number = :number
      """;
  private static final String ADD =
      """
      insert into policy.version
             (organisation_id, number, dmn, note, put_by, in_force_at)
      values (:organisation, :number, :dmn, :note, :by, :now)
      """;
  private static final String DRAFT =
      """
      select dmn, based_on, revision, saved_by, saved_at
        from policy.draft
       where organisation_id = :organisation
      """;
  private static final String LOCK_DRAFT = DRAFT + " for update";
  private static final String NEW_DRAFT =
      """
      insert into policy.draft
             (organisation_id, dmn, based_on, revision, saved_by, saved_at)
      values (:organisation, :dmn, :basedOn, 1, :by, :now)
          on conflict do nothing
      """;
  private static final String SAVE_DRAFT =
      """
      update policy.draft
         set dmn = :dmn,
             revision = revision + 1,
             saved_by = :by,
             saved_at = :now
       where organisation_id = :organisation
         and revision = :revision
      """;
  private static final String DROP_DRAFT =
      """
      delete from policy.draft
       where organisation_id = :organisation
      """;
  private static final String RECORD =
      """
      insert into policy.judged_case
             (organisation_id, id, judged_at, version, facts, judgement)
      values (:organisation, :id, :now, :version, :facts::jsonb, :judgement::jsonb)
      """;
  private static final String FORGET =
      """
      delete from policy.judged_case
       where organisation_id = :organisation
         and id in (select id
                      from policy.judged_case
                     where organisation_id = :organisation
                       and judged_at < :old
                     order by judged_at
                     limit :limit)
      """;
  private static final String CASES =
      """
      select facts, judged_at
        from policy.judged_case
       where organisation_id = :organisation
       order by judged_at desc, id desc
       limit :limit
      """;

  int newest(Tx tx, OrganisationId organisation) {
    return tx.sql(NEWEST).param("organisation", organisation.value()).query(Integer.class).single();
  }

  List<PolicyVersion> versions(Tx tx, OrganisationId organisation) {
    return tx.sql(VERSIONS)
        .param("organisation", organisation.value())
        .query((row, n) ->
            new PolicyVersion(
                row.getInt("number"),
                row.getString("note"),
                new PersonId(uuid(row, "put_by")),
                instant(row, "in_force_at")))
        .list();
  }

  Optional<String> dmn(Tx tx, OrganisationId organisation, int number) {
    return tx.sql(DMN)
        .param("organisation", organisation.value())
        .param("number", number)
        .query(String.class)
        .optional();
  }

  void add(Tx tx, OrganisationId organisation, int number, String dmn, Put put) {
    tx.changeOne(
        tx.sql(ADD)
            .param("organisation", organisation.value())
            .param("number", number)
            .param("dmn", dmn)
            .param("note", put.note())
            .param("by", put.by().value())
            .param("now", utc(put.at())),
        "put a policy into force");
  }

  /** Who puts a version into force, when, and what they say of it. */
  record Put(PersonId by, Instant at, String note) {}

  Optional<Draft> draft(Tx tx, OrganisationId organisation, boolean lock) {
    return tx.sql(lock ? LOCK_DRAFT : DRAFT)
        .param("organisation", organisation.value())
        .query((row, n) ->
            new Draft(
                row.getString("dmn"),
                row.getInt("based_on"),
                row.getInt("revision"),
                new PersonId(uuid(row, "saved_by")),
                instant(row, "saved_at")))
        .optional();
  }

  /** The first save of a draft; false when another was first. */
  boolean begin(Tx tx, OrganisationId organisation, Draft draft, PersonId by, Instant now) {
    return tx.sql(NEW_DRAFT)
            .param("organisation", organisation.value())
            .param("dmn", draft.dmn())
            .param("basedOn", draft.basedOn())
            .param("by", by.value())
            .param("now", utc(now))
            .update()
        == 1;
  }

  /** A later save; false when the draft is no longer at that revision. */
  boolean save(Tx tx, OrganisationId organisation, Draft draft, PersonId by, Instant now) {
    return tx.sql(SAVE_DRAFT)
            .param("organisation", organisation.value())
            .param("dmn", draft.dmn())
            .param("revision", draft.revision())
            .param("by", by.value())
            .param("now", utc(now))
            .update()
        == 1;
  }

  void dropDraft(Tx tx, OrganisationId organisation) {
    tx.sql(DROP_DRAFT).param("organisation", organisation.value()).update();
  }

  void record(Tx tx, OrganisationId organisation, Facts facts, Judgement judgement, Instant now) {
    tx.changeOne(
        tx.sql(RECORD)
            .param("organisation", organisation.value())
            .param("id", Ids.next())
            .param("now", utc(now))
            .param("version", judgement.version())
            .param("facts", Json.write(facts))
            .param("judgement", Json.write(judgement)),
        "keep a judged case");
    tx.sql(FORGET)
        .param("organisation", organisation.value())
        .param("old", utc(now.minus(CASES_KEPT)))
        .param("limit", FORGET_AT_ONCE)
        .update();
  }

  List<Trial.Case> cases(Tx tx, OrganisationId organisation, int limit) {
    return tx.sql(CASES)
        .param("organisation", organisation.value())
        .param("limit", limit)
        .query((row, n) ->
            new Trial.Case(
                Json.read(row.getString("facts"), Facts.class), instant(row, "judged_at"), null))
        .list();
  }
}

package nl.achterwacht.agreement;

import static nl.achterwacht.base.Sql.instant;
import static nl.achterwacht.base.Sql.instantOrNull;
import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.utcOrNull;
import static nl.achterwacht.base.Sql.uuid;
import static nl.achterwacht.base.Sql.uuidOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.agreement.WorkingAgreement.Change;
import nl.achterwacht.agreement.WorkingAgreement.Kind;
import nl.achterwacht.agreement.WorkingAgreement.Terms;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Slice;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import org.jspecify.annotations.Nullable;

/** The SQL of working agreements. */
final class AgreementStore {
  private static final String SELECT =
      """
      select organisation_id, id, team_id, words, owner_id, review_on, review_task_id, meeting_id,
             made_at, ended_at, version
        from agreement.agreement
       where organisation_id = :organisation
      """;
  private static final String LOCK = SELECT + " and id = :id for update";
  private static final String LOCK_BY_TASK = SELECT + " and review_task_id = :task for update";
  private static final String LIST =
      SELECT
          + """
             and (:team::uuid is null or team_id = :team)
             and (:ended or ended_at is null)
           order by ended_at is not null, review_on, id
           limit :limit
          offset :offset
          """;
  private static final String INSERT =
      """
      insert into agreement.agreement
             (organisation_id, id, team_id, words, owner_id, review_on, review_task_id, meeting_id,
              made_at, version)
      values (:organisation, :id, :team, :words, :owner, :reviewOn, :task, :meeting, :madeAt, 1)
      """;
  private static final String UPDATE =
      """
      update agreement.agreement
         set words = :words, owner_id = :owner, review_on = :reviewOn, review_task_id = :task,
             ended_at = :endedAt, version = :version
       where organisation_id = :organisation
         and id = :id
         and version = :version - 1
      """;
  private static final String ADD_CHANGE =
      """
      insert into agreement.change
             (organisation_id, agreement_id, number, kind, words, owner_id, review_on, by_id, at,
              reason)
      values (:organisation, :id, :number, :kind, :words, :owner, :reviewOn, :by, :at, :reason)
      """;
  private static final String HISTORY =
      """
      select number, kind, words, owner_id, review_on, by_id, at, reason
        from agreement.change
       where organisation_id = :organisation
         and agreement_id = :id
       order by number desc
      """;

  void insert(Tx tx, WorkingAgreement made) {
    tx.changeOne(
        tx.sql(INSERT)
            .param("organisation", made.organisation().value())
            .param("id", made.id().value())
            .param("team", made.team().value())
            .param("words", made.terms().words())
            .param("owner", made.terms().owner().value())
            .param("reviewOn", made.terms().reviewOn())
            .param("task", made.reviewTask())
            .param("meeting", made.meeting())
            .param("madeAt", utc(made.madeAt())),
        "make an agreement");
  }

  void update(Tx tx, WorkingAgreement after) {
    tx.changeOne(
        tx.sql(UPDATE)
            .param("organisation", after.organisation().value())
            .param("id", after.id().value())
            .param("words", after.terms().words())
            .param("owner", after.terms().owner().value())
            .param("reviewOn", after.terms().reviewOn())
            .param("task", after.reviewTask())
            .param("endedAt", utcOrNull(after.endedAt()))
            .param("version", after.version()),
        "change an agreement");
  }

  void add(Tx tx, WorkingAgreement after, Change change) {
    tx.changeOne(
        tx.sql(ADD_CHANGE)
            .param("organisation", after.organisation().value())
            .param("id", after.id().value())
            .param("number", change.number())
            .param("kind", change.kind().text())
            .param("words", change.terms().words())
            .param("owner", change.terms().owner().value())
            .param("reviewOn", change.terms().reviewOn())
            .param("by", change.by().value())
            .param("at", utc(change.at()))
            .param("reason", change.reason()),
        "note a change of an agreement");
  }

  Optional<WorkingAgreement> lock(Tx tx, OrganisationId organisation, AgreementId id) {
    return tx.sql(LOCK)
        .param("organisation", organisation.value())
        .param("id", id.value())
        .query(AgreementStore::agreement)
        .optional();
  }

  Optional<WorkingAgreement> lockByTask(Tx tx, OrganisationId organisation, UUID task) {
    return tx.sql(LOCK_BY_TASK)
        .param("organisation", organisation.value())
        .param("task", task)
        .query(AgreementStore::agreement)
        .optional();
  }

  List<WorkingAgreement> list(
      Tx tx, OrganisationId organisation, @Nullable TeamId team, boolean ended, Slice slice) {
    return tx.sql(LIST)
        .param("organisation", organisation.value())
        .param("team", team == null ? null : team.value())
        .param("ended", ended)
        .param("limit", slice.limit())
        .param("offset", slice.offset())
        .query(AgreementStore::agreement)
        .list();
  }

  List<Change> history(Tx tx, OrganisationId organisation, AgreementId id) {
    return tx.sql(HISTORY)
        .param("organisation", organisation.value())
        .param("id", id.value())
        .query((row, n) ->
            new Change(
                row.getInt("number"),
                Kind.of(row.getString("kind")),
                terms(row),
                new PersonId(uuid(row, "by_id")),
                instant(row, "at"),
                row.getString("reason")))
        .list();
  }

  private static WorkingAgreement agreement(ResultSet row, int n) throws SQLException {
    return new WorkingAgreement(
        new OrganisationId(uuid(row, "organisation_id")),
        new AgreementId(uuid(row, "id")),
        new TeamId(uuid(row, "team_id")),
        terms(row),
        uuidOrNull(row, "review_task_id"),
        uuidOrNull(row, "meeting_id"),
        instant(row, "made_at"),
        instantOrNull(row, "ended_at"),
        row.getInt("version"));
  }

  private static Terms terms(ResultSet row) throws SQLException {
    return new Terms(
        row.getString("words"),
        new PersonId(uuid(row, "owner_id")),
        row.getObject("review_on", LocalDate.class));
  }
}

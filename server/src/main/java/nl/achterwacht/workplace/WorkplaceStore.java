package nl.achterwacht.workplace;

import static nl.achterwacht.base.Sql.instant;
import static nl.achterwacht.base.Sql.instantOrNull;
import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.utcOrNull;
import static nl.achterwacht.base.Sql.uuid;
import static nl.achterwacht.base.Sql.uuidOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Slice;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.place.PlaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The SQL of workplaces and of what was changed about them. */
final class WorkplaceStore {
  private static final String SELECT =
      """
      select organisation_id, id, name, kind, team_id, owner_id, place_id, spot, response_min,
             norm_min, method, facts::text as facts, made_by, made_at, ended_at, ended_by,
             end_reason, version
        from workplace.workplace
       where organisation_id = :organisation
      """;
  private static final String FIND = SELECT + " and id = :id";
  private static final String LOCK = FIND + " for no key update";
  private static final String LIST =
      SELECT
          + """
             and (:team::uuid is null or team_id = :team)
             and (:ended or ended_at is null)
           order by name, id
           limit :limit
          offset :offset
          """;
  private static final String NAMES =
      """
      select id, name
        from workplace.workplace
       where organisation_id = :organisation
      """;
  private static final String ABOUT =
      SELECT
          + """
             and (id = :subject
                  or id = (select m.workplace_id
                             from workplace.measure m
                            where m.organisation_id = :organisation
                              and m.id = :subject))
          """;
  private static final String INSERT =
      """
      insert into workplace.workplace
             (organisation_id, id, name, kind, team_id, owner_id, place_id, spot, response_min,
              norm_min, method, facts, made_by, made_at)
      values (:organisation, :id, :name, :kind, :team, :owner, :place, :spot, :response, :norm,
              :method, :facts::jsonb, :by, :at)
      """;
  private static final String UPDATE =
      """
      update workplace.workplace
         set name = :name, kind = :kind, team_id = :team, owner_id = :owner, place_id = :place,
             spot = :spot, response_min = :response, norm_min = :norm, method = :method,
             facts = :facts::jsonb, version = version + 1
       where organisation_id = :organisation
         and id = :id
         and version = :version
      """;
  private static final String END =
      """
      update workplace.workplace
         set ended_at = :at, ended_by = :by, end_reason = :reason, version = version + 1
       where organisation_id = :organisation
         and id = :id
         and version = :version
      """;
  private static final String NEXT_REVIEW =
      """
      update workplace.workplace
         set next_review_at = :at
       where organisation_id = :organisation
         and id = :id
      """;
  private static final String TAKE_NEXT_REVIEW =
      """
      select next_review_at
        from workplace.workplace
       where organisation_id = :organisation
         and id = :id
      """;
  private static final String NOTE =
      """
      insert into workplace.change
             (organisation_id, id, workplace_id, at, made_by, field, was, became)
      values (:organisation, :id, :workplace, :at, :by, :field, :was, :became)
      """;
  private static final String CHANGES =
      """
      select id, at, made_by, field, was, became
        from workplace.change
       where organisation_id = :organisation
         and workplace_id = :workplace
       order by at desc, id desc
       limit :limit
      offset :offset
      """;

  Optional<Workplace> find(Tx tx, OrganisationId organisation, WorkplaceId id) {
    return one(tx, FIND, organisation, id);
  }

  Optional<Workplace> lock(Tx tx, OrganisationId organisation, WorkplaceId id) {
    return one(tx, LOCK, organisation, id);
  }

  List<Workplace> list(
      Tx tx, OrganisationId organisation, @Nullable TeamId team, boolean endedToo, Slice slice) {
    return tx.sql(LIST)
        .param("organisation", organisation.value())
        .param("team", team == null ? null : team.value())
        .param("ended", endedToo)
        .param("limit", slice.limit())
        .param("offset", slice.offset())
        .query(WorkplaceStore::workplace)
        .list();
  }

  Map<UUID, String> names(Tx tx, OrganisationId organisation) {
    Map<UUID, String> names = new HashMap<>();
    tx.sql(NAMES)
        .param("organisation", organisation.value())
        .query((row, n) -> names.put(row.getObject("id", UUID.class), row.getString("name")))
        .list();
    return names;
  }

  Optional<Workplace> about(Tx tx, OrganisationId organisation, UUID subject) {
    return tx.sql(ABOUT)
        .param("organisation", organisation.value())
        .param("subject", subject)
        .query(WorkplaceStore::workplace)
        .optional();
  }

  void insert(Tx tx, Workplace workplace) {
    tx.changeOne(
        with(tx.sql(INSERT), workplace)
            .param("by", workplace.madeBy().value())
            .param("at", utc(workplace.madeAt())),
        "add a workplace");
  }

  /** Stores {@code workplace} as it now is; its version is the one that was read. */
  void update(Tx tx, Workplace workplace) {
    tx.changeOne(
        with(tx.sql(UPDATE), workplace).param("version", workplace.version()),
        "change a workplace");
  }

  void end(Tx tx, Workplace workplace, Workplace.Ending ending) {
    tx.changeOne(
        tx.sql(END)
            .param("organisation", workplace.organisation().value())
            .param("id", workplace.id().value())
            .param("at", utc(ending.at()))
            .param("by", ending.by().value())
            .param("reason", ending.reason())
            .param("version", workplace.version()),
        "end a workplace");
  }

  void setNextReview(Tx tx, OrganisationId organisation, WorkplaceId id, @Nullable Instant at) {
    tx.changeOne(
        tx.sql(NEXT_REVIEW)
            .param("organisation", organisation.value())
            .param("id", id.value())
            .param("at", utcOrNull(at)),
        "choose a review");
  }

  /** When somebody wants the next review; empty when they did not say. */
  Optional<Instant> nextReview(Tx tx, OrganisationId organisation, WorkplaceId id) {
    return tx.sql(TAKE_NEXT_REVIEW)
        .param("organisation", organisation.value())
        .param("id", id.value())
        .query((row, number) -> Optional.ofNullable(instantOrNull(row, "next_review_at")))
        .optional()
        .flatMap(at -> at);
  }

  void note(Tx tx, OrganisationId organisation, WorkplaceId workplace, Workplace.Change change) {
    tx.changeOne(
        tx.sql(NOTE)
            .param("organisation", organisation.value())
            .param("id", change.id())
            .param("workplace", workplace.value())
            .param("at", utc(change.at()))
            .param("by", change.by().value())
            .param("field", change.field())
            .param("was", change.was())
            .param("became", change.became()),
        "note a change");
  }

  /** The latest first. */
  List<Workplace.Change> changes(
      Tx tx, OrganisationId organisation, WorkplaceId workplace, Slice slice) {
    return tx.sql(CHANGES)
        .param("organisation", organisation.value())
        .param("workplace", workplace.value())
        .param("limit", slice.limit())
        .param("offset", slice.offset())
        .query((row, number) ->
            new Workplace.Change(
                uuid(row, "id"),
                instant(row, "at"),
                new PersonId(uuid(row, "made_by")),
                row.getString("field"),
                row.getString("was"),
                row.getString("became")))
        .list();
  }

  private static Optional<Workplace> one(
      Tx tx, String sql, OrganisationId organisation, WorkplaceId id) {
    return tx.sql(sql)
        .param("organisation", organisation.value())
        .param("id", id.value())
        .query(WorkplaceStore::workplace)
        .optional();
  }

  private static StatementSpec with(StatementSpec sql, Workplace workplace) {
    Workplace.Details details = workplace.details();
    return sql.param("organisation", workplace.organisation().value())
        .param("id", workplace.id().value())
        .param("name", details.name())
        .param("kind", details.kind())
        .param("team", details.team().value())
        .param("owner", details.owner().value())
        .param("place", details.place() == null ? null : details.place().value())
        .param("spot", details.spot())
        .param("response", details.responseMinutes())
        .param("norm", details.normMinutes())
        .param("method", details.method())
        .param("facts", Json.write(details.facts()));
  }

  private static Workplace workplace(ResultSet row, int number) throws SQLException {
    return new Workplace(
        new OrganisationId(uuid(row, "organisation_id")),
        new WorkplaceId(uuid(row, "id")),
        details(row),
        new PersonId(uuid(row, "made_by")),
        instant(row, "made_at"),
        ending(row),
        row.getInt("version"));
  }

  private static Workplace.Details details(ResultSet row) throws SQLException {
    @Nullable UUID place = uuidOrNull(row, "place_id");
    return new Workplace.Details(
        row.getString("name"),
        row.getString("kind"),
        new TeamId(uuid(row, "team_id")),
        new PersonId(uuid(row, "owner_id")),
        place == null ? null : new PlaceId(place),
        row.getString("spot"),
        row.getObject("response_min", Integer.class),
        row.getObject("norm_min", Integer.class),
        row.getString("method"),
        Json.read(row.getString("facts"), Facts.class));
  }

  private static Workplace.@Nullable Ending ending(ResultSet row) throws SQLException {
    @Nullable Instant at = instantOrNull(row, "ended_at");
    return at == null
        ? null
        : new Workplace.Ending(
            at, new PersonId(uuid(row, "ended_by")), row.getString("end_reason"));
  }
}

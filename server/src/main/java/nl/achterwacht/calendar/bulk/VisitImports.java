package nl.achterwacht.calendar.bulk;

import static nl.achterwacht.base.Sql.instant;
import static nl.achterwacht.base.Sql.instantOrNull;
import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.uuid;
import static nl.achterwacht.base.Sql.uuidOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.base.Ids;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import org.jspecify.annotations.Nullable;

/** Takes files in, shows what is in them and how far they are, and confirms them. */
public final class VisitImports {
  private static final String COLUMNS =
      """
      select organisation_id, id, made_by, made_at, state, fault, fault_detail, rows_total,
             rows_bad, rows_known, rows_planned, finished_at
        from calendar.visit_import
       where organisation_id = :organisation
      """;

  private static final String LIST =
      COLUMNS
          + """
           order by made_at desc, id desc
           limit :limit
          offset :offset
          """;

  private static final String FIND = COLUMNS + " and id = :id";

  private static final String ADD =
      """
      insert into calendar.visit_import
             (organisation_id, id, made_by, made_at, state, wake_at, file)
      values (:organisation, :id, :by, :now, 'received', :now, :file)
      """;

  private static final String ROWS =
      """
      select number, state, faults, worker_id, address, start_at, end_at, visit_id
        from calendar.visit_import_row
       where organisation_id = :organisation
         and import_id = :id
         and (:state::text is null or state = :state::text)
       order by number
       limit :limit
      offset :offset
      """;

  private static final String CONFIRM =
      """
      update calendar.visit_import
         set state = 'running', wake_at = :now
       where organisation_id = :organisation
         and id = :id
         and state = 'checked'
      """;

  private static final String DISCARD =
      """
      delete from calendar.visit_import
       where organisation_id = :organisation
         and id = :id
         and state in ('received', 'unreadable', 'checked')
      """;

  private final InstantSource clock;

  public VisitImports(InstantSource clock) {
    this.clock = clock;
  }

  /** Takes a file in; it is checked soon. */
  public VisitImport receive(Tx tx, OrganisationId organisation, PersonId by, byte[] file) {
    UUID id = Ids.next();
    tx.changeOne(
        tx.sql(ADD)
            .param("organisation", organisation.value())
            .param("id", id)
            .param("by", by.value())
            .param("now", utc(clock.instant()))
            .param("file", file),
        "take a file in");
    return find(tx, organisation, id).orElseThrow();
  }

  public Optional<VisitImport> find(Tx tx, OrganisationId organisation, UUID id) {
    return tx.sql(FIND)
        .param("organisation", organisation.value())
        .param("id", id)
        .query(VisitImports::visitImport)
        .optional();
  }

  /** The files of an organisation, newest first. */
  public List<VisitImport> list(Tx tx, OrganisationId organisation, int offset, int limit) {
    return tx.sql(LIST)
        .param("organisation", organisation.value())
        .param("offset", offset)
        .param("limit", limit)
        .query(VisitImports::visitImport)
        .list();
  }

  /**
   * The rows of a file, in its order.
   *
   * @param state only those in this state; null for all
   */
  public List<ImportRow> rows(
      Tx tx, VisitImport of, @Nullable String state, int offset, int limit) {
    return tx.sql(ROWS)
        .param("organisation", of.organisation().value())
        .param("id", of.id())
        .param("state", state)
        .param("offset", offset)
        .param("limit", limit)
        .query(VisitImports::row)
        .list();
  }

  /** Has a checked file carried out; false when it is in another state. */
  public boolean confirm(Tx tx, OrganisationId organisation, UUID id) {
    Instant now = clock.instant();
    return tx.sql(CONFIRM)
            .param("organisation", organisation.value())
            .param("id", id)
            .param("now", utc(now))
            .update()
        == 1;
  }

  /** Throws a file away of which nothing was carried out; false when it is in another state. */
  public boolean discard(Tx tx, OrganisationId organisation, UUID id) {
    return tx.sql(DISCARD).param("organisation", organisation.value()).param("id", id).update()
        == 1;
  }

  private static VisitImport visitImport(ResultSet row, int index) throws SQLException {
    return new VisitImport(
        new OrganisationId(uuid(row, "organisation_id")),
        uuid(row, "id"),
        new PersonId(uuid(row, "made_by")),
        instant(row, "made_at"),
        row.getString("state"),
        row.getString("fault"),
        row.getString("fault_detail"),
        row.getInt("rows_total"),
        row.getInt("rows_bad"),
        row.getInt("rows_known"),
        row.getInt("rows_planned"),
        instantOrNull(row, "finished_at"));
  }

  private static ImportRow row(ResultSet row, int index) throws SQLException {
    return new ImportRow(
        row.getInt("number"),
        row.getString("state"),
        List.of(Json.read(row.getString("faults"), RowFault[].class)),
        uuidOrNull(row, "worker_id"),
        row.getString("address"),
        instantOrNull(row, "start_at"),
        instantOrNull(row, "end_at"),
        uuidOrNull(row, "visit_id"));
  }
}

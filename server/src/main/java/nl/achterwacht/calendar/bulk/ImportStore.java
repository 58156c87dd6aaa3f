package nl.achterwacht.calendar.bulk;

import static nl.achterwacht.base.Sql.instant;
import static nl.achterwacht.base.Sql.instantOrNull;
import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.calendar.bulk.RowReader.Checked;
import nl.achterwacht.visit.Appointment;
import nl.achterwacht.watch.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of what {@link ImportKeeper} does. */
final class ImportStore {
  private static final String CLAIM =
      """
      select organisation_id, id, made_by, state, file
        from calendar.visit_import
       where wake_at <= :now
       order by wake_at
       limit 1
         for update skip locked
      """;

  private static final String EARLIEST =
      """
      select min(wake_at)
        from calendar.visit_import
       where wake_at is not null
      """;

  private static final String WAKE_AT =
      """
      update calendar.visit_import
         set wake_at = :at
       where organisation_id = :organisation
         and id = :id
      """;

  private static final String CHECKED =
      """
      update calendar.visit_import
         set state = 'checked', file = null, wake_at = null,
             rows_total = :total, rows_bad = :bad, rows_known = :known
       where organisation_id = :organisation
         and id = :id
         and state = 'received'
      """;

  private static final String UNREADABLE =
      """
      update calendar.visit_import
         set state = 'unreadable', file = null, wake_at = null, fault = :fault,
             fault_detail = :detail
       where organisation_id = :organisation
         and id = :id
         and state = 'received'
      """;

  private static final String ADD_ROWS =
      """
      insert into calendar.visit_import_row
             (organisation_id, import_id, number, state, faults, worker_id, address, floor,
              purpose, start_at, end_at, high_risk, travel_mode, travel_minutes, row_key, content)
      select :organisation, :id, n, s, f::jsonb, w, a, fl, p, st, en, hr::boolean, tm, ti,
             decode(k, 'hex'), decode(c, 'hex')
        from unnest(:numbers::integer[], :states::text[], :faults::text[], :workers::uuid[],
                    :addresses::text[], :floors::text[], :purposes::text[],
                    :starts::timestamptz[], :ends::timestamptz[], :risks::text[],
                    :modes::text[], :travels::integer[], :keys::text[], :contents::text[])
             as t(n, s, f, w, a, fl, p, st, en, hr, tm, ti, k, c)
      """;

  private static final String KNOWN =
      """
      select encode(row_key, 'hex') as row_key, encode(content, 'hex') as content
        from calendar.imported_visit
       where organisation_id = :organisation
         and row_key in (select decode(k, 'hex') from unnest(:keys::text[]) as t(k))
      """;

  private static final String WAITING =
      """
      select number, worker_id, address, floor, purpose, start_at, end_at, high_risk, travel_mode,
             travel_minutes, encode(row_key, 'hex') as row_key, encode(content, 'hex') as content
        from calendar.visit_import_row
       where organisation_id = :organisation
         and import_id = :id
         and state = 'waiting'
       order by number
       limit :limit
      """;

  private static final String SETTLE =
      """
      update calendar.visit_import_row r
         set state = t.s, faults = t.f::jsonb, visit_id = t.v
        from unnest(:numbers::integer[], :states::text[], :faults::text[], :visits::uuid[])
             as t(n, s, f, v)
       where r.organisation_id = :organisation
         and r.import_id = :id
         and r.number = t.n
      """;

  private static final String REMEMBER =
      """
      insert into calendar.imported_visit
             (organisation_id, row_key, content, visit_id, start_at)
      select :organisation, decode(k, 'hex'), decode(c, 'hex'), v, s
        from unnest(:keys::text[], :contents::text[], :visits::uuid[], :starts::timestamptz[])
             as t(k, c, v, s)
      """;

  private static final String COUNT =
      """
      update calendar.visit_import
         set rows_bad = rows_bad + :bad, rows_known = rows_known + :known,
             rows_planned = rows_planned + :planned
       where organisation_id = :organisation
         and id = :id
      """;

  private static final String FINISH =
      """
      update calendar.visit_import
         set state = 'done', wake_at = null, finished_at = :now
       where organisation_id = :organisation
         and id = :id
         and state = 'running'
      """;

  // One import of an organisation at a time: two with the same rows would each find them new.
  private static final String ALONE =
      """
      select pg_advisory_xact_lock(hashtextextended('calendar.import ' || :organisation, 0))
      """;

  private static final String FORGET_IMPORTS =
      """
      delete from calendar.visit_import
       where made_at < case when state = 'done' then :carriedOut else :notCarriedOut end
         and state in ('unreadable', 'checked', 'done')
      """;

  private static final String FORGET_KEYS =
      """
      delete from calendar.imported_visit
       where start_at < :before
      """;

  /** An import that is due. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Due(
      OrganisationId organisation, UUID id, PersonId by, boolean running, byte @Nullable [] file) {}

  /** A row that is carried out, and what came of it. */
  record Settled(
      int number, PlannedRow row, @Nullable UUID visit, boolean known, @Nullable RowFault fault) {
    String state() {
      return visit != null ? "planned" : known ? "known" : "bad";
    }
  }

  /** A row that waits to become a visit. */
  record Waiting(int number, PlannedRow row) {}

  @Nullable Due claim(Tx tx, Instant now) {
    return tx.sql(CLAIM)
        .param("now", utc(now))
        .query((row, i) ->
            new Due(
                new OrganisationId(uuid(row, "organisation_id")),
                uuid(row, "id"),
                new PersonId(uuid(row, "made_by")),
                row.getString("state").equals("running"),
                row.getBytes("file")))
        .optional()
        .orElse(null);
  }

  @Nullable Instant earliest(Tx tx) {
    return tx.sql(EARLIEST)
        .query((row, i) -> Optional.ofNullable(instantOrNull(row, "min")))
        .single()
        .orElse(null);
  }

  void wakeAt(Tx tx, Due due, Instant at) {
    tx.changeOne(of(tx, WAKE_AT, due).param("at", utc(at)), "an import waits");
  }

  /** Stores what was found in the file; false when another server has done so meanwhile. */
  boolean checked(Tx tx, Due due, List<Checked> rows, Map<String, String> known) {
    int bad = (int) rows.stream().filter(row -> row.row() == null).count();
    long before = rows.stream().filter(row -> isKnown(row, known)).count();
    int changed =
        of(tx, CHECKED, due)
            .param("total", rows.size())
            .param("bad", bad)
            .param("known", (int) before)
            .update();
    if (changed == 1) {
      addRows(tx, due, rows, known);
    }
    return changed == 1;
  }

  void unreadable(Tx tx, Due due, Unreadable why) {
    of(tx, UNREADABLE, due).param("fault", why.code()).param("detail", why.detail()).update();
  }

  /** Of these keys those that were imported before, each with the hash of what the row said. */
  Map<String, String> known(Tx tx, OrganisationId organisation, List<String> keys) {
    Map<String, String> known = new HashMap<>();
    tx.sql(KNOWN)
        .param("organisation", organisation.value())
        .param("keys", tx.texts(keys))
        .query(row -> {
          known.put(row.getString("row_key"), row.getString("content"));
        });
    return known;
  }

  void alone(Tx tx, OrganisationId organisation) {
    tx.sql(ALONE).param("organisation", organisation.toString()).query(row -> {});
  }

  List<Waiting> waiting(Tx tx, Due due, int limit) {
    return of(tx, WAITING, due).param("limit", limit).query(ImportStore::waiting).list();
  }

  void settle(Tx tx, Due due, List<Settled> rows) {
    of(tx, SETTLE, due)
        .param("numbers", tx.integers(rows.stream().map(Settled::number).toList()))
        .param("states", tx.texts(rows.stream().map(Settled::state).toList()))
        .param("faults", tx.texts(rows.stream().map(row -> faults(row.fault())).toList()))
        .param("visits", tx.uuids(rows.stream().map(Settled::visit).toList()))
        .update();
    List<Settled> made = rows.stream().filter(row -> row.visit() != null).toList();
    of(tx, REMEMBER, due)
        .param("keys", tx.texts(made.stream().map(row -> row.row().key()).toList()))
        .param("contents", tx.texts(made.stream().map(row -> row.row().content()).toList()))
        .param("visits", tx.uuids(made.stream().map(Settled::visit).toList()))
        .param(
            "starts",
            tx.instants(
                made.stream().map(row -> row.row().appointment().plannedStartAt()).toList()))
        .update();
    tx.changeOne(
        of(tx, COUNT, due)
            .param("bad", count(rows, "bad"))
            .param("known", count(rows, "known"))
            .param("planned", made.size()),
        "count the rows of an import");
  }

  void finish(Tx tx, Due due, Instant now) {
    tx.changeOne(of(tx, FINISH, due).param("now", utc(now)), "finish an import");
  }

  /** Erases what is no longer needed; returns how many files were forgotten. */
  int forget(Tx tx, Instant carriedOut, Instant notCarriedOut, Instant begun) {
    tx.sql(FORGET_KEYS).param("before", utc(begun)).update();
    return tx.sql(FORGET_IMPORTS)
        .param("carriedOut", utc(carriedOut))
        .param("notCarriedOut", utc(notCarriedOut))
        .update();
  }

  private void addRows(Tx tx, Due due, List<Checked> rows, Map<String, String> known) {
    of(tx, ADD_ROWS, due)
        .param("numbers", tx.integers(rows.stream().map(Checked::number).toList()))
        .param("states", tx.texts(rows.stream().map(row -> state(row, known)).toList()))
        .param("faults", tx.texts(rows.stream().map(row -> Json.write(row.faults())).toList()))
        .param("workers", tx.uuids(all(rows, row -> row.worker().value())))
        .param("addresses", tx.texts(all(rows, row -> row.appointment().place().address())))
        .param("floors", tx.texts(all(rows, row -> row.appointment().place().floor())))
        .param("purposes", tx.texts(all(rows, row -> row.appointment().purpose())))
        .param("starts", tx.instants(all(rows, row -> row.appointment().plannedStartAt())))
        .param("ends", tx.instants(all(rows, row -> row.appointment().plannedEndAt())))
        .param("risks", tx.texts(all(rows, row -> Boolean.toString(row.appointment().highRisk()))))
        .param("modes", tx.texts(all(rows, row -> row.appointment().travelMode())))
        .param("travels", tx.integers(all(rows, row -> row.appointment().travelMinutes())))
        .param("keys", tx.texts(all(rows, PlannedRow::key)))
        .param("contents", tx.texts(all(rows, PlannedRow::content)))
        .update();
  }

  private static <T> List<@Nullable T> all(
      List<Checked> rows, Function<PlannedRow, @Nullable T> part) {
    List<@Nullable T> parts = new ArrayList<>(rows.size());
    for (Checked checked : rows) {
      PlannedRow row = checked.row();
      parts.add(row == null ? null : part.apply(row));
    }
    return parts;
  }

  private static String state(Checked row, Map<String, String> known) {
    return row.row() == null ? "bad" : isKnown(row, known) ? "known" : "waiting";
  }

  private static boolean isKnown(Checked row, Map<String, String> known) {
    return row.row() != null && known.containsKey(row.row().key());
  }

  private static String faults(@Nullable RowFault fault) {
    return fault == null ? "[]" : Json.write(List.of(fault));
  }

  private static int count(List<Settled> rows, String state) {
    return (int) rows.stream().filter(row -> row.state().equals(state)).count();
  }

  private static Waiting waiting(ResultSet row, int index) throws SQLException {
    var place = new Place(row.getString("address"), row.getString("floor"), null, null);
    var planned =
        new Appointment(
            place,
            row.getString("purpose"),
            instant(row, "start_at"),
            instant(row, "end_at"),
            row.getBoolean("high_risk"),
            row.getString("travel_mode"),
            null,
            row.getInt("travel_minutes"));
    var worker = new PersonId(uuid(row, "worker_id"));
    return new Waiting(
        row.getInt("number"),
        new PlannedRow(worker, planned, row.getString("row_key"), row.getString("content")));
  }

  private static JdbcClient.StatementSpec of(Tx tx, String sql, Due due) {
    return tx.sql(sql).param("organisation", due.organisation().value()).param("id", due.id());
  }
}

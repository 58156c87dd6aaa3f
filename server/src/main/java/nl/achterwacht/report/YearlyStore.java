package nl.achterwacht.report;

import static nl.achterwacht.base.Sql.instant;
import static nl.achterwacht.base.Sql.instantOrNull;
import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import org.jspecify.annotations.Nullable;

/** The SQL of a year's report. */
final class YearlyStore {
  private static final String SELECT =
      """
      select organisation_id, id, year, language, asked_by, asked_at, state, progress, wake_at,
             attempts, ended_at
        from report.yearly
      """;
  private static final String LIST =
      SELECT
          + """
           where organisation_id = :organisation
           order by asked_at desc, id desc
           limit 50
          """;
  private static final String FIND =
      SELECT
          + """
           where organisation_id = :organisation
             and id = :id
          """;
  private static final String DUE =
      SELECT
          + """
           where wake_at <= :now
           order by wake_at
           limit 1
             for update skip locked
          """;
  private static final String FILE =
      """
      select file
        from report.yearly
       where organisation_id = :organisation
         and id = :id
         and file is not null
      """;
  private static final String EARLIEST = "select min(wake_at) from report.yearly";
  private static final String INSERT =
      """
      insert into report.yearly
             (organisation_id, id, year, language, asked_by, asked_at, state, wake_at)
      values (:organisation, :id, :year, :language, :by, :now, 'waiting', :now)
      """;
  private static final String BEGIN =
      """
      update report.yearly
         set state = 'running', progress = 0, attempts = attempts + 1, wake_at = :until
       where organisation_id = :organisation
         and id = :id
      """;
  // Whoever was cancelled, or came too late, changes nothing any more.
  private static final String GO_ON =
      """
      update report.yearly
         set progress = :progress, wake_at = :until
       where organisation_id = :organisation
         and id = :id
         and state = 'running'
         and attempts = :attempts
      """;
  private static final String FINISH =
      """
      update report.yearly
         set state = 'done', progress = 100, file = :file, ended_at = :now, wake_at = :until
       where organisation_id = :organisation
         and id = :id
         and state = 'running'
         and attempts = :attempts
      """;
  private static final String END =
      """
      update report.yearly
         set state = :state, ended_at = :now, wake_at = :until
       where organisation_id = :organisation
         and id = :id
         and state in ('waiting', 'running')
      """;
  private static final String ERASE =
      "delete from report.yearly where organisation_id = :organisation and id = :id";

  void insert(
      Tx tx,
      OrganisationId organisation,
      UUID id,
      int year,
      String language,
      PersonId by,
      Instant now) {
    tx.changeOne(
        tx.sql(INSERT)
            .param("organisation", organisation.value())
            .param("id", id)
            .param("year", year)
            .param("language", language)
            .param("by", by.value())
            .param("now", utc(now)),
        "ask for a year's report");
  }

  List<Yearly> list(Tx tx, OrganisationId organisation) {
    return tx.sql(LIST)
        .param("organisation", organisation.value())
        .query(YearlyStore::yearly)
        .list();
  }

  Optional<Yearly> find(Tx tx, OrganisationId organisation, UUID id) {
    return tx.sql(FIND)
        .param("organisation", organisation.value())
        .param("id", id)
        .query(YearlyStore::yearly)
        .optional();
  }

  Optional<byte[]> file(Tx tx, OrganisationId organisation, UUID id) {
    return tx.sql(FILE)
        .param("organisation", organisation.value())
        .param("id", id)
        .query((row, i) -> row.getBytes("file"))
        .optional();
  }

  @Nullable Instant earliest(Tx tx) {
    return tx.sql(EARLIEST)
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant)
        .orElse(null);
  }

  /** Of all organisations; locked. */
  Optional<Yearly> lockDue(Tx tx, Instant now) {
    return tx.sql(DUE).param("now", utc(now)).query(YearlyStore::yearly).optional();
  }

  void begin(Tx tx, Yearly yearly, Instant until) {
    tx.changeOne(
        tx.sql(BEGIN)
            .param("organisation", yearly.organisation().value())
            .param("id", yearly.id())
            .param("until", utc(until)),
        "begin a year's report");
  }

  boolean goOn(Tx tx, Yearly yearly, int progress, Instant until) {
    return tx.sql(GO_ON)
            .param("organisation", yearly.organisation().value())
            .param("id", yearly.id())
            .param("attempts", yearly.attempts())
            .param("progress", progress)
            .param("until", utc(until))
            .update()
        == 1;
  }

  boolean finish(Tx tx, Yearly yearly, byte[] file, Instant now, Instant until) {
    return tx.sql(FINISH)
            .param("organisation", yearly.organisation().value())
            .param("id", yearly.id())
            .param("attempts", yearly.attempts())
            .param("file", file)
            .param("now", utc(now))
            .param("until", utc(until))
            .update()
        == 1;
  }

  boolean end(Tx tx, Yearly yearly, Yearly.State state, Instant now, Instant until) {
    return tx.sql(END)
            .param("organisation", yearly.organisation().value())
            .param("id", yearly.id())
            .param("state", state.text())
            .param("now", utc(now))
            .param("until", utc(until))
            .update()
        == 1;
  }

  void erase(Tx tx, OrganisationId organisation, UUID id) {
    tx.sql(ERASE).param("organisation", organisation.value()).param("id", id).update();
  }

  private static Yearly yearly(ResultSet row, int number) throws SQLException {
    return new Yearly(
        new OrganisationId(uuid(row, "organisation_id")),
        uuid(row, "id"),
        row.getInt("year"),
        row.getString("language"),
        new PersonId(uuid(row, "asked_by")),
        instant(row, "asked_at"),
        Yearly.State.of(row.getString("state")),
        row.getInt("progress"),
        instant(row, "wake_at"),
        row.getInt("attempts"),
        instantOrNull(row, "ended_at"));
  }
}

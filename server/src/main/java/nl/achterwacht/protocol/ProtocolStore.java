package nl.achterwacht.protocol;

import static nl.achterwacht.base.Sql.instant;
import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.utcOrNull;
import static nl.achterwacht.base.Sql.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.protocol.Protocol.Force;
import nl.achterwacht.protocol.Protocol.Words;
import org.jspecify.annotations.Nullable;

/** The SQL of the protocol. */
final class ProtocolStore {
  private static final String COLUMNS =
      """
      select organisation_id, number, words_nl, words_en, made_by, made_at, revision, note,
             in_force_from, remind_after_days, told_at
        from protocol.version
      """;
  private static final String ALL =
      COLUMNS
          + """
           where organisation_id = :organisation
           order by number desc
          """;
  private static final String IN_FORCE =
      COLUMNS
          + """
           where organisation_id = :organisation
             and in_force_from <= :today
           order by number desc
           limit 1
          """;
  private static final String NEWEST =
      COLUMNS
          + """
           where organisation_id = :organisation
           order by number desc
           limit 1
             for update
          """;
  private static final String DUE =
      COLUMNS
          + """
           where wake_at <= :now
           order by wake_at
           limit :limit
             for update skip locked
          """;
  private static final String INSERT =
      """
      insert into protocol.version
             (organisation_id, number, words_nl, words_en, made_by, made_at, revision)
      values (:organisation, :number, :nl, :en, :by, :now, 1)
          on conflict do nothing
      """;
  private static final String SAVE =
      """
      update protocol.version
         set words_nl = :nl, words_en = :en, made_by = :by, made_at = :now,
             revision = revision + 1
       where organisation_id = :organisation
         and number = :number
         and revision = :revision
         and in_force_from is null
      """;
  private static final String FORCE =
      """
      update protocol.version
         set in_force_from = :from, note = :note, remind_after_days = :days, wake_at = :wakeAt,
             told_at = null, revision = revision + 1
       where organisation_id = :organisation
         and number = :number
         and revision = :revision
      """;
  private static final String RECALL =
      """
      update protocol.version
         set in_force_from = null, note = null, remind_after_days = null, wake_at = null,
             revision = revision + 1
       where organisation_id = :organisation
         and number = :number
      """;
  private static final String DISCARD =
      """
      delete from protocol.version
       where organisation_id = :organisation
         and in_force_from is null
      """;
  private static final String SLEEP =
      """
      update protocol.version
         set told_at = :toldAt, wake_at = :wakeAt
       where organisation_id = :organisation
         and number = :number
      """;
  private static final String READ =
      """
      insert into protocol.receipt (organisation_id, person_id, number, read_at)
      values (:organisation, :person, :number, :at)
          on conflict do nothing
      """;
  private static final String RECEIPTS =
      """
      select person_id, number, read_at
        from protocol.receipt
       where organisation_id = :organisation
         and (:person::uuid is null or person_id = :person)
       order by number
      """;

  /** A receipt of one person. */
  record Receipt(PersonId person, int number, Instant readAt) {}

  List<Protocol> all(Tx tx, OrganisationId organisation) {
    return tx.sql(ALL)
        .param("organisation", organisation.value())
        .query(ProtocolStore::protocol)
        .list();
  }

  Optional<Protocol> inForce(Tx tx, OrganisationId organisation, LocalDate today) {
    return tx.sql(IN_FORCE)
        .param("organisation", organisation.value())
        .param("today", today)
        .query(ProtocolStore::protocol)
        .optional();
  }

  /** The newest version, locked. */
  Optional<Protocol> newest(Tx tx, OrganisationId organisation) {
    return tx.sql(NEWEST)
        .param("organisation", organisation.value())
        .query(ProtocolStore::protocol)
        .optional();
  }

  /** Those of all organisations of which somebody must be told; locked. */
  Map<Protocol, Boolean> claimDue(Tx tx, Instant now, int limit) {
    Map<Protocol, Boolean> due = new HashMap<>();
    tx.sql(DUE)
        .param("now", utc(now))
        .param("limit", limit)
        .query(row -> {
          due.put(protocol(row, 0), row.getObject("told_at") != null);
        });
    return due;
  }

  /** False when somebody began a draft at the same time. */
  boolean insert(
      Tx tx, OrganisationId organisation, int number, Words words, PersonId by, Instant now) {
    return tx.sql(INSERT)
            .param("organisation", organisation.value())
            .param("number", number)
            .param("nl", words.nl())
            .param("en", words.en())
            .param("by", by.value())
            .param("now", utc(now))
            .update()
        == 1;
  }

  boolean save(Tx tx, Protocol draft, Words words, PersonId by, Instant now) {
    return tx.sql(SAVE)
            .param("organisation", draft.organisation().value())
            .param("number", draft.number())
            .param("revision", draft.revision())
            .param("nl", words.nl())
            .param("en", words.en())
            .param("by", by.value())
            .param("now", utc(now))
            .update()
        == 1;
  }

  void force(Tx tx, Protocol draft, Force force, Instant wakeAt) {
    tx.changeOne(
        tx.sql(FORCE)
            .param("organisation", draft.organisation().value())
            .param("number", draft.number())
            .param("revision", draft.revision())
            .param("from", force.from())
            .param("note", force.note())
            .param("days", force.remindAfterDays())
            .param("wakeAt", utc(wakeAt)),
        "put a protocol into force");
  }

  void recall(Tx tx, Protocol planned) {
    tx.changeOne(
        tx.sql(RECALL)
            .param("organisation", planned.organisation().value())
            .param("number", planned.number()),
        "take a protocol back");
  }

  void discard(Tx tx, OrganisationId organisation) {
    tx.sql(DISCARD).param("organisation", organisation.value()).update();
  }

  void sleep(Tx tx, Protocol protocol, Instant toldAt, @Nullable Instant wakeAt) {
    tx.changeOne(
        tx.sql(SLEEP)
            .param("organisation", protocol.organisation().value())
            .param("number", protocol.number())
            .param("toldAt", utc(toldAt))
            .param("wakeAt", utcOrNull(wakeAt)),
        "tell of a protocol");
  }

  /** Whether it is new. */
  boolean read(Tx tx, OrganisationId organisation, PersonId person, int number, Instant at) {
    return tx.sql(READ)
            .param("organisation", organisation.value())
            .param("person", person.value())
            .param("number", number)
            .param("at", utc(at))
            .update()
        == 1;
  }

  /** Of one person or of everybody, the oldest version first. */
  List<Receipt> receipts(Tx tx, OrganisationId organisation, @Nullable PersonId person) {
    return tx.sql(RECEIPTS)
        .param("organisation", organisation.value())
        .param("person", person == null ? null : person.value())
        .query((row, n) ->
            new Receipt(
                new PersonId(uuid(row, "person_id")),
                row.getInt("number"),
                instant(row, "read_at")))
        .list();
  }

  private static Protocol protocol(ResultSet row, int n) throws SQLException {
    @Nullable LocalDate from = row.getObject("in_force_from", LocalDate.class);
    return new Protocol(
        new OrganisationId(uuid(row, "organisation_id")),
        row.getInt("number"),
        new Words(row.getString("words_nl"), row.getString("words_en")),
        new PersonId(uuid(row, "made_by")),
        instant(row, "made_at"),
        row.getInt("revision"),
        from == null
            ? null
            : new Force(from, row.getString("note"), row.getInt("remind_after_days")));
  }
}

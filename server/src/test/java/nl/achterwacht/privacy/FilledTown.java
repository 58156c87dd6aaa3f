package nl.achterwacht.privacy;

import static java.util.Map.entry;
import static nl.achterwacht.base.Sql.utc;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.people.Organisation;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.Person;
import nl.achterwacht.postgres.TestDatabase;

/**
 * A database in which each person has one row in every table that shows anything of anybody. Every
 * text says whose it is ("zeldzaam" and a number), so that it is known again wherever it turns up.
 * The rows are put together from the catalogue: a new table needs nothing here.
 */
final class FilledTown implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  /** Columns that name a person without saying so by a foreign key. */
  private static final Set<String> PERSONS =
      Set.of(
          "person_id",
          "worker_id",
          "actor_id",
          "handler_id",
          "closed_by",
          "by_id",
          "reporter_id",
          "offered_to_id",
          "cancelled_by",
          "colleague_id",
          "companion_id",
          "estimated_by");

  /** What others point at by {@code NAME_id}, whose own id is the same for one person. */
  private static final Map<String, String> PARENTS =
      Map.ofEntries(
          entry("watch.watch", "watch_id"),
          entry("visit.visit", "visit_id"),
          entry("alarm.alarm", "alarm_id"),
          entry("notify.notice", "notice_id"),
          entry("account.login", "login_id"),
          entry("calendar.subscription", "subscription_id"),
          entry("incident.incident", "incident_id"),
          entry("workplace.workplace", "workplace_id"),
          entry("device.device", "device_id"),
          entry("place.place", "place_id"),
          entry("agreement.agreement", "agreement_id"),
          entry("meeting.meeting", "meeting_id"));

  private static final Set<String> EMPTY =
      Set.of("wake_at", "left_at", "erased_at", "cancelled_at", "refused_at", "supplied_at");

  private final TestDatabase test = TestDatabase.create();
  private final OrganisationId id = OrganisationId.next();
  private final TeamId team = TeamId.next();
  private final List<Column> columns;
  private int words = 1000;

  private record Column(String table, String name, String type, boolean person, boolean required) {}

  /** A word that stands in one column of one row. */
  record Mark(String table, String column, String word) {}

  FilledTown() {
    var people = new PeopleRegister();
    database()
        .inTransactionDo(tx -> {
          people.addOrganisation(tx, new Organisation(id, "Dorp", null, false));
          people.addTeam(tx, id, new PeopleRegister.Team(team, "Wijkteam"));
          // What a column may hold is another test's; here it holds a word that is known again.
          tx.sql(LOOSEN).update();
        });
    columns =
        database()
            .inTransaction(tx ->
                tx.sql(COLUMNS)
                    .query((row, n) ->
                        new Column(
                            row.getString("relation"),
                            row.getString("name"),
                            row.getString("type"),
                            row.getBoolean("person") || PERSONS.contains(row.getString("name")),
                            row.getBoolean("required")))
                    .list());
  }

  Database database() {
    return test.database();
  }

  OrganisationId id() {
    return id;
  }

  /** Somebody with a row in every table that shows anything; all that is written of them. */
  List<Mark> fill(PersonId person, String name) {
    List<Mark> marks = new ArrayList<>();
    database()
        .inTransactionDo(tx -> {
          tx.sql("set local session_replication_role = replica").update();
          new PeopleRegister()
              .addPerson(
                  tx, new Person(id, person, team, name, null, "nl", List.of("worker"), null));
          marks.add(new Mark("people.person", "name", name));
          for (Held held : Holdings.all()) {
            boolean has = !held.shown().isEmpty() || !held.shownOfPlace().isEmpty();
            if (has && !held.table().equals("people.person")) {
              marks.addAll(insert(tx, held.table(), person));
            }
          }
        });
    return marks;
  }

  /** How many rows each table of the list has. */
  Set<String> tablesWithRows() {
    return database()
        .inTransaction(tx -> {
          Set<String> with = new TreeSet<>();
          for (Held held : Holdings.all()) {
            if (columns.stream().anyMatch(column -> isOrganisation(column, held.table()))
                && tx.sql(
                            "select count(*) from "
                                + held.table()
                                + " where organisation_id = :organisation")
                        .param("organisation", id.value())
                        .query(Long.class)
                        .single()
                    > 0) {
              with.add(held.table());
            }
          }
          return with;
        });
  }

  private static boolean isOrganisation(Column column, String table) {
    return column.table().equals(table) && column.name().equals("organisation_id");
  }

  private List<Mark> insert(Tx tx, String table, PersonId person) {
    List<Mark> marks = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<String> values = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (Column column : columns) {
      if (column.table().equals(table)
          && (column.required() || !EMPTY.contains(column.name()))
          && keys.add(column.name())) {
        names.add(column.name());
        values.add(value(column, person, marks));
      }
    }
    int made =
        tx.sql(
                "insert into "
                    + table
                    + " ("
                    + String.join(", ", names)
                    + ") values ("
                    + String.join(", ", values)
                    + ") on conflict do nothing")
            .param("now", utc(NOW))
            .update();
    return made == 1 ? marks : List.of();
  }

  private String value(Column column, PersonId person, List<Mark> marks) {
    String name = column.name();
    return switch (column.type()) {
      case "uuid" -> "'" + uuid(column, person) + "'";
      case "uuid[]" -> "array['" + person.value() + "'::uuid]";
      case "timestamp with time zone" -> ":now";
      case "date" -> "'2026-11-23'";
      case "time without time zone" -> "'12:00'";
      case "boolean" -> "false";
      case "text[]" -> "array['" + mark(column, marks) + "']";
      case "jsonb" -> "'{\"x\": \"" + mark(column, marks) + "\"}'";
      case "bytea" -> "'\\x" + hex(mark(column, marks)) + "'";
      case "integer[]" -> "array[1]";
      case "text",
          "watch.shape",
          "watch.leg",
          "watch.mask",
          "watch.state",
          "alarm.kind",
          "alarm.state",
          "notify.language",
          "notify.state" ->
          name.equals("state")
              ? (column.table().equals("place.caution") ? "'ended'" : "'closed'")
              : "'" + mark(column, marks) + "'";
      default -> "1";
    };
  }

  private UUID uuid(Column column, PersonId person) {
    String name = column.name();
    if (name.equals("organisation_id")) {
      return id.value();
    }
    if (column.person()) {
      return person.value();
    }
    String what = name.equals("id") ? PARENTS.getOrDefault(column.table(), column.table()) : name;
    if (column.table().equals("attachment.attachment") && name.equals("subject_id")) {
      what = "incident_id";
    }
    byte[] from = (person.value() + what).getBytes(StandardCharsets.UTF_8);
    UUID drawn = UUID.nameUUIDFromBytes(from);
    // As old as everything here: the id of a place tells when it was made.
    return new UUID(
        (NOW.toEpochMilli() << 16) | 0x7000 | (drawn.getMostSignificantBits() & 0xFFF),
        drawn.getLeastSignificantBits());
  }

  private String mark(Column column, List<Mark> marks) {
    String word = "zeldzaam" + words++;
    marks.add(new Mark(column.table(), column.name(), word));
    return word;
  }

  private static String hex(String word) {
    return java.util.HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    test.close();
  }

  private static final String LOOSEN =
      """
      do $$
      declare one record;
      begin
          for one in select conrelid::regclass as relation, conname
                       from pg_constraint
                      where contype = 'c' and conrelid <> 0
          loop
              execute format('alter table %s drop constraint %I', one.relation, one.conname);
          end loop;
          for one in select contypid::regtype as domain, conname
                       from pg_constraint
                      where contype = 'c' and contypid <> 0
                        and connamespace::regnamespace::text not like 'pg%'
                        and connamespace::regnamespace::text <> 'information_schema'
          loop
              execute format('alter domain %s drop constraint %I', one.domain, one.conname);
          end loop;
      end
      $$
      """;
  private static final String COLUMNS =
      """
      select n.nspname || '.' || c.relname as relation, a.attname as name,
             format_type(a.atttypid, null) as type, a.attnotnull as required,
             exists (select from pg_constraint k
                      where k.contype = 'f'
                        and k.conrelid = c.oid
                        and k.confrelid = 'people.person'::regclass
                        and a.attnum = any (k.conkey)
                        and a.attname <> 'organisation_id') as person
        from pg_attribute a
        join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
        join pg_namespace n on n.oid = c.relnamespace
       where a.attnum > 0
         and not a.attisdropped
         and a.attidentity = ''
         and format_type(a.atttypid, null) <> 'xid8'
         and n.nspname not like 'pg\\_%'
       order by 1, a.attnum
      """;
}

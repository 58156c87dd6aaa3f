package nl.achterwacht.calendar;

import static nl.achterwacht.base.Sql.instantOrNull;
import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.utcOrNull;
import static nl.achterwacht.base.Sql.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.calendar.Subscription.Health;
import nl.achterwacht.calendar.Subscription.Kind;
import nl.achterwacht.calendar.Subscription.Login;
import nl.achterwacht.calendar.Subscription.Sync;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The SQL of subscriptions and their rules. */
final class CalendarStore {
  private static final String COLUMNS =
      """
      organisation_id, id, person_id, name, kind, url, user_name, password, keeps_titles, etag,
      sync_token, read_at, answered_at, failures, trouble, unreadable, version
      """;

  private static final String OF_PERSON =
      "select "
          + COLUMNS
          + """
            from calendar.subscription
           where organisation_id = :organisation
             and person_id = :person
           order by name, id
          """;

  private static final String LOCK =
      "select "
          + COLUMNS
          + """
            from calendar.subscription
           where organisation_id = :organisation
             and id = :id
             for update
          """;

  private static final String EARLIEST =
      """
      select min(next_poll_at)
        from calendar.subscription
      """;

  private static final String CLAIM =
      """
      with due as (
           select organisation_id as o, id as i
             from calendar.subscription
            where next_poll_at <= :now
            order by next_poll_at
            limit :limit
              for update skip locked)
      update calendar.subscription
         set next_poll_at = :lease
        from due
       where organisation_id = o
         and id = i
      returning
      """
          + COLUMNS;

  private static final String ADD =
      """
      insert into calendar.subscription
             (organisation_id, id, person_id, name, kind, url, user_name, password, keeps_titles,
              next_poll_at)
      values (:organisation, :id, :person, :name, :kind, :url, :user, :password, :titles, :now)
      """;

  private static final String REMOVE =
      """
      delete from calendar.subscription
       where organisation_id = :organisation
         and id = :id
         and person_id = :person
      """;

  private static final String ANSWERED =
      """
      update calendar.subscription
         set etag = :etag, sync_token = :token, read_at = :read, answered_at = :now,
             next_poll_at = :next, failures = 0, trouble = null, unreadable = :unreadable
       where organisation_id = :organisation
         and id = :id
         and version = :version
      """;

  private static final String TROUBLED =
      """
      update calendar.subscription
         set next_poll_at = :next, failures = failures + 1, trouble = :trouble
       where organisation_id = :organisation
         and id = :id
         and version = :version
      """;

  // Everything is read anew, and an answer to what was asked before no longer counts.
  private static final String READ_ANEW =
      """
      update calendar.subscription
         set read_at = null, next_poll_at = :now, version = version + 1
       where organisation_id = :organisation
         and id = :id
      """;

  private static final String RULES =
      """
      select id, word
        from calendar.rule
       where organisation_id = :organisation
         and subscription_id = :id
       order by id
      """;

  private static final String ADD_RULE =
      """
      insert into calendar.rule (organisation_id, subscription_id, id, word)
      values (:organisation, :id, :rule, :word)
      """;

  private static final String REMOVE_RULE =
      """
      delete from calendar.rule
       where organisation_id = :organisation
         and subscription_id = :id
         and id = :rule
      """;

  List<Subscription> of(Tx tx, OrganisationId organisation, PersonId person) {
    return tx.sql(OF_PERSON)
        .param("organisation", organisation.value())
        .param("person", person.value())
        .query(CalendarStore::subscription)
        .list();
  }

  Optional<Subscription> lock(Tx tx, OrganisationId organisation, UUID id) {
    return at(tx, LOCK, organisation, id).query(CalendarStore::subscription).optional();
  }

  @Nullable Instant earliest(Tx tx) {
    return tx.sql(EARLIEST)
        .query((row, i) -> Optional.ofNullable(instantOrNull(row, "min")))
        .single()
        .orElse(null);
  }

  List<Subscription> claim(Tx tx, Instant now, Instant lease, int limit) {
    return tx.sql(CLAIM)
        .param("now", utc(now))
        .param("lease", utc(lease))
        .param("limit", limit)
        .query(CalendarStore::subscription)
        .list();
  }

  void add(Tx tx, Subscription made, Instant now) {
    tx.changeOne(
        at(tx, ADD, made.organisation(), made.id())
            .param("person", made.person().value())
            .param("name", made.name())
            .param("kind", made.kind().text())
            .param("url", made.login().url())
            .param("user", made.login().userName())
            .param("password", made.login().password())
            .param("titles", made.keepsTitles())
            .param("now", utc(now)),
        "add a calendar");
  }

  boolean remove(Tx tx, OrganisationId organisation, PersonId person, UUID id) {
    return at(tx, REMOVE, organisation, id).param("person", person.value()).update() == 1;
  }

  /** Nothing happens when the subscription was changed since it was claimed. */
  void answered(Tx tx, Subscription of, Sync sync, int unreadable, Instant now, Instant next) {
    at(tx, ANSWERED, of.organisation(), of.id())
        .param("version", of.version())
        .param("etag", sync.etag())
        .param("token", sync.token())
        .param("read", utcOrNull(sync.readAt()))
        .param("unreadable", unreadable)
        .param("now", utc(now))
        .param("next", utc(next))
        .update();
  }

  void troubled(Tx tx, Subscription of, String trouble, Instant next) {
    at(tx, TROUBLED, of.organisation(), of.id())
        .param("version", of.version())
        .param("trouble", trouble)
        .param("next", utc(next))
        .update();
  }

  void readAnew(Tx tx, OrganisationId organisation, UUID id, Instant now) {
    at(tx, READ_ANEW, organisation, id).param("now", utc(now)).update();
  }

  List<Rule> rules(Tx tx, OrganisationId organisation, UUID id) {
    return at(tx, RULES, organisation, id)
        .query((row, i) -> new Rule(uuid(row, "id"), row.getString("word")))
        .list();
  }

  void addRule(Tx tx, OrganisationId organisation, UUID id, Rule rule) {
    at(tx, ADD_RULE, organisation, id).param("rule", rule.id()).param("word", rule.word()).update();
  }

  boolean removeRule(Tx tx, OrganisationId organisation, UUID id, UUID rule) {
    return at(tx, REMOVE_RULE, organisation, id).param("rule", rule).update() == 1;
  }

  private static StatementSpec at(Tx tx, String sql, OrganisationId organisation, UUID id) {
    return tx.sql(sql).param("organisation", organisation.value()).param("id", id);
  }

  private static Subscription subscription(ResultSet row, int index) throws SQLException {
    return new Subscription(
        new OrganisationId(uuid(row, "organisation_id")),
        uuid(row, "id"),
        new PersonId(uuid(row, "person_id")),
        row.getString("name"),
        Kind.of(row.getString("kind")),
        new Login(row.getString("url"), row.getString("user_name"), row.getBytes("password")),
        row.getBoolean("keeps_titles"),
        new Sync(row.getString("etag"), row.getString("sync_token"), instantOrNull(row, "read_at")),
        new Health(
            instantOrNull(row, "answered_at"),
            row.getInt("failures"),
            row.getString("trouble"),
            row.getInt("unreadable")),
        row.getInt("version"));
  }
}

package nl.achterwacht.privacy;

import static nl.achterwacht.base.Sql.instantOrNull;
import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.uuidOrNull;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.privacy.RetentionKeeper.Moments;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The SQL of retention. What it erases is put together from {@link Holdings}, and from nothing
 * else.
 */
final class RetentionStore {
  private static final String ORGANISATIONS =
      """
      select id
        from people.organisation
       order by id
      """;
  private static final String SETTINGS =
      """
      select r.rule, s.amount, s.set_by, s.set_at, n.ran_at, n.erased_at,
             coalesce(n.erased, 0) as erased, coalesce(n.erased_ever, 0) as erased_ever
        from unnest(:rules::text[]) r (rule)
        left join privacy.retention s on s.organisation_id = :organisation and s.rule = r.rule
        left join privacy.run n on n.organisation_id = :organisation and n.rule = r.rule
      """;
  private static final String SET =
      """
      insert into privacy.retention (organisation_id, rule, amount, set_by, set_at)
      values (:organisation, :rule, :amount, :by, :now)
          on conflict (organisation_id, rule)
          do update set amount = :amount, set_by = :by, set_at = :now
      """;
  // Of two servers that find a rule due, one gets it.
  private static final String CLAIM =
      """
      insert into privacy.run as n (organisation_id, rule, ran_at)
      values (:organisation, :rule, :now)
          on conflict (organisation_id, rule)
          do update set ran_at = :now where n.ran_at <= :due
      """;
  private static final String NOTE =
      """
      update privacy.run
         set erased_at = :now, erased = :rows, erased_ever = erased_ever + :rows
       where organisation_id = :organisation
         and rule = :rule
      """;

  List<UUID> organisations(Tx tx) {
    return tx.sql(ORGANISATIONS).query(UUID.class).list();
  }

  List<RetentionSetting> settings(Tx tx, OrganisationId organisation) {
    Map<String, RetentionSetting> found = new HashMap<>();
    tx.sql(SETTINGS)
        .param("organisation", organisation.value())
        .param("rules", tx.texts(Stream.of(Retention.values()).map(Retention::text).toList()))
        .query(row -> {
          Retention rule = Retention.of(row.getString("rule")).orElseThrow();
          int amount = row.getInt("amount");
          UUID by = uuidOrNull(row, "set_by");
          found.put(
              rule.text(),
              new RetentionSetting(
                  rule,
                  by == null ? rule.standard() : amount,
                  by == null ? null : new PersonId(by),
                  instantOrNull(row, "set_at"),
                  instantOrNull(row, "ran_at"),
                  instantOrNull(row, "erased_at"),
                  row.getLong("erased"),
                  row.getLong("erased_ever")));
        });
    return Stream.of(Retention.values()).map(rule -> found.get(rule.text())).toList();
  }

  void set(
      Tx tx, OrganisationId organisation, Retention rule, int amount, PersonId by, Instant now) {
    tx.sql(SET)
        .param("organisation", organisation.value())
        .param("rule", rule.text())
        .param("amount", amount)
        .param("by", by.value())
        .param("now", utc(now))
        .update();
  }

  boolean claim(Tx tx, OrganisationId organisation, Retention rule, Instant now) {
    return tx.sql(CLAIM)
            .param("organisation", organisation.value())
            .param("rule", rule.text())
            .param("now", utc(now))
            .param("due", utc(now.minus(rule.every())))
            .update()
        == 1;
  }

  void noteErased(Tx tx, OrganisationId organisation, Retention rule, long rows, Instant now) {
    tx.sql(NOTE)
        .param("organisation", organisation.value())
        .param("rule", rule.text())
        .param("rows", rows)
        .param("now", utc(now))
        .update();
  }

  long count(Tx tx, OrganisationId organisation, Held held, Held.Goes goes, Instant before) {
    return tx.sql("select count(*) from (" + found(held, goes) + ") x")
        .param("organisation", organisation.value())
        .param("before", utc(before))
        .param("limit", Integer.MAX_VALUE)
        .query(Long.class)
        .single();
  }

  /** Erases or empties at most {@code limit} rows; returns how many. */
  int erase(
      Tx tx, OrganisationId organisation, Held held, Held.Goes goes, Moments moments, int limit) {
    String rows = " where ctid = any (array(" + found(held, goes) + " for update skip locked))";
    String sql =
        goes.change() == null
            ? "delete from " + held.table() + rows
            : "update " + held.table() + " set " + goes.change() + rows;
    StatementSpec statement =
        tx.sql(sql)
            .param("organisation", organisation.value())
            .param("before", utc(moments.before()))
            .param("limit", limit);
    return sql.contains(":now")
        ? statement.param("now", utc(moments.now())).update()
        : statement.update();
  }

  /**
   * The rows. Of a table with very many rows only the oldest are looked at: those stand first in
   * its key.
   */
  private static String found(Held held, Held.Goes goes) {
    return goes.oldestFirst()
        ? """
        select o.ctid
          from %s o
         where o.organisation_id = :organisation
           and o.ctid = any (array(
                 select t.ctid
                   from (select ctid, *
                           from %s
                          where organisation_id = :organisation
                          order by organisation_id, tx, seq
                          limit :limit) t
                  where %s))\
        """
            .formatted(held.table(), held.table(), goes.where())
        : """
        select t.ctid
          from %s t
         where t.organisation_id = :organisation
           and (%s)
         limit :limit\
        """
            .formatted(held.table(), goes.where());
  }
}

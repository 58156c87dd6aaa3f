package nl.achterwacht.http;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.Tx;

/** Every table of ours. */
final class Tables {
  private static final String WITH_ORGANISATION =
      """
      select c.oid::regclass::text
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id'
       where c.relkind in ('r', 'p')
         and n.nspname not like 'pg\\_%'
         and not a.attisdropped
       order by 1
      """;

  private static final String WITHOUT_ORGANISATION =
      """
      select c.oid::regclass::text
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p')
         and n.nspname not like 'pg\\_%'
         and n.nspname <> 'information_schema'
         and not exists (select
                           from pg_attribute a
                          where a.attrelid = c.oid
                            and a.attname = 'organisation_id'
                            and not a.attisdropped)
       order by 1
      """;

  /** Written by the server itself every few seconds, whatever anybody asks. */
  private static final Set<String> HEARTBEAT = Set.of("base.server");

  private Tables() {}

  static List<String> withOrganisation(Database database) {
    return database.inTransaction(tx -> tx.sql(WITH_ORGANISATION).query(String.class).list());
  }

  /** How many rows each table has of these organisations. */
  static Map<String, Long> rows(Database database, List<OrganisationId> organisations) {
    List<String> tables = withOrganisation(database);
    return database.inTransaction(tx -> {
      waitForThisMachine(tx);
      Map<String, Long> counts = new TreeMap<>();
      for (String table : tables) {
        counts.put(
            table,
            tx.sql("select count(*) from " + table + " where organisation_id = any (:ours)")
                .param("ours", tx.uuids(organisations))
                .query(Long.class)
                .single());
      }
      return counts;
    });
  }

  /**
   * A hash of all that every table holds: of these organisations, and of nobody. Other tests run on
   * the same server in organisations of their own.
   */
  static Map<String, String> contents(Database database, List<OrganisationId> organisations) {
    return database.inTransaction(tx -> {
      waitForThisMachine(tx);
      Map<String, String> hashes = new TreeMap<>();
      for (String table : tx.sql(WITH_ORGANISATION).query(String.class).list()) {
        hashes.put(table, hash(tx, table, "organisation_id = any (:ours)", organisations));
      }
      for (String table : tx.sql(WITHOUT_ORGANISATION).query(String.class).list()) {
        if (!HEARTBEAT.contains(table)) {
          hashes.put(table, hash(tx, table, ":ours::uuid[] is not null", organisations));
        }
      }
      return hashes;
    });
  }

  /**
   * It looks at a hundred tables; a machine that stands still for a while is no fault of theirs.
   */
  private static void waitForThisMachine(Tx tx) {
    tx.sql("set local idle_in_transaction_session_timeout = 0").update();
  }

  private static String hash(
      Tx tx, String table, String which, List<OrganisationId> organisations) {
    String sql =
        "select count(*) || ' rows, ' || md5(coalesce(string_agg(r::text, ' ' order by r::text), ''))"
            + " from "
            + table
            + " r where "
            + which;
    return tx.sql(sql).param("ours", tx.uuids(organisations)).query(String.class).single();
  }
}

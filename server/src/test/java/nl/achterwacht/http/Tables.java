package nl.achterwacht.http;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.OrganisationId;

/** Every table of ours that holds rows of organisations. */
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

  private Tables() {}

  static List<String> withOrganisation(Database database) {
    return database.inTransaction(tx -> tx.sql(WITH_ORGANISATION).query(String.class).list());
  }

  /** How many rows each table has of these organisations. */
  static Map<String, Long> rows(Database database, List<OrganisationId> organisations) {
    List<String> tables = withOrganisation(database);
    return database.inTransaction(tx -> {
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
}

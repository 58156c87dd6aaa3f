package nl.achterwacht;

import nl.achterwacht.base.Tx;

/** How PostgreSQL would run a statement with everything it needs as a parameter. */
public final class Plan {
  private Plan() {}

  /**
   * The plan of {@code sql} with named parameters, as for any value ({@code :now}, {@code :limit}).
   */
  public static String of(Tx tx, String sql) {
    String numbered =
        sql.replace(":now", "$1")
            .replace(":limit", "$2")
            .replace(":channel", "$3")
            .replace(":lease", "$4");
    try (var statement = tx.connection().createStatement()) {
      statement.execute("set local plan_cache_mode = force_generic_plan");
      statement.execute("prepare claim(timestamptz, bigint, text, timestamptz) as " + numbered);
      var text = new StringBuilder();
      try (var rows =
          statement.executeQuery(
              "explain execute claim('2026-11-23T13:00Z', 500, 'email', '2026-11-23T13:01Z')")) {
        while (rows.next()) {
          text.append(rows.getString(1)).append('\n');
        }
      }
      statement.execute("deallocate claim");
      return text.toString();
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}

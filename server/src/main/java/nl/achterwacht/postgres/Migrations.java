package nl.achterwacht.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** Brings a database to the tables this version of the server works with. Forward only. */
public final class Migrations {
  private static final String OURS = "classpath:db";

  // The same number as in base.may_wake.
  // Another server's migrations take as long as they take, whatever limit there is on other locks.
  private static final String ALONE =
      "begin; set local lock_timeout = 0; select pg_advisory_lock(3008061); commit";
  private static final String NO_LONGER_ALONE = "select pg_advisory_unlock(3008061)";

  private Migrations() {}

  /**
   * Runs what has not run yet; several servers may call it at the same time. Meanwhile nobody wakes
   * rows: servers that do wait, and find the fence shut when they are older.
   *
   * @return how many migrations ran
   */
  public static int migrate(DataSource database) {
    return migrate(database, flyway(database, OURS));
  }

  /** As {@link #migrate(DataSource)}, with those of a folder besides: what a newer server does. */
  static int migrateAlsoFrom(String location, DataSource database) {
    return migrate(database, flyway(database, OURS, location));
  }

  private static int migrate(DataSource database, Flyway flyway) {
    if (flyway.info().pending().length == 0) {
      return 0;
    }
    try (Connection connection = database.getConnection()) {
      run(connection, ALONE);
      try {
        return flyway.migrate().migrationsExecuted;
      } finally {
        run(connection, NO_LONGER_ALONE);
      }
    } catch (SQLException e) {
      throw new DatabaseUnusable("The database could not be brought up to date.", e);
    }
  }

  /** The newest migration that this server has on board, whether it ran or not. */
  public static int newestKnown(DataSource database) {
    return Arrays.stream(flyway(database, OURS).info().all())
        .filter(migration -> migration.getState().isResolved())
        .map(MigrationInfo::getVersion)
        .mapToInt(version -> version.getMajor().intValueExact())
        .max()
        .orElseThrow();
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Flyway flyway(DataSource database, String... locations) {
    return Flyway.configure()
        .dataSource(database)
        .locations(locations)
        .sqlMigrationPrefix("")
        .sqlMigrationSeparator("_")
        .cleanDisabled(true)
        .load();
  }
}

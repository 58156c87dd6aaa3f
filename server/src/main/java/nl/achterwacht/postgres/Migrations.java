package nl.achterwacht.postgres;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a database to the tables this version of the server works with. Forward only. */
public final class Migrations {
  private Migrations() {}

  /**
   * Runs what has not run yet; several servers may call it at the same time.
   *
   * @return how many migrations ran
   */
  public static int migrate(DataSource database) {
    return Flyway.configure()
        .dataSource(database)
        .locations("classpath:db")
        .sqlMigrationPrefix("")
        .sqlMigrationSeparator("_")
        .cleanDisabled(true)
        .load()
        .migrate()
        .migrationsExecuted;
  }
}

package nl.achterwacht.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import nl.achterwacht.base.Database;
import nl.achterwacht.postgres.LocalPostgres;
import nl.achterwacht.postgres.Migrations;

/**
 * The one PostgreSQL that everybody is measured on: the product's own, with the product's own
 * settings, in a folder that is made for this run.
 */
public final class BenchDatabase implements AutoCloseable {
  private final LocalPostgres postgres;
  private final HikariDataSource pool;

  private BenchDatabase(LocalPostgres postgres, HikariDataSource pool) {
    this.postgres = postgres;
    this.pool = pool;
  }

  /** Starts it and brings it to the product's tables. */
  public static BenchDatabase start(Path folder) {
    LocalPostgres postgres = LocalPostgres.start(folder);
    HikariDataSource pool = pool(postgres, "bench", 70);
    Migrations.migrate(pool);
    return new BenchDatabase(postgres, pool);
  }

  /** Connections for whoever is measured; all of them are open before a measurement begins. */
  public HikariDataSource pool() {
    return pool;
  }

  /** What the product's keepers work with. */
  public Database database() {
    return new Database(pool);
  }

  public String jdbcUrl() {
    return postgres.jdbcUrl();
  }

  public String user() {
    return postgres.user();
  }

  public String password() {
    return postgres.password();
  }

  /** How many people are out: the size of the made-up town. */
  public int watches() {
    return (int) number("select count(*) from bench.worker");
  }

  /** Runs statements one after the other, each in a transaction of its own. */
  public void run(String... statements) {
    try (Connection connection = pool.getConnection();
        var statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(String.join("; ", statements), e);
    }
  }

  /** The one number that {@code sql} gives. */
  public long number(String sql) {
    try (Connection connection = pool.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** One task of db-scheduler for everybody who is out, hours away; those it has already stay. */
  public void fillScheduledTasks() {
    run(
        """
        insert into rival.scheduled_tasks
               (task_name, task_instance, execution_time, picked, version)
        select 'alarm', watch_id, now() + make_interval(secs => 10800 + n % 3600), false, 1
          from bench.worker
        on conflict do nothing
        """,
        "vacuum analyze rival.scheduled_tasks");
  }

  private static HikariDataSource pool(LocalPostgres postgres, String name, int connections) {
    var config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(postgres.jdbcUrl());
    config.setUsername(postgres.user());
    config.setPassword(postgres.password());
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(connections);
    return new HikariDataSource(config);
  }

  @Override
  public void close() {
    pool.close();
    postgres.close();
  }
}

package nl.achterwacht.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import nl.achterwacht.base.Database;

/**
 * A fresh, migrated database for a test. All tests of one JVM share one PostgreSQL, which forgets
 * everything at the end and, unlike a real one, does not wait for the disk.
 *
 * @param name the database's name inside that PostgreSQL
 */
public record TestDatabase(String name, HikariDataSource pool) implements AutoCloseable {
  private static final String TEMPLATE = "template_migrated";
  private static final AtomicInteger COUNT = new AtomicInteger();

  /** Takes some tens of milliseconds, except the first time. Close it, or leave it to the end. */
  public static TestDatabase create() {
    Shared.makeTemplate();
    return copyOf(TEMPLATE);
  }

  /** As {@link #create}, without any tables. */
  public static TestDatabase createEmpty() {
    return copyOf("template0");
  }

  /** What the server under test works with. */
  public Database database() {
    return new Database(pool);
  }

  public DataSource dataSource() {
    return pool;
  }

  public String jdbcUrl() {
    return urlOf(name);
  }

  public static String user() {
    return Shared.POSTGRES.user();
  }

  public static String password() {
    return Shared.POSTGRES.password();
  }

  @Override
  public void close() {
    pool.close();
    execute("drop database if exists " + name + " with (force)");
  }

  private static TestDatabase copyOf(String template) {
    String name = "test_" + COUNT.incrementAndGet();
    // file_copy would force a checkpoint for each database
    execute("create database " + name + " template " + template + " strategy wal_log");
    return new TestDatabase(name, poolOf(name));
  }

  private static HikariDataSource poolOf(String name) {
    var config = new HikariConfig();
    config.setJdbcUrl(urlOf(name));
    config.setUsername(user());
    config.setPassword(password());
    config.setMaximumPoolSize(10);
    config.setMinimumIdle(0);
    config.setPoolName(name);
    return new HikariDataSource(config);
  }

  private static String urlOf(String name) {
    return "jdbc:postgresql://127.0.0.1:" + Shared.POSTGRES.port() + "/" + name;
  }

  private static void execute(String sql) {
    try (Connection connection =
            DriverManager.getConnection(urlOf("postgres"), user(), password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** One for each JVM, started by the first test that needs it. */
  private static final class Shared {
    static final LocalPostgres POSTGRES = start();
    private static boolean templateMade;

    static synchronized void makeTemplate() {
      if (templateMade) {
        return;
      }
      execute("create database " + TEMPLATE);
      try (var pool = poolOf(TEMPLATE)) {
        Migrations.migrate(pool);
      }
      templateMade = true;
    }

    private static LocalPostgres start() {
      try {
        Path folder = Files.createTempDirectory("achterwacht-test-");
        var postgres =
            LocalPostgres.start(
                folder,
                programs(),
                RunAs.fitting(),
                List.of(
                    "fsync=off",
                    "synchronous_commit=off",
                    "full_page_writes=off",
                    "max_connections=500"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> forget(postgres, folder)));
        return postgres;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void forget(LocalPostgres postgres, Path folder) {
      try {
        postgres.close();
        Folders.delete(folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Unpacked once for all test runs. */
  static Path programs() {
    return Path.of("target", "postgres-program").toAbsolutePath();
  }
}

package nl.achterwacht.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * A PostgreSQL of our own in a folder that stays. It listens on this machine only, is started again
 * when it dies, and ends with this server, also when this server is killed.
 */
public final class LocalPostgres implements AutoCloseable {
  private static final String DATABASE = "achterwacht";

  private final FolderLock lock;
  private final Keeper keeper;
  private final String password;

  private LocalPostgres(FolderLock lock, Keeper keeper, String password) {
    this.lock = lock;
    this.keeper = keeper;
    this.password = password;
  }

  /**
   * Starts the database in {@code folder}, and first makes both when they are not there. Returns
   * when it takes connections, which after a crash can last as long as the recovery does.
   *
   * @throws DatabaseUnusable with a message for the operator, also when another server uses the
   *     folder
   */
  public static LocalPostgres start(Path folder) {
    return start(folder, folder.resolve("program"), RunAs.fitting(), List.of());
  }

  static LocalPostgres start(Path folder, Path programs, RunAs runAs, List<String> extraSettings) {
    try {
      Files.createDirectories(folder);
      FolderLock lock = FolderLock.take(folder);
      try {
        return startLocked(lock, folder.toRealPath(), programs, runAs, extraSettings);
      } catch (IOException | InterruptedException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new DatabaseUnusable("The database in " + folder + " did not start: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseUnusable("Stopped while the database in " + folder + " was starting", e);
    }
  }

  private static LocalPostgres startLocked(
      FolderLock lock, Path folder, Path programs, RunAs runAs, List<String> extraSettings)
      throws IOException, InterruptedException {
    var cluster = new Cluster(folder);
    var binaries = Binaries.unpackedIn(programs);
    runAs.own(folder);
    if (!cluster.exists()) {
      cluster.create(binaries, runAs);
    }
    cluster.requireOurVersion();
    var keeper = Keeper.start(new Setup(cluster, binaries, runAs, extraSettings));
    try {
      var started = new LocalPostgres(lock, keeper, cluster.password());
      started.createDatabase();
      return started;
    } catch (IOException | RuntimeException e) {
      keeper.stop();
      throw e;
    }
  }

  /** Where JDBC finds the database. The port can differ from one start to the next. */
  public String jdbcUrl() {
    return urlOf(DATABASE);
  }

  /** The owner of everything in this database; row-level security does not bind it. */
  public String user() {
    return Cluster.USER;
  }

  /** Random, made with the database, kept in a file that only this user can read. */
  public String password() {
    return password;
  }

  int port() {
    return keeper.port();
  }

  /** The process that runs now; another one after a crash. */
  ProcessHandle process() {
    return keeper.process();
  }

  /** Ends open transactions, writes everything to disk and stops. Close connection pools first. */
  @Override
  public void close() {
    try {
      keeper.stop();
      lock.close();
    } catch (IOException e) {
      throw new IllegalStateException("the database did not stop", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void createDatabase() {
    try (Connection connection = DriverManager.getConnection(urlOf("postgres"), user(), password);
        var statement = connection.createStatement()) {
      var there = "select 1 from pg_database where datname = '" + DATABASE + "'";
      boolean exists;
      try (var rows = statement.executeQuery(there)) {
        exists = rows.next();
      }
      if (!exists) {
        statement.execute("create database " + DATABASE);
      }
    } catch (SQLException e) {
      throw new DatabaseUnusable("The database runs but lets nobody in: " + e.getMessage(), e);
    }
  }

  private String urlOf(String database) {
    return "jdbc:postgresql://127.0.0.1:" + keeper.port() + "/" + database;
  }
}

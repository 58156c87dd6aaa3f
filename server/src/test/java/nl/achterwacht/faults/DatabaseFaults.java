package nl.achterwacht.faults;

import static nl.achterwacht.faults.Crowd.park;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import nl.achterwacht.postgres.DataFolder;
import nl.achterwacht.postgres.DatabaseAddress;
import nl.achterwacht.postgres.OutsidePostgres;
import nl.achterwacht.process.Phone;
import nl.achterwacht.process.RunningServer;

/** The database dies, alone or with its server, has no room, or is kept busy by somebody else. */
final class DatabaseFaults {
  private static final Duration AWAY = Duration.ofSeconds(5);
  private static final Duration HELD = Duration.ofSeconds(40);

  private static final String WAITING =
      """
      select count(*)
        from pg_stat_activity
       where wait_event_type = 'Lock'
         and datname = current_database()
      """;

  private DatabaseFaults() {}

  static void killed(Scene scene, OutsidePostgres postgres) {
    scene.beginDay(Duration.ofSeconds(15));
    scene.fallSilent(200, Duration.ofSeconds(2), Duration.ofMillis(50));
    scene.until(() -> scene.books().countAlarms() >= 20);
    postgres.kill();
    park(AWAY);
    postgres.startAgain();
    scene.note("killed after 20 of 200 alarms, started again after %d s", AWAY.toSeconds());
  }

  static void killedWithItsServer(Scene scene, DataFolder folder) throws IOException {
    scene.beginDay(Duration.ofSeconds(15));
    scene.fallSilent(200, Duration.ofSeconds(2), Duration.ofMillis(50));
    scene.until(() -> scene.books().countAlarms() >= 20);
    RunningServer one = scene.server(0);
    folder.killDatabaseAnd(one::kill);
    scene.crowd().leave(one);
    park(AWAY);
    scene.with(RunningServer.onBoard(folder.path()));
    scene.note("killed after 20 of 200 alarms, started again after %d s", AWAY.toSeconds());
  }

  /** First nothing fits in the tables any more, then nothing in the write-ahead log. */
  static void diskFull(Scene scene, Path disk) throws IOException, InterruptedException {
    scene.beginDay(Duration.ofSeconds(60));
    scene.fallSilent(120, Duration.ofSeconds(2), Duration.ofMillis(500));
    park(Duration.ofSeconds(5));
    Path ballast = disk.resolve("ballast");
    Machine.fill(ballast);
    int toldBefore = scene.crowd().told();
    park(Duration.ofSeconds(15));
    int told = scene.crowd().told() - toldBefore;
    scene.require(told > 0, "every sign found room");
    fillTheLog(scene.address());
    park(Duration.ofSeconds(15));
    boolean ended = scene.server(0).said().contains("The database ended by itself");
    scene.require(ended, "the database went on without room for its log");
    Machine.makeRoom(ballast);
    scene.until(() -> new Phone(scene.server(0)).get("/readyz").status() == 200);
    scene.note("%d phones were told while the tables were full; then the database fell", told);
  }

  /** Somebody outside locks the rows of twelve watches; every sign for them waits. */
  static void rowsHeld(Scene scene) throws SQLException {
    scene.beginDay(Duration.ofSeconds(30));
    scene.fallSilent(120, Duration.ofSeconds(2), Duration.ofMillis(300));
    DatabaseAddress address = scene.address();
    try (Connection outside =
            DriverManager.getConnection(address.url(), address.user(), address.password());
        var lock =
            outside.prepareStatement("select id from watch.watch where id = any (?) for update")) {
      outside.setAutoCommit(false);
      UUID[] ids =
          scene.signing().stream().limit(12).map(out -> out.watch().value()).toArray(UUID[]::new);
      lock.setArray(1, outside.createArrayOf("uuid", ids));
      lock.execute();
      long most = 0;
      long until = System.nanoTime() + HELD.toNanos();
      while (System.nanoTime() < until) {
        park(Duration.ofMillis(500));
        most = Math.max(most, scene.books().count(WAITING));
      }
      outside.rollback();
      scene.require(most > 0, "nobody waited");
      scene.note("up to %d connections waited for the rows", most);
    }
  }

  private static void fillTheLog(DatabaseAddress address) {
    try (Connection connection =
            DriverManager.getConnection(address.url(), address.user(), address.password());
        var statement = connection.createStatement()) {
      for (int i = 0; i < 100; i++) {
        statement.execute("select pg_logical_emit_message(false, 'faults', 'x')");
        statement.execute("select pg_switch_wal()");
      }
    } catch (SQLException e) {
      // It fell; that was the purpose.
    }
  }
}

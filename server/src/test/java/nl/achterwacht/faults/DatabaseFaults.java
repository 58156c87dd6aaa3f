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

  // Of the connections by which signs and panics go.
  private static final String WAITING = "hikaricp.connections.pending?tag=pool:achterwacht-urgent";
  private static final String REFUSED = "hikaricp.connections.timeout?tag=pool:achterwacht-urgent";

  private DatabaseFaults() {}

  static void killed(Scene scene, OutsidePostgres postgres) {
    scene.beginDay(Duration.ofSeconds(15));
    scene.fallSilent(200, Duration.ofSeconds(2), Duration.ofMillis(50));
    scene.until(() -> scene.books().countAlarms() >= 20);
    int toldBefore = scene.crowd().told();
    postgres.kill();
    park(AWAY);
    scene.require(scene.crowd().told() > toldBefore, "no phone was told");
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
  static void diskFull(Scene scene, Path disk) throws IOException, SQLException {
    scene.beginDay(Duration.ofSeconds(60));
    scene.fallSilent(120, Duration.ofSeconds(2), Duration.ofMillis(500));
    park(Duration.ofSeconds(5));
    Path ballast = disk.resolve("ballast");
    int told;
    // Made before: on a full disk nobody new may come in.
    try (Connection inside = connect(scene.address())) {
      Machine.fill(ballast);
      int toldBefore = scene.crowd().told();
      park(Duration.ofSeconds(15));
      told = scene.crowd().told() - toldBefore;
      scene.require(told > 0, "every sign found room");
      fillTheLog(inside);
    }
    park(Duration.ofSeconds(15));
    boolean fell = scene.server(0).said().contains("The database ended by itself");
    scene.require(fell, "the database went on without room for its log");
    Machine.makeRoom(ballast);
    scene.until(() -> new Phone(scene.server(0)).get("/readyz").status() == 200);
    scene.note("%d phones were told while the tables were full; then the database fell", told);
  }

  /** Somebody outside locks the rows of twelve; their signs wait until no connection is left. */
  static void rowsHeld(Scene scene) throws SQLException, IOException {
    scene.beginDay(Duration.ofSeconds(30));
    scene.fallSilent(120, Duration.ofSeconds(2), Duration.ofMillis(300));
    DatabaseAddress address = scene.address();
    try (Connection outside = connect(address);
        var lock =
            outside.prepareStatement("select id from watch.watch where id = any (?) for update")) {
      outside.setAutoCommit(false);
      UUID[] ids =
          scene.signing().stream().limit(12).map(out -> out.watch().value()).toArray(UUID[]::new);
      lock.setArray(1, outside.createArrayOf("uuid", ids));
      lock.execute();
      var pool = new Phone(scene.server(0));
      long before = pool.counted(REFUSED);
      long waited = 0;
      long until = System.nanoTime() + HELD.toNanos();
      while (System.nanoTime() < until) {
        park(Duration.ofMillis(100));
        waited = Math.max(waited, pool.counted(WAITING));
      }
      long refused = pool.counted(REFUSED) - before;
      outside.rollback();
      scene.require(waited > 0 && refused > 0, "there was a connection for everybody");
      scene.note(
          "up to %d waited for a connection at the same time, %d times in vain", waited, refused);
    }
  }

  private static Connection connect(DatabaseAddress address) throws SQLException {
    return DriverManager.getConnection(address.url(), address.user(), address.password());
  }

  private static void fillTheLog(Connection connection) {
    try (var statement = connection.createStatement()) {
      for (int i = 0; i < 100; i++) {
        statement.execute("select pg_logical_emit_message(false, 'faults', 'x')");
        statement.execute("select pg_switch_wal()");
      }
    } catch (SQLException e) {
      // It fell; that was the purpose.
    }
  }
}

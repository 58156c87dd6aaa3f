package nl.achterwacht.faults;

import static nl.achterwacht.faults.Crowd.park;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import nl.achterwacht.process.Phone;
import nl.achterwacht.process.RunningServer;

/** One of two equal servers dies, stands still, or is mistaken about the time. */
final class ServerFaults {
  private static final Duration FROZEN = Duration.ofSeconds(45);
  private static final int BURSTS = 8;

  private static final String OPEN_TRANSACTIONS =
      """
      select count(distinct a.pid)
        from pg_stat_activity a
        join pg_locks l on l.pid = a.pid
       where a.state = 'idle in transaction'
         and a.state_change < clock_timestamp() - interval '500 milliseconds'
         and a.datname = current_database()
         and l.relation = 'watch.watch'::regclass
         and l.mode in ('RowShareLock', 'RowExclusiveLock')
      """;

  private ServerFaults() {}

  static void killed(Scene scene) {
    scene.beginDay(Duration.ofSeconds(15));
    scene.fallSilent(200, Duration.ofSeconds(2), Duration.ofMillis(50));
    scene.until(() -> scene.books().countAlarms() >= 20);
    RunningServer one = scene.server(0);
    one.kill();
    scene.crowd().leave(one);
    scene.note("killed after %d of 200 alarms", scene.books().countAlarms());
    park(Duration.ofSeconds(5));
    scene.with(RunningServer.on(scene.address()));
  }

  /** At a moment at which it has claimed messages that it has not sent. */
  static void frozenWithClaims(Scene scene) throws IOException, InterruptedException {
    scene.beginDay(Duration.ofSeconds(30));
    RunningServer one = scene.server(0);
    Set<String> stuck = Set.of();
    for (int i = 0; i < BURSTS && stuck.isEmpty(); i++) {
      scene.fallSilent(60, Duration.ofSeconds(1), Duration.ZERO);
      scene.until(() -> !sendingUnheard(scene).isEmpty());
      Machine.freeze(one);
      // What the other server has claimed leaves it meanwhile.
      park(Duration.ofSeconds(2));
      stuck = sendingUnheard(scene);
      if (stuck.isEmpty()) {
        Machine.thaw(one);
      }
    }
    scene.require(!stuck.isEmpty(), "it never stood still with a claim that it had not sent");
    stayFrozen(scene, one);
    scene.note("frozen with %d messages claimed and not sent", stuck.size());
  }

  /** At a moment at which it has locked watches. */
  static void frozenWithLocks(Scene scene) throws IOException, InterruptedException {
    scene.beginDay(Duration.ofSeconds(30));
    RunningServer one = scene.server(0);
    long open = 0;
    for (int i = 0; i < 5 * BURSTS && open == 0; i++) {
      scene.fallSilent(20, Duration.ofMillis(300), Duration.ZERO);
      Instant due = scene.silent().getLast().due();
      scene.until(() -> scene.town().now().isAfter(due.plusMillis(5)));
      Machine.freeze(one);
      park(Duration.ofMillis(700));
      open = scene.books().count(OPEN_TRANSACTIONS);
      if (open == 0) {
        Machine.thaw(one);
      }
    }
    scene.require(open > 0, "it never stood still in the middle of a transaction");
    stayFrozen(scene, one);
    scene.note("frozen in the middle of %d transactions that lock watches", open);
  }

  /** libfaketime moves the wall clock of one server; the monotonic clock goes on, as it would. */
  static Scene withFakeTime(Scene scene, Path file) throws IOException {
    Files.writeString(file, "+0");
    Map<String, String> environment =
        Map.of(
            "LD_PRELOAD",
            System.getenv("LIBFAKETIME"),
            "FAKETIME_TIMESTAMP_FILE",
            file.toString(),
            "FAKETIME_DONT_FAKE_MONOTONIC",
            "1",
            "FAKETIME_CACHE_DURATION",
            "1");
    scene.with(RunningServer.on(environment, scene.address(), Rows.METERS));
    return scene;
  }

  static void clockJumps(Scene scene, Path file, Duration by)
      throws IOException, InterruptedException {
    scene.beginDay(Duration.ofSeconds(35));
    scene.fallSilent(120, Duration.ofSeconds(2), Duration.ofMillis(300));
    RunningServer one = scene.server(0);
    park(Duration.ofSeconds(8));
    Files.writeString(file, "%+d".formatted(by.toSeconds()));
    scene.until(() -> isAhead(scene, one, by));
    long before = new Phone(one).counted("achterwacht.watches.woken");
    park(Duration.ofSeconds(15));
    long woken = new Phone(one).counted("achterwacht.watches.woken") - before;
    scene.require(woken > 0, "the server with the wrong clock woke nobody");
    Files.writeString(file, "+0");
    scene.until(() -> isAhead(scene, one, Duration.ZERO));
    scene.note("with the wrong clock it woke %d watches itself", woken);
  }

  private static boolean isAhead(Scene scene, RunningServer server, Duration by)
      throws IOException, InterruptedException {
    Duration ahead = Duration.between(scene.town().now(), Machine.wallClockOf(server));
    return ahead.minus(by).abs().compareTo(Duration.ofSeconds(5)) < 0;
  }

  private static void stayFrozen(Scene scene, RunningServer server)
      throws IOException, InterruptedException {
    scene.crowd().leave(server);
    park(FROZEN);
    Machine.thaw(server);
    scene.crowd().use(server);
    // Whoever acts on what it knew before does so now.
    park(Duration.ofSeconds(5));
  }

  private static Set<String> sendingUnheard(Scene scene) {
    Set<String> keys = new HashSet<>(scene.books().keysOfNotices("sending"));
    keys.removeAll(scene.arrivals().keySet());
    return keys;
  }
}

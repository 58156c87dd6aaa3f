package nl.achterwacht.bench.server;

import java.util.List;
import java.util.Set;
import nl.achterwacht.bench.BenchDatabase;
import nl.achterwacht.bench.Report;
import nl.achterwacht.bench.Sizes;

/** The cases that need the whole server; those that can share one process do. */
public final class ServerCases {
  private static final List<String> ON_ONE_SERVER = List.of("http", "memory", "board", "idle");

  /** The database has places for the server and for a few of ours. */
  static final int OUR_CONNECTIONS = 8;

  private ServerCases() {}

  /**
   * Runs those of {@code http}, {@code memory}, {@code board}, {@code idle}, {@code start} and
   * {@code nagios} that are wanted. Nobody else of the benchmark may be at work meanwhile: an
   * {@code Ours} that beats would be counted as the server.
   *
   * @param wanted names of cases; none for all
   */
  public static void run(BenchDatabase bench, Set<String> wanted, Sizes sizes, Report report) {
    var serverSizes = ServerSizes.of(sizes);
    if (!isAnyWanted(wanted)) {
      return;
    }
    int before = bench.pool().getMaximumPoolSize();
    limit(bench, OUR_CONNECTIONS);
    try {
      onOneServer(bench, wanted, sizes, serverSizes, report);
      if (isWanted(wanted, "start")) {
        new StartCase(bench, sizes, report).run();
      }
      if (isWanted(wanted, "nagios")) {
        new NagiosCase(bench, sizes, serverSizes, report).run();
      }
    } finally {
      limit(bench, before);
    }
  }

  private static void onOneServer(
      BenchDatabase bench,
      Set<String> wanted,
      Sizes sizes,
      ServerSizes serverSizes,
      Report report) {
    if (ON_ONE_SERVER.stream().noneMatch(name -> isWanted(wanted, name))) {
      return;
    }
    try (ServerProcess server = ServerProcess.start(bench)) {
      if (isWanted(wanted, "http")) {
        new HttpCase(bench, sizes, serverSizes, report).run(server);
      }
      if (isWanted(wanted, "memory")) {
        new MemoryCase(bench, sizes, serverSizes, report).run(server);
      }
      if (isWanted(wanted, "board")) {
        new BoardCase(bench, sizes, serverSizes, report).run(server);
      }
      if (isWanted(wanted, "idle")) {
        new IdleCase(bench, sizes, serverSizes, report).run(server);
      }
    }
  }

  private static boolean isAnyWanted(Set<String> wanted) {
    return isWanted(wanted, "start")
        || isWanted(wanted, "nagios")
        || ON_ONE_SERVER.stream().anyMatch(wanted::contains);
  }

  private static boolean isWanted(Set<String> wanted, String name) {
    return wanted.isEmpty() || wanted.contains(name);
  }

  /** Gives connections back to the server under test, or takes them again. */
  static void limit(BenchDatabase bench, int connections) {
    var pool = bench.pool();
    pool.setMinimumIdle(connections);
    pool.setMaximumPoolSize(connections);
    pool.getHikariPoolMXBean().softEvictConnections();
  }
}

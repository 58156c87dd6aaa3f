package nl.achterwacht.bench.server;

import java.util.function.Supplier;
import nl.achterwacht.bench.BenchDatabase;
import nl.achterwacht.bench.Report;
import nl.achterwacht.bench.Sizes;

/** From the start of the process to ready, with everybody out and the machine's caches warm. */
final class StartCase {
  private static final String CASE = "start";
  private static final String SECONDS = "ready after s";
  private static final String PLAIN = "the jar";
  private static final String AOT = "with an AOT cache";

  private final BenchDatabase bench;
  private final Sizes sizes;
  private final Report report;

  StartCase(BenchDatabase bench, Sizes sizes, Report report) {
    this.bench = bench;
    this.sizes = sizes;
    this.report = report;
  }

  void run() {
    AotJar.make(bench);
    for (int round = 0; round < sizes.rounds(); round++) {
      turn(PLAIN, () -> ServerProcess.start(bench));
      turn(AOT, () -> AotJar.start(bench));
    }
    report.goal("ready_seconds", CASE, PLAIN, SECONDS);
    report.goal("ready_seconds_aot", CASE, AOT, SECONDS);
  }

  private void turn(String contender, Supplier<ServerProcess> start) {
    long running = bench.number("select count(*) from watch.watch where state = 'running'");
    try (ServerProcess server = start.get()) {
      report.add(CASE, contender, SECONDS, server.readyAfter().toNanos() / 1e9);
    }
    long after = bench.number("select count(*) from watch.watch where state = 'running'");
    if (after != running || running == 0) {
      throw new IllegalStateException("starting changed watches: " + running + ", " + after);
    }
  }
}

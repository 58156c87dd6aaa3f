package nl.achterwacht.bench.server;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import nl.achterwacht.bench.BenchDatabase;
import nl.achterwacht.bench.Cpu;
import nl.achterwacht.bench.Report;
import nl.achterwacht.bench.Sizes;

/** What it costs that everybody is out and nothing is due. */
final class IdleCase {
  private static final String CASE = "idle";

  private final BenchDatabase bench;
  private final Sizes sizes;
  private final ServerSizes serverSizes;
  private final Report report;

  IdleCase(BenchDatabase bench, Sizes sizes, ServerSizes serverSizes, Report report) {
    this.bench = bench;
    this.sizes = sizes;
    this.serverSizes = serverSizes;
    this.report = report;
  }

  void run(ServerProcess server) {
    String name = bench.watches() + " watches";
    settle();
    for (int round = 0; round < sizes.rounds(); round++) {
      Share share = measure(server);
      report.add(CASE, name, "server, cores", share.server());
      report.add(CASE, name, "database, cores", share.database());
      report.add(CASE, name, "both, cores", share.server() + share.database());
    }
    report.goal("idle_core_share", CASE, name, "both, cores");
  }

  /** Until the database has nothing left to tidy up, and the server's loops have come to rest. */
  void settle() {
    bench.run("vacuum analyze", "checkpoint");
    long end = System.nanoTime() + serverSizes.settle().toNanos();
    while (System.nanoTime() < end
        || bench.number("select count(*) from pg_stat_progress_vacuum") > 0) {
      LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
    }
  }

  record Share(double server, double database) {}

  Share measure(ServerProcess server) {
    long running = running();
    long lines = bench.number("select count(*) from journal.entry");
    Proc proc = server.proc();
    long began = System.nanoTime();
    long serverBefore = proc.cpuNanos();
    long databaseBefore = databaseCpu(proc);
    LockSupport.parkNanos(serverSizes.idle().toNanos());
    double wall = System.nanoTime() - began;
    var share =
        new Share(
            (proc.cpuNanos() - serverBefore) / wall, (databaseCpu(proc) - databaseBefore) / wall);
    if (running() != running
        || running == 0
        || bench.number("select count(*) from journal.entry") != lines) {
      throw new IllegalStateException("something happened at rest");
    }
    return share;
  }

  private long running() {
    return bench.number(
        "select count(*) from watch.watch where state = 'running' and wake_at > now()");
  }

  /** The database is a child of this program, and so is the server. */
  private static long databaseCpu(Proc server) {
    return Cpu.now().databaseNanos() - server.cpuNanos();
  }
}

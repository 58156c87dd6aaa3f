package nl.achterwacht.bench.intake;

import java.util.List;
import nl.achterwacht.bench.BenchDatabase;
import nl.achterwacht.bench.Cpu;
import nl.achterwacht.bench.Ours;
import nl.achterwacht.bench.Report;
import nl.achterwacht.bench.Sizes;
import nl.achterwacht.bench.Worker;

/** Signs of life a second, and how long each waits for its answer. */
public final class IntakeCase {
  /** As many as a small town has at once, and as many as a mass of phones that come back. */
  private static final List<Integer> CLIENTS = List.of(32, 512);

  private static final String RATE = "signs/s";

  private IntakeCase() {}

  public static void run(BenchDatabase bench, Ours ours, Sizes sizes, Report report) {
    List<Worker> workers = Worker.all(bench);
    List<Signs> contenders =
        List.of(
            new OurSigns(bench, ours),
            new PlainSigns(bench),
            new RescheduleSigns(bench, ours.clock()));
    // A program that has just started is slow in all of them; that is not what is compared here.
    HotUpdates before = HotUpdates.now(bench);
    for (Signs contender : contenders) {
      turn(contender, 512, workers, -1, sizes, new Report());
      if (contender == contenders.getFirst()) {
        report.add("intake", "ours", "HOT share", HotUpdates.settled(bench).shareSince(before));
      }
    }
    for (int round = 0; round < sizes.rounds(); round++) {
      for (int clients : CLIENTS) {
        for (Signs contender : contenders) {
          turn(contender, clients, workers, round, sizes, report);
        }
      }
      for (int connections = 1; connections <= 2; connections++) {
        double rate =
            RawSigns.perSecond(bench, workers, connections, round, sizes.warmUp(), sizes.turn());
        report.add(
            "intake",
            connections == 1 ? "raw limit, 1 connection" : "raw limit, 2 connections",
            RATE,
            rate);
      }
    }
    contenders.forEach(Signs::close);
    report.goal("hot_share", "intake", "ours", "HOT share");
    report.ratio("intake_vs_plain", "intake", RATE, "ours, 32 clients", "plain, 32 clients");
    report.ratio("intake_vs_raw", "intake", RATE, "ours, 512 clients", "raw limit, 2 connections");
    report.ratio(
        "sign_vs_dbscheduler", "intake", RATE, "ours, 32 clients", "db-scheduler, 32 clients");
  }

  private static void turn(
      Signs contender, int clients, List<Worker> workers, int round, Sizes sizes, Report report) {
    Cpu before = Cpu.now();
    ClosedLoop.Result result =
        ClosedLoop.run(clients, workers, round, sizes.warmUp(), sizes.turn(), contender::sign);
    Cpu used = Cpu.now().since(before);
    contender.check(result.answered());
    String name = contender.name() + ", " + clients + " clients";
    report.add("intake", name, RATE, result.perSecond());
    report.add("intake", name, "us CPU JVM", used.jvmNanos() / 1e3 / result.answered());
    report.add("intake", name, "us CPU database", used.databaseNanos() / 1e3 / result.answered());
    report.add("intake", name, "p50 ms", result.micros().getValueAtPercentile(50) / 1e3);
    report.add("intake", name, "p99 ms", result.micros().getValueAtPercentile(99) / 1e3);
  }
}

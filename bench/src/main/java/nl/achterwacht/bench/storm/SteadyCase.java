package nl.achterwacht.bench.storm;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.achterwacht.bench.BenchDatabase;
import nl.achterwacht.bench.Cpu;
import nl.achterwacht.bench.Ours;
import nl.achterwacht.bench.Report;
import nl.achterwacht.bench.Sizes;
import org.HdrHistogram.Histogram;

/** Deadlines that keep coming: how late each is noticed, and what that costs. */
public final class SteadyCase {
  /** As short as ours sleeps when it knows that something is due. */
  private static final Duration POLL = Duration.ofMillis(20);

  private SteadyCase() {}

  public static void run(BenchDatabase bench, Ours ours, Sizes sizes, Report report) {
    List<Storm> contenders =
        List.of(new OurStorm(bench, ours, 1), new DbSchedulerStorm(bench, ours.clock(), POLL));
    var arming = new Arming(bench, ours.clock());
    try {
      for (int round = 0; round < sizes.rounds(); round++) {
        for (Storm contender : contenders) {
          turn(arming, ours, contender, round, sizes, report);
        }
      }
    } finally {
      contenders.forEach(Storm::close);
    }
    report.ratio("lateness_p99_vs_dbscheduler", "steady", "p99 ms", "ours", "db-scheduler");
    report.ratio("cpu_vs_dbscheduler", "steady", "cores", "ours", "db-scheduler");
  }

  private static void turn(
      Arming arming, Ours ours, Storm contender, int round, Sizes sizes, Report report) {
    int count = (int) (Sizes.STEADY_RATE * sizes.steady().toSeconds());
    Instant from = arming.arm(contender, round, count, sizes.steady(), false);
    ours.awaitMoment(from);
    Cpu before = Cpu.now();
    Duration took = Duration.between(from, contender.awaitLast());
    Cpu used = Cpu.now().since(before);
    Histogram lateness = contender.lateness();
    contender.checkAndReset();
    report.add("steady", contender.name(), "p50 ms", lateness.getValueAtPercentile(50) / 1e3);
    report.add("steady", contender.name(), "p99 ms", lateness.getValueAtPercentile(99) / 1e3);
    report.add("steady", contender.name(), "max ms", lateness.getMaxValue() / 1e3);
    report.add("steady", contender.name(), "cores", used.cores(took.toNanos()));
  }
}

package nl.achterwacht.bench.storm;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.achterwacht.bench.BenchDatabase;
import nl.achterwacht.bench.Cpu;
import nl.achterwacht.bench.Ours;
import nl.achterwacht.bench.Report;
import nl.achterwacht.bench.Sizes;

/** All deadlines in one instant, among everybody who is out; also right after a checkpoint. */
public final class StormCase {
  private static final String STORM = "storm";
  private static final String AFTER_CHECKPOINT = "storm after checkpoint";
  private static final String RATE = "alarms/s";

  private final Ours ours;
  private final Sizes sizes;
  private final Report report;
  private final Arming arming;
  private int turns;

  private StormCase(BenchDatabase bench, Ours ours, Sizes sizes, Report report) {
    this.ours = ours;
    this.sizes = sizes;
    this.report = report;
    this.arming = new Arming(bench, ours.clock());
  }

  public static void run(BenchDatabase bench, Ours ours, Sizes sizes, Report report) {
    var contenders =
        List.of(
            new OurStorm(bench, ours, 1),
            new OurStorm(bench, ours, 2),
            new DbSchedulerStorm(bench, ours.clock(), Duration.ofMillis(100)),
            new QuartzStorm(bench, ours.clock(), sizes.quartzTriggers()),
            new RawStorm(bench, ours.clock(), 1),
            new RawStorm(bench, ours.clock(), 2));
    try {
      new StormCase(bench, ours, sizes, report).run(contenders);
    } finally {
      contenders.forEach(Storm::close);
    }
  }

  private void run(List<Storm> contenders) {
    // A program that has just started is slow in all of them; that is not what is compared here.
    contenders.forEach(contender -> turn(contender, null));
    for (int round = 0; round < sizes.rounds(); round++) {
      contenders.forEach(contender -> turn(contender, STORM));
      contenders.stream()
          .filter(Storm::isCompared)
          .forEach(contender -> turn(contender, AFTER_CHECKPOINT));
    }
    for (String of : List.of(STORM, AFTER_CHECKPOINT)) {
      String name = of.equals(STORM) ? "storm_vs_" : "storm_checkpoint_vs_";
      report.ratio(name + "dbscheduler", of, RATE, "ours", "db-scheduler");
      report.ratio(name + "quartz", of, RATE, "ours", "Quartz");
      report.ratio(name + "raw", of, RATE, "ours", "raw limit");
    }
  }

  private void turn(Storm contender, @org.jspecify.annotations.Nullable String of) {
    int count = contender instanceof QuartzStorm ? sizes.quartzStorm() : sizes.storm();
    Instant due = arming.arm(contender, turns++, count, Duration.ZERO, AFTER_CHECKPOINT.equals(of));
    ours.awaitMoment(due);
    Cpu before = Cpu.now();
    double seconds = Duration.between(due, contender.awaitLast()).toNanos() / 1e9;
    Cpu used = Cpu.now().since(before);
    contender.checkAndReset();
    if (of != null) {
      report.add(of, contender.name(), RATE, count / seconds);
      report.add(of, contender.name(), "last after s", seconds);
      report.add(of, contender.name(), "us CPU JVM", used.jvmNanos() / 1e3 / count);
      report.add(of, contender.name(), "us CPU database", used.databaseNanos() / 1e3 / count);
    }
  }
}

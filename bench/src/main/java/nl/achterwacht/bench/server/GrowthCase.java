package nl.achterwacht.bench.server;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import nl.achterwacht.bench.BenchDatabase;
import nl.achterwacht.bench.Report;
import nl.achterwacht.bench.Sizes;
import nl.achterwacht.bench.Town;
import nl.achterwacht.bench.Worker;
import nl.achterwacht.bench.intake.ClosedLoop;

/** The same work with ten, a hundred and a thousand times as many people out. */
public final class GrowthCase {
  private static final List<Integer> WATCHES = List.of(10_000, 100_000, 1_000_000);
  private static final int STORM = 5_000;
  // A curve is read for its shape: no ratio hangs on it.
  private static final int ROUNDS_AT_MOST = 3;
  private static final Duration PART_OF_WARM_UP = Duration.ofSeconds(4);

  private final Sizes sizes;
  private final ServerSizes serverSizes;
  private final Report report;
  private final Growth growth = new Growth();
  private long seed;

  private GrowthCase(Sizes sizes, Report report) {
    this.sizes = sizes;
    this.serverSizes = ServerSizes.of(sizes);
    this.report = report;
  }

  /**
   * Runs {@code growth} if wanted, in databases of its own, one after the other: call it when no
   * other runs. Takes the sizes up to that of the other cases; a smoke test leaves it out.
   *
   * @param folder beside which the databases get folders of their own
   * @param results for the table and the charts
   */
  public static void run(
      Path folder, Path results, Set<String> wanted, Sizes sizes, Report report) {
    var growth = new GrowthCase(sizes, report);
    if (!wanted.contains("growth") && (!wanted.isEmpty() || growth.serverSizes.smoke())) {
      return;
    }
    WATCHES.stream()
        .filter(watches -> watches <= Math.max(sizes.watches(), WATCHES.getFirst()))
        .forEach(watches -> growth.measure(Path.of(folder + "-growth-" + watches), watches));
    growth.growth.write(results);
  }

  private void measure(Path folder, int watches) {
    try (var bench = BenchDatabase.start(folder)) {
      Town.build(bench, watches);
      ServerCases.limit(bench, ServerCases.OUR_CONNECTIONS);
      measureStart(bench);
      try (var sink = new MailSink();
          var server = ServerProcess.start(bench, sink.settings())) {
        measureSigns(bench, server);
        measureStorm(bench);
        measureIdle(bench, server);
        measureMemory(bench, server);
      }
    }
  }

  private void measureStart(BenchDatabase bench) {
    AotJar.make(bench);
    for (int round = 0; round < rounds(); round++) {
      try (var plain = ServerProcess.start(bench)) {
        add(bench, Growth.Measure.READY, seconds(plain.readyAfter()));
      }
      try (var aot = AotJar.start(bench)) {
        add(bench, Growth.Measure.READY_AOT, seconds(aot.readyAfter()));
      }
    }
  }

  private void measureSigns(BenchDatabase bench, ServerProcess server) {
    List<Worker> workers = Worker.all(bench);
    for (int phones = 2; phones <= serverSizes.phones(); phones *= 4) {
      signs(server, workers, phones, PART_OF_WARM_UP);
    }
    long before = lines(bench);
    long answered = 0;
    for (int round = 0; round < rounds(); round++) {
      var result = signs(server, workers, serverSizes.phones(), sizes.warmUp());
      answered += result.answered();
      add(bench, Growth.Measure.SIGNS, result.perSecond());
    }
    if (lines(bench) - before != answered) {
      throw new IllegalStateException(
          "%d signs were answered, %d are in the journal"
              .formatted(answered, lines(bench) - before));
    }
  }

  private ClosedLoop.Result signs(
      ServerProcess server, List<Worker> workers, int phones, Duration warmUp) {
    // A seed of its own each time: the same would make the same signs, which count once.
    return Phones.run(
        server.port(), phones, workers, InstantSource.system(), seed++, warmUp, sizes.turn());
  }

  private static long lines(BenchDatabase bench) {
    return bench.number("select count(*) from journal.entry where kind = 'watch.sign-of-life'");
  }

  private void measureStorm(BenchDatabase bench) {
    int count = Math.min(STORM, bench.watches() / 2);
    var silences = new Silences(bench, count);
    IntStream.rangeClosed(0, rounds())
        .forEach(round -> {
          Instant due = silences.arm();
          double seconds = seconds(silences.awaitAlarms(due));
          silences.awaitHandedOver(due);
          silences.check();
          silences.reset();
          if (round > 0) { // the first warms up
            add(bench, Growth.Measure.ALARMS, count / seconds);
          }
        });
  }

  private void measureIdle(BenchDatabase bench, ServerProcess server) {
    var idle = new IdleCase(bench, sizes, serverSizes, report);
    idle.settle();
    for (int round = 0; round < rounds(); round++) {
      IdleCase.Share share = idle.measure(server);
      add(bench, Growth.Measure.IDLE_SERVER, share.server());
      add(bench, Growth.Measure.IDLE_DATABASE, share.database());
    }
  }

  private void measureMemory(BenchDatabase bench, ServerProcess server) {
    add(bench, Growth.Measure.RESIDENT, server.proc().mostResidentMiB());
    add(bench, Growth.Measure.LIVE, server.proc().liveHeapMiB());
  }

  private void add(BenchDatabase bench, Growth.Measure measure, double value) {
    int watches = bench.watches();
    growth.add(measure, watches, value);
    report.add("growth", watches + " watches", measure.toString(), value);
  }

  private int rounds() {
    return Math.min(ROUNDS_AT_MOST, sizes.rounds());
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}

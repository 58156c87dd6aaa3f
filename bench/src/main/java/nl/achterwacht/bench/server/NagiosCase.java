package nl.achterwacht.bench.server;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.achterwacht.bench.BenchDatabase;
import nl.achterwacht.bench.Report;
import nl.achterwacht.bench.Sizes;

/** Many fall silent at once: from the deadline until the last call about it is handed over. */
final class NagiosCase {
  private static final String CASE = "nagios";
  private static final String LAST = "last call after s";
  private static final String OURS = "ours";

  /** Five seconds between two searches is what is usual; one is the least that it knows. */
  private static final List<Integer> NAGIOS_LOOKS_EVERY = List.of(5, 1);

  private final BenchDatabase bench;
  private final Sizes sizes;
  private final ServerSizes serverSizes;
  private final Report report;

  NagiosCase(BenchDatabase bench, Sizes sizes, ServerSizes serverSizes, Report report) {
    this.bench = bench;
    this.sizes = sizes;
    this.serverSizes = serverSizes;
    this.report = report;
  }

  void run() {
    boolean available = !serverSizes.smoke() && Nagios.isAvailable();
    if (!available) {
      System.err.println(
          "nagios: only ours is measured: a smoke test, or nagios4-core and nagios4-common are"
              + " not to be had");
    }
    try (var sink = new MailSink();
        var _ = ServerProcess.start(bench, sink.settings())) {
      var silences = new Silences(bench, serverSizes.silences());
      ours(silences, sink); // the first turn warms up
      for (int round = 0; round < sizes.rounds(); round++) {
        report.add(CASE, OURS, LAST, seconds(ours(silences, sink)));
        if (available) {
          for (int every : NAGIOS_LOOKS_EVERY) {
            report.add(CASE, nagios(every), LAST, seconds(lastCallOfNagios(every)));
          }
        }
      }
    }
    if (available) {
      report.ratio("nagios_last_notice", CASE, LAST, OURS, nagios(NAGIOS_LOOKS_EVERY.getFirst()));
    }
  }

  private Duration ours(Silences silences, MailSink sink) {
    sink.forget();
    Instant due = silences.arm();
    sink.forget(); // also what came of arming too slowly
    silences.awaitHandedOver(due);
    silences.check();
    Duration last = Duration.between(due, sink.last(silences.messages()));
    silences.reset();
    return last;
  }

  private static String nagios(int looksEvery) {
    return "Nagios, looks every " + looksEvery + " s";
  }

  private Duration lastCallOfNagios(int looksEvery) {
    return new Nagios(serverSizes.silences()).lastCallAfterDeadline(looksEvery);
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}

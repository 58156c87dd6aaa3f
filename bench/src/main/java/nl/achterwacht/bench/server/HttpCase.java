package nl.achterwacht.bench.server;

import java.time.Duration;
import java.util.List;
import nl.achterwacht.bench.BenchDatabase;
import nl.achterwacht.bench.Ours;
import nl.achterwacht.bench.Report;
import nl.achterwacht.bench.Sizes;
import nl.achterwacht.bench.Worker;
import nl.achterwacht.bench.intake.ClosedLoop;

/** Signs of life through the whole server, beside the same intake without HTTP. */
final class HttpCase {
  private static final String CASE = "http";
  private static final String RATE = "signs/s";
  private static final String OVER_HTTP = "over HTTP";
  private static final String INTAKE_ALONE = "intake alone";

  private final BenchDatabase bench;
  private final Sizes sizes;
  private final ServerSizes serverSizes;
  private final Report report;
  private final List<Worker> workers;
  private long known;

  HttpCase(BenchDatabase bench, Sizes sizes, ServerSizes serverSizes, Report report) {
    this.bench = bench;
    this.sizes = sizes;
    this.serverSizes = serverSizes;
    this.report = report;
    this.workers = Worker.all(bench);
    this.known = count();
  }

  void run(ServerProcess server) {
    try (var ours = new Ours(bench);
        var intake = new IntakeSigns(ours)) {
      // A server that has just started is slow for a while; that is not what is compared here.
      warmUp(server, ours);
      alone(ours, intake, -1, serverSizes.warmUp().dividedBy(2), sizes.turn());
      for (int round = 0; round < sizes.rounds(); round++) {
        report(OVER_HTTP, overHttp(server, ours, round));
        report(INTAKE_ALONE, alone(ours, intake, round, sizes.warmUp(), sizes.turn()));
      }
    }
    report.ratio("http_vs_intake", CASE, RATE, OVER_HTTP, INTAKE_ALONE);
  }

  /** A crowd at once would first be told to call instead: nobody waits longer than 2.5 s. */
  private void warmUp(ServerProcess server, Ours ours) {
    Duration part = serverSizes.warmUp().dividedBy(4);
    for (int phones = 2; phones <= serverSizes.phones(); phones *= 4) {
      checked(
          Phones.run(server.port(), phones, workers, ours.clock(), -phones, part, sizes.turn()));
    }
  }

  private ClosedLoop.Result overHttp(ServerProcess server, Ours ours, int round) {
    return checked(
        Phones.run(
            server.port(),
            serverSizes.phones(),
            workers,
            ours.clock(),
            round,
            sizes.warmUp(),
            sizes.turn()));
  }

  private ClosedLoop.Result alone(
      Ours ours, IntakeSigns intake, int round, Duration warmUp, Duration turn) {
    return checked(
        ClosedLoop.run(serverSizes.phones(), workers, round, warmUp, turn, intake::sign));
  }

  private void report(String contender, ClosedLoop.Result result) {
    report.add(CASE, contender, RATE, result.perSecond());
    report.add(CASE, contender, "p50 ms", result.micros().getValueAtPercentile(50) / 1e3);
    report.add(CASE, contender, "p99 ms", result.micros().getValueAtPercentile(99) / 1e3);
  }

  /** Every sign that was answered stands in the journal, and nothing else happened. */
  private ClosedLoop.Result checked(ClosedLoop.Result result) {
    long now = count();
    long alarms = bench.number("select count(*) from alarm.alarm");
    long unproven = bench.number("select count(*) from watch.unproven_act");
    if (now - known != result.answered() || alarms != 0 || unproven != 0) {
      throw new IllegalStateException(
          "%d signs were answered, %d are in the journal, %d alarms, %d unproven"
              .formatted(result.answered(), now - known, alarms, unproven));
    }
    known = now;
    return result;
  }

  private long count() {
    return bench.number("select count(*) from journal.entry where kind = 'watch.sign-of-life'");
  }
}

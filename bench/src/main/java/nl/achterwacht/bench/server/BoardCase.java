package nl.achterwacht.bench.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.bench.BenchDatabase;
import nl.achterwacht.bench.Report;
import nl.achterwacht.bench.Sizes;
import nl.achterwacht.bench.Worker;
import org.HdrHistogram.Histogram;

/**
 * How soon an act stands on the boards of everybody who looks. It is counted from before the act is
 * sent, so a little too long: when it is committed nobody outside can see.
 */
final class BoardCase {
  private static final String CASE = "board";
  private static final String TOKEN = "benchmark";

  private final BenchDatabase bench;
  private final Sizes sizes;
  private final ServerSizes serverSizes;
  private final Report report;

  BoardCase(BenchDatabase bench, Sizes sizes, ServerSizes serverSizes, Report report) {
    this.bench = bench;
    this.sizes = sizes;
    this.serverSizes = serverSizes;
    this.report = report;
  }

  void run(ServerProcess server) {
    List<Worker> all = Worker.all(bench);
    OrganisationId organisation = all.getFirst().organisation();
    List<Worker> workers =
        all.stream().filter(worker -> worker.organisation().equals(organisation)).toList();
    String name = serverSizes.followers() + " boards";
    try (var boards =
            Boards.open(server.port(), serverSizes.followers(), signIn(bench, organisation));
        var phone = HttpClient.newHttpClient()) {
      turn(server, boards, phone, workers); // as everywhere: the first turn warms up
      for (int round = 0; round < sizes.rounds(); round++) {
        Histogram micros = turn(server, boards, phone, workers);
        report.add(CASE, name, "p50 ms", micros.getValueAtPercentile(50) / 1e3);
        report.add(CASE, name, "p99 ms", micros.getValueAtPercentile(99) / 1e3);
        report.add(CASE, name, "max ms", micros.getMaxValue() / 1e3);
      }
    }
    report.goal("board_max_ms", CASE, name, "max ms");
  }

  private Histogram turn(
      ServerProcess server, Boards boards, HttpClient phone, List<Worker> workers) {
    long next = System.nanoTime();
    for (Worker worker : workers.subList(0, Math.min(workers.size(), serverSizes.acts()))) {
      LockSupport.parkNanos(next - System.nanoTime());
      next += serverSizes.actEvery().toNanos();
      boards.expect(worker.watch().toString());
      sign(server, phone, worker);
    }
    return boards.awaitAll();
  }

  private static void sign(ServerProcess server, HttpClient phone, Worker worker) {
    String path = "/api/v1/watches/" + worker.watch() + "/signs-of-life";
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("Content-Type", "application/json")
            .header("Watch-Key", Phones.key(worker))
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    try {
      int status = phone.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status != 200) {
        throw new IllegalStateException("a sign got " + status);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** The cookie of somebody of {@code organisation} who may look at a board. */
  static String signIn(BenchDatabase bench, OrganisationId organisation) {
    bench.run(
        """
        insert into account.login (organisation_id, id, person_id, user_name, password_hash)
        select organisation_id, uuidv7(), standby_id, 'bram-' || organisation_id, 'nobody types it'
          from bench.team
         where organisation_id = '%s'
         order by n
         limit 1
        on conflict do nothing
        """
            .formatted(organisation),
        """
        insert into account.session
               (organisation_id, id, login_id, token_hash, made_at, expires_at)
        select organisation_id, uuidv7(), id, sha256('%s'), now(), now() + interval '12 hours'
          from account.login
         where organisation_id = '%s'
        on conflict do nothing
        """
            .formatted(TOKEN, organisation));
    return "achterwacht-session=" + TOKEN;
  }
}

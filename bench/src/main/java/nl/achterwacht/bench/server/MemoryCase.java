package nl.achterwacht.bench.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import nl.achterwacht.bench.BenchDatabase;
import nl.achterwacht.bench.Report;
import nl.achterwacht.bench.Sizes;
import nl.achterwacht.bench.Worker;

/** What the server keeps in memory once it has worked: signs of life, and boards that open. */
final class MemoryCase {
  private static final String CASE = "memory";
  private static final double MIB_IN_A_GIB = 1024;

  private final BenchDatabase bench;
  private final Sizes sizes;
  private final ServerSizes serverSizes;
  private final Report report;

  MemoryCase(BenchDatabase bench, Sizes sizes, ServerSizes serverSizes, Report report) {
    this.bench = bench;
    this.sizes = sizes;
    this.serverSizes = serverSizes;
    this.report = report;
  }

  void run(ServerProcess server) {
    String name = "server with " + ServerProcess.HEAP;
    List<Worker> workers = Worker.all(bench);
    String cookie = BoardCase.signIn(bench, workers.getFirst().organisation());
    for (int round = 0; round < sizes.rounds(); round++) {
      Phones.run(
          server.port(),
          round == 0 ? 8 : serverSizes.phones(), // perhaps it has just started
          workers,
          InstantSource.system(),
          round,
          sizes.warmUp(),
          sizes.turn());
      openBoard(server, cookie);
      Proc proc = server.proc();
      report.add(CASE, name, "resident MiB", proc.residentMiB());
      report.add(CASE, name, "at most resident GiB", proc.mostResidentMiB() / MIB_IN_A_GIB);
      report.add(CASE, name, "live heap MiB", proc.liveHeapMiB());
    }
    report.goal("server_memory_gib", CASE, name, "at most resident GiB");
  }

  private static void openBoard(ServerProcess server, String cookie) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api/v1/board"))
            .header("Cookie", cookie)
            .build();
    try (HttpClient browser = HttpClient.newHttpClient()) {
      HttpResponse<String> answer;
      do {
        answer = browser.send(request, HttpResponse.BodyHandlers.ofString());
      } while (answer.statusCode() == 503); // it has just started, and asks to come back
      if (answer.statusCode() != 200 || !answer.body().contains("\"watches\"")) {
        throw new IllegalStateException("a board got " + answer.statusCode());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}

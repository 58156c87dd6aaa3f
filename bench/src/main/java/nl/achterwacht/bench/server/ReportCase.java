package nl.achterwacht.bench.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import nl.achterwacht.bench.BenchDatabase;
import nl.achterwacht.bench.Report;
import nl.achterwacht.bench.Sizes;
import nl.achterwacht.http.frame.SessionCookie;

/**
 * How soon each page of figures is there, and a year's report on paper, for an organisation of 50
 * teams, 2,000 workers and 400,000 visits a year. In a database of its own.
 */
public final class ReportCase {
  private static final String CASE = "report";
  private static final String TOKEN = "benchmark-report";
  private static final String ORGANISATION = "0199a000-0000-7000-8000-000000000001";
  private static final Path YEAR = Path.of("server/src/test/resources/report/year.sql");
  private static final List<String> KINDS =
      List.of("risks", "signals", "false-alarms", "response-times", "adoption", "self-check");
  private static final long PATIENCE_NS = 600_000_000_000L;

  private final BenchDatabase bench;
  private final Sizes sizes;
  private final Report report;
  private final int year = Year.now(ZoneOffset.UTC).getValue() - 1;
  private final HttpClient client = HttpClient.newHttpClient();

  private ReportCase(BenchDatabase bench, Sizes sizes, Report report) {
    this.bench = bench;
    this.sizes = sizes;
    this.report = report;
  }

  /**
   * Runs {@code report} if wanted; call it when no other case runs.
   *
   * @param folder beside which the database gets a folder of its own
   * @param wanted names of cases; none for all
   */
  public static void run(Path folder, Set<String> wanted, Sizes sizes, Report report) {
    if (!wanted.isEmpty() && !wanted.contains(CASE)) {
      return;
    }
    try (var bench = BenchDatabase.start(Path.of(folder + "-report"))) {
      new ReportCase(bench, sizes, report).measure();
    }
  }

  private void measure() {
    boolean smoke = sizes.watches() <= 10_000;
    fill(smoke ? "0.02" : "1");
    ServerCases.limit(bench, ServerCases.OUR_CONNECTIONS);
    try (ServerProcess server = ServerProcess.start(bench)) {
      long began = System.nanoTime();
      // The months are counted as soon as the server runs.
      await(() -> bench.number("select count(*) from report.month") >= 12);
      report.add(CASE, "a server that just began", "months counted s", seconds(began));
      for (int round = 0; round <= sizes.rounds(); round++) {
        for (String kind : KINDS) {
          page(server, "report " + kind, "/reports/" + kind + period(), round > 0);
        }
        page(server, "report risks, this year", "/reports/risks", round > 0);
        page(server, "today", "/tasks?scope=all", round > 0);
        page(server, "today, visits", "/unready-visits", round > 0);
      }
      for (int round = 0; round < sizes.rounds(); round++) {
        yearly(server);
      }
      check(server);
    }
    KINDS.forEach(kind -> report.goal("page_" + kind + "_ms", CASE, "report " + kind, "ms"));
    report.goal("yearly_report_s", CASE, "yearly report", "s");
  }

  private String period() {
    return "?from=%d-01&until=%d-12".formatted(year, year);
  }

  private void page(ServerProcess server, String name, String path, boolean counts) {
    long began = System.nanoTime();
    ask(server, "GET", path, null);
    if (counts) { // the first warms up
      report.add(CASE, name, "ms", (System.nanoTime() - began) / 1e6);
    }
  }

  private void yearly(ServerProcess server) {
    long began = System.nanoTime();
    String asked = ask(server, "POST", "/yearly-reports", "{\"year\": " + year + "}");
    String id = asked.replaceAll("(?s).*?\"id\":\"([0-9a-f-]+)\".*", "$1");
    await(() ->
        bench.number("select count(*) from report.yearly where state = 'done' and id = '" + id + "'")
            == 1);
    report.add(CASE, "yearly report", "s", seconds(began));
    report.add(
        CASE,
        "yearly report",
        "KiB",
        bench.number("select length(file) / 1024 from report.yearly where id = '" + id + "'"));
  }

  /** What the page says is what one query of its own counts. */
  private void check(ServerProcess server) {
    String adoption = ask(server, "GET", "/reports/adoption" + period(), null);
    long counted =
        bench.number(
            """
            select count(*)
              from visit.visit
             where cancelled_at is null
               and extract(year from planned_start_at at time zone 'Europe/Amsterdam') = %d
            """
                .formatted(year));
    // Of each month: with, without, all, share.
    String months = adoption.substring(adoption.indexOf("\"rows\":"));
    months = months.substring(0, months.indexOf("]}]"));
    long shown = 0;
    for (String row : months.split("\"values\":\\[", -1)) {
      String[] values = row.split(",", -1);
      shown += values.length < 4 || row.startsWith("\"rows\"") ? 0 : Long.parseLong(values[2]);
    }
    if (shown != counted) {
      throw new IllegalStateException("the page says " + shown + " visits, there are " + counted);
    }
  }

  private void fill(String scale) {
    bench.run(
        "insert into people.organisation (id, name) values ('" + ORGANISATION + "', 'Jaar')");
    try (Connection connection = bench.pool().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("set gen.organisation = '" + ORGANISATION + "'");
      statement.execute("set gen.year = '" + year + "'");
      statement.execute("set gen.scale = '" + scale + "'");
      for (String part : Files.readString(YEAR, StandardCharsets.UTF_8).split("\n;\n", -1)) {
        if (!part.isBlank()) {
          statement.execute(part);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    bench.run(
        """
        insert into people.person (organisation_id, id, team_id, name, roles)
        select organisation_id, uuidv7(), id, 'Carla', array['supervisor']
          from people.team
         where organisation_id = '%s'
         order by id
         limit 1
        """
            .formatted(ORGANISATION),
        """
        insert into account.login (organisation_id, id, person_id, user_name, password_hash)
        select organisation_id, uuidv7(), id, 'carla-report', 'nobody types it'
          from people.person
         where name = 'Carla'
        """,
        """
        insert into account.session
               (organisation_id, id, login_id, token_hash, made_at, expires_at)
        select organisation_id, uuidv7(), id, sha256('%s'), now(), now() + interval '12 hours'
          from account.login
         where user_name = 'carla-report'
        """
            .formatted(TOKEN),
        "vacuum analyze");
  }

  private String ask(ServerProcess server, String method, String path, String body) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api/v1" + path))
            .header("Cookie", "achterwacht-session=" + TOKEN)
            .header("X-CSRF-Token", SessionCookie.csrfToken(TOKEN))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    try {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(path + " got " + answer.statusCode() + answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static void await(BooleanSupplier done) {
    long end = System.nanoTime() + PATIENCE_NS;
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("it takes too long");
      }
      LockSupport.parkNanos(50_000_000);
    }
  }

  private static double seconds(long began) {
    return (System.nanoTime() - began) / 1e9;
  }
}

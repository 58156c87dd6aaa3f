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
import java.time.Instant;
import java.time.InstantSource;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.bench.BenchDatabase;
import nl.achterwacht.bench.Report;
import nl.achterwacht.bench.Sizes;
import nl.achterwacht.http.frame.SessionCookie;
import nl.achterwacht.report.MonthCounter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How soon each page of figures is there, and a year's report on paper, for an organisation of 50
 * teams, 2,000 workers and 400,000 visits a year. Last year was counted when it was just over, as
 * it is in use; beside it another organisation has the same in this year, of which the month that
 * is not over is counted for whoever asks. In a database of its own.
 */
public final class ReportCase {
  private static final String CASE = "report";
  private static final Path YEAR = Path.of("server/src/test/resources/report/year.sql");
  private static final List<String> KINDS =
      List.of(
          "risks",
          "signals",
          "false-alarms",
          "response-times",
          "adoption",
          "workplaces",
          "self-check");
  private static final JsonMapper JSON = new JsonMapper();
  private static final long PATIENCE_NS = 600_000_000_000L;

  private final BenchDatabase bench;
  private final Sizes sizes;
  private final Report report;
  private final int thisYear = Year.now(ZoneOffset.UTC).getValue();
  private final Owner lastYears = new Owner("0199a000-0000-7000-8000-000000000001", thisYear - 1);
  private final Owner thisYears = new Owner("0199a000-0000-7000-8000-000000000002", thisYear);
  private final HttpClient client = HttpClient.newHttpClient();

  /** An organisation with one year of work, and who asks. */
  private record Owner(String organisation, int year) {
    String token() {
      return "benchmark-report-" + year;
    }
  }

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
    String scale = sizes.watches() <= 10_000 ? "0.02" : "1";
    fill(lastYears, scale);
    fill(thisYears, scale);
    bench.run("vacuum analyze");
    long visits = visitsIn(lastYears); // before the server erases what is older than it may be
    countWhenItWasOver(lastYears);
    ServerCases.limit(bench, ServerCases.OUR_CONNECTIONS);
    try (ServerProcess server = ServerProcess.start(bench)) {
      for (int round = 0; round <= sizes.rounds(); round++) {
        for (String kind : KINDS) {
          page(server, lastYears, "report " + kind, "/reports/" + kind + period(), round > 0);
          String live = "report " + kind + ", this year";
          page(
              server, thisYears, live, "/reports/" + kind + "?from=" + thisYear + "-01", round > 0);
        }
        page(server, thisYears, "today", "/tasks?scope=all", round > 0);
        page(server, thisYears, "today, visits", "/unready-visits", round > 0);
      }
      for (int round = 0; round < sizes.rounds(); round++) {
        yearly(server);
      }
      check(server, visits);
    }
    KINDS.forEach(kind -> report.goal("page_" + kind + "_ms", CASE, "report " + kind, "ms"));
    KINDS.forEach(
        kind -> report.goal("live_" + kind + "_ms", CASE, "report " + kind + ", this year", "ms"));
    report.goal("yearly_report_s", CASE, "yearly report", "s");
  }

  /** As the product's own loop did in the first days of the year after. */
  private void countWhenItWasOver(Owner owner) {
    Instant then = Instant.parse((owner.year() + 1) + "-01-05T03:00:00Z");
    long began = System.nanoTime();
    new MonthCounter(InstantSource.fixed(then))
        .countDue(bench.database(), new OrganisationId(UUID.fromString(owner.organisation())));
    report.add(CASE, "twelve months counted in the background", "s", seconds(began));
  }

  private String period() {
    return "?from=%d-01&until=%d-12".formatted(lastYears.year(), lastYears.year());
  }

  private void page(ServerProcess server, Owner by, String name, String path, boolean counts) {
    long began = System.nanoTime();
    ask(server, by, "GET", path, null);
    if (counts) { // the first warms up
      report.add(CASE, name, "ms", (System.nanoTime() - began) / 1e6);
    }
  }

  private void yearly(ServerProcess server) {
    long began = System.nanoTime();
    String asked =
        ask(server, lastYears, "POST", "/yearly-reports", "{\"year\": " + lastYears.year() + "}");
    String id = asked.replaceAll("(?s).*?\"id\":\"([0-9a-f-]+)\".*", "$1");
    await(() ->
        bench.number(
                "select count(*) from report.yearly where state = 'done' and id = '" + id + "'")
            == 1);
    report.add(CASE, "yearly report", "s", seconds(began));
    report.add(
        CASE,
        "yearly report",
        "KiB",
        bench.number("select length(file) / 1024 from report.yearly where id = '" + id + "'"));
  }

  /** What the page says is what one query of its own counted. */
  private void check(ServerProcess server, long visits) {
    String adoption = ask(server, lastYears, "GET", "/reports/adoption" + period(), null);
    long shown = 0;
    for (JsonNode month : JSON.readTree(adoption).path("sections").path(0).path("rows")) {
      shown += month.path("values").path(2).asLong(); // of each: with, without, all, share
    }
    if (shown != visits) {
      throw new IllegalStateException("the page says " + shown + " visits, there are " + visits);
    }
  }

  private long visitsIn(Owner owner) {
    return bench.number(
        """
        select count(*)
          from visit.visit
         where organisation_id = '%s'
           and cancelled_at is null
           and extract(year from planned_start_at at time zone 'Europe/Amsterdam') = %d
        """
            .formatted(owner.organisation(), owner.year()));
  }

  private void fill(Owner owner, String scale) {
    String organisation = owner.organisation();
    bench.run("insert into people.organisation (id, name) values ('" + organisation + "', 'Jaar')");
    try (Connection connection = bench.pool().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("set gen.organisation = '" + organisation + "'");
      statement.execute("set gen.year = '" + owner.year() + "'");
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
            .formatted(organisation),
        """
        insert into account.login (organisation_id, id, person_id, user_name, password_hash)
        select organisation_id, uuidv7(), id, 'carla-%d', 'nobody types it'
          from people.person
         where organisation_id = '%s'
           and name = 'Carla'
        """
            .formatted(owner.year(), organisation),
        """
        insert into account.session
               (organisation_id, id, login_id, token_hash, made_at, expires_at)
        select organisation_id, uuidv7(), id, sha256('%s'), now(), now() + interval '12 hours'
          from account.login
         where organisation_id = '%s'
        """
            .formatted(owner.token(), organisation));
  }

  private String ask(ServerProcess server, Owner by, String method, String path, String body) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api/v1" + path))
            .header("Cookie", "achterwacht-session=" + by.token())
            .header("X-CSRF-Token", SessionCookie.csrfToken(by.token()))
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

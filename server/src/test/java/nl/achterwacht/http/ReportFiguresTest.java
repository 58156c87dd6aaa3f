package nl.achterwacht.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.achterwacht.http.ApiClient.Reply;
import nl.achterwacht.report.MonthCounter;
import nl.achterwacht.report.Period;
import nl.achterwacht.report.ReportKind;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Each figure of each report beside a query of its own (sections.sql), over a generated year. */
class ReportFiguresTest {
  private static final TestServer SERVER = TestServer.shared();
  private static final ZoneId NETHERLANDS = ZoneId.of("Europe/Amsterdam");
  private static TestTown town;
  private static ApiClient carla;
  private static int year;

  /** Last year: all its months are over, and most are counted in the background. */
  @BeforeAll
  static void aYear() {
    town = SERVER.town("report-year");
    year = SERVER.now().atZone(NETHERLANDS).getYear() - 1;
    Year.fill(SERVER.database(), town, year, "0.02");
    carla = SERVER.signedIn(town, "carla");
  }

  private static JsonNode report(String kind) {
    return report(kind, Period.year(year));
  }

  private static JsonNode report(String kind, Period period) {
    return carla
        .get(
            "/reports/%s?from=%s&until=%s&language=nl"
                .formatted(kind, period.from(), period.until()))
        .expect(200)
        .json();
  }

  /** Drills of thirteen months ago are erased, so the year of their report ended just now. */
  private static Period period(ReportKind kind) {
    YearMonth last = YearMonth.from(SERVER.now().atZone(NETHERLANDS)).minusMonths(1);
    return kind == ReportKind.WORKPLACES
        ? new Period(last.minusMonths(11), last)
        : Period.year(year);
  }

  /** Every section, every row, every column: the report knows nothing that a query does not. */
  @ParameterizedTest
  @EnumSource
  void everyFigureIsWhatAQueryOfItsOwnCounts(ReportKind kind) {
    var shown = new TreeMap<String, Map<String, List<@Nullable Double>>>();
    for (JsonNode section : report(kind.text(), period(kind)).path("sections")) {
      var rows = new TreeMap<String, List<@Nullable Double>>();
      for (JsonNode row : section.path("rows")) {
        List<@Nullable Double> values = new ArrayList<>();
        row.path("values").forEach(value -> values.add(value.isNull() ? null : value.asDouble()));
        assertThat(values).hasSameSizeAs(section.path("columns"));
        rows.put(row.path("label").asString(""), values);
      }
      assertThat(rows).as(section.path("id").asString("")).isNotEmpty();
      shown.put(section.path("id").asString(""), rows);
    }
    Map<String, Map<String, List<@Nullable Double>>> counted =
        Counted.sections(SERVER.database(), town, kind, period(kind));
    assertThat(shown).containsOnlyKeys(counted.keySet());
    counted.forEach((section, rows) ->
        assertThat(shown.get(section)).as(section).containsExactlyEntriesOf(rows));
  }

  @Test
  void whatIsFewIsCountedTogether() {
    assertThat(column(report("adoption"), "adoption.team", "Bezoeken"))
        .containsKey("Kleine teams samen");
    // A purpose with a number in it is rare each month, and so never stands in the report.
    assertThat(column(report("risks"), "risks.purpose", "Bezoeken"))
        .containsKey("Ander doel, of geen doel ingevuld")
        .doesNotContainKey("Bezwaar nr 1");
  }

  /** The column of a section, by the label of its row; rows that say nothing are left out. */
  private static Map<String, Double> column(JsonNode report, String section, String column) {
    Map<String, Double> found = new TreeMap<>();
    for (JsonNode one : report.path("sections")) {
      if (one.path("id").asString("").equals(section)) {
        int index = -1;
        for (int c = 0; c < one.path("columns").size(); c++) {
          if (one.path("columns").path(c).path("label").asString("").equals(column)) {
            index = c;
          }
        }
        assertThat(index).as(section + " has " + column).isNotNegative();
        for (JsonNode row : one.path("rows")) {
          JsonNode value = row.path("values").path(index);
          if (!value.isNull() && value.asDouble() != 0) {
            found.put(row.path("label").asString(""), value.asDouble());
          }
        }
      }
    }
    return found;
  }

  @Test
  void countedBeforeOrNowIsTheSameAndOneTeamIsItsOwnPart() {
    JsonNode before = report("adoption");
    SERVER.part("monthCounter", MonthCounter.class).countDue(SERVER.database(), town.id());
    JsonNode after = report("adoption");
    assertThat(after.path("sections")).isEqualTo(before.path("sections"));
    assertThat(after.path("countedAt").isNull()).isFalse();
    JsonNode team = after.path("teams").path(0);
    JsonNode own =
        carla
            .get(
                "/reports/adoption?from=%d-01&until=%d-12&teamId=%s"
                    .formatted(year, year, team.path("id").asString("")))
            .expect(200)
            .json();
    double watched =
        column(own, "adoption.month", "Met bewaking").values().stream().mapToDouble(n -> n).sum();
    assertThat(watched)
        .isEqualTo(
            column(after, "adoption.team", "Met bewaking").get(team.path("name").asString("")));
  }

  @Test
  void aSmallTeamIsNeverShownByItself() {
    Reply own = carla.get("/reports/adoption?teamId=" + town.team().value()).expect(200);
    assertThat(own.json().path("withheld").asBoolean()).isTrue();
    assertThat(own.json().path("sections")).isEmpty();
    List<String> names = new ArrayList<>();
    own.json().path("teams").forEach(team -> names.add(team.path("name").asString("")));
    assertThat(names).doesNotContain("Wijkteam").contains("Team 01");
    assertThat(report("risks").toString()).doesNotContain("Medewerker");
  }

  @Test
  void theYearlyReportIsMadeKeptAndRemoved() throws Exception {
    SERVER.signedIn(town, "anna").get("/yearly-reports").expect(403);
    Reply asked =
        carla.keyed().post("/yearly-reports", Map.of("year", year, "language", "nl")).expect(201);
    String path = "/yearly-reports/" + asked.at("/id");
    await()
        .atMost(Duration.ofMinutes(3))
        .until(() -> carla.get("/yearly-reports").expect(200).at("/items/0/state").equals("done"));
    int told =
        SERVER
            .database()
            .inTransaction(tx ->
                tx.sql(
                        "select count(*) from notify.notice where organisation_id = :o and kind ="
                            + " 'report-ready'")
                    .param("o", town.id().value())
                    .query(Integer.class)
                    .single());
    assertThat(told).isPositive();
    byte[] pdf = carla.file(path + "/file");
    try (var document = Loader.loadPDF(pdf)) {
      String text = new PDFTextStripper().getText(document);
      assertThat(text)
          .contains(
              "Jaarverslag veilig alleen werken " + year,
              "Uitleg van woorden",
              "Opkomtijd in oefeningen")
          .doesNotContain("Medewerker ");
    }
    carla.keyed().delete(path).expect(204);
    carla.get(path + "/file").expect(404);
  }

  @Test
  void aReportIsKeptAsAFile() {
    for (String format : List.of("csv", "xlsx", "pdf")) {
      assertThat(
              carla.file(
                  "/reports/signals/file?from=%d-01&until=%d-12&format=%s"
                      .formatted(year, year, format)))
          .hasSizeGreaterThan(1000);
    }
    carla.get("/reports/nonsense").expect(400);
    carla.get("/reports/risks?from=2026-05&until=2026-04").expect(400);
  }
}

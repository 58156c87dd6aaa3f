package nl.achterwacht.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.achterwacht.http.ApiClient.Reply;
import nl.achterwacht.report.MonthCounter;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Each figure of each report beside one query of its own, over a generated year. */
class ReportFiguresTest {
  private static final TestServer SERVER = TestServer.shared();
  private static TestTown town;
  private static ApiClient carla;
  private static int year;

  /** Last year: all its months are over, and most are counted in the background. */
  @BeforeAll
  static void aYear() {
    town = SERVER.town("report-year");
    year = SERVER.now().atZone(ZoneId.of("Europe/Amsterdam")).getYear() - 1;
    Year.fill(SERVER.database(), town, year, "0.02");
    carla = SERVER.signedIn(town, "carla");
  }

  private static JsonNode report(String kind) {
    return carla
        .get("/reports/%s?from=%d-01&until=%d-12&language=nl".formatted(kind, year, year))
        .expect(200)
        .json();
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

  /** Two columns, label and number, of a query about {@code :o} in the year. */
  private static Map<String, Double> counted(String sql) {
    Map<String, Double> found = new TreeMap<>();
    SERVER
        .database()
        .inTransactionDo(tx ->
            tx.sql(sql)
                .param("o", town.id().value())
                .param("y", year)
                .query((row, i) -> found.put(row.getString(1), row.getDouble(2)))
                .list());
    found.values().removeIf(n -> n == 0);
    return found;
  }

  private static final String MONTH =
      "(array['januari','februari','maart','april','mei','juni','juli','augustus','september',"
          + "'oktober','november','december'])[extract(month from %s at time zone"
          + " 'Europe/Amsterdam')]";

  private static String in(String moment) {
    return " extract(year from " + moment + " at time zone 'Europe/Amsterdam') = :y ";
  }

  private static final String VISITS =
      " from visit.visit v join watch.watch w on w.id = v.watch_id"
          + " where v.organisation_id = :o and v.cancelled_at is null and"
          + in("v.planned_start_at");

  @Test
  void whoWorksWithAWatch() {
    JsonNode adoption = report("adoption");
    String month = MONTH.formatted("v.planned_start_at");
    assertThat(column(adoption, "adoption.month", "Bezoeken"))
        .isEqualTo(counted("select " + month + ", count(*)" + VISITS + "group by 1"));
    assertThat(column(adoption, "adoption.month", "Met bewaking"))
        .isEqualTo(counted("select " + month + ", count(w.started_at)" + VISITS + "group by 1"));
    // Of the last team there are three, and of the town's own four: they count together.
    String team =
        "select case when (select count(*) from people.person p where p.team_id = w.team_id) < 5"
            + " then 'Kleine teams samen' else (select name from people.team t where t.id ="
            + " w.team_id) end, ";
    assertThat(column(adoption, "adoption.team", "Met bewaking"))
        .isEqualTo(counted(team + "count(w.started_at)" + VISITS + "group by 1"))
        .containsKey("Kleine teams samen");
    assertThat(column(adoption, "adoption.team-month", "maart"))
        .isEqualTo(
            counted(
                team
                    + "round(100.0 * count(w.started_at) / count(*), 1)"
                    + VISITS
                    + " and extract(month from v.planned_start_at at time zone 'Europe/Amsterdam')"
                    + " = 3 group by 1"));
  }

  @Test
  void whereAndWhenItGoesWrong() {
    JsonNode risks = report("risks");
    assertThat(column(risks, "risks.weekday", "Bezoeken").values())
        .containsExactlyInAnyOrderElementsOf(
            counted(
                    "select to_char(v.planned_start_at at time zone 'Europe/Amsterdam', 'ID'),"
                        + " count(*)"
                        + VISITS
                        + "group by 1")
                .values());
    assertThat(column(risks, "risks.hour", "Signalen"))
        .isEqualTo(
            counted(
                "select h || '–' || h + 1 || ' uur', count(*) from (select extract(hour from"
                    + " made_at at time zone 'Europe/Amsterdam')::int as h from signal.signal"
                    + " where organisation_id = :o and"
                    + in("made_at")
                    + ") as s group by 1"));
    String real =
        " from alarm.alarm a where a.organisation_id = :o and kind <> 'drill' and outcome in"
            + " ('safe', 'helped') and"
            + in("opened_at");
    assertThat(column(risks, "risks.hour", "Alarmen"))
        .isEqualTo(
            counted(
                "select h || '–' || h + 1 || ' uur', count(*) from (select extract(hour from"
                    + " opened_at at time zone 'Europe/Amsterdam')::int as h"
                    + real
                    + ") as s group by 1"));
    Map<String, Double> streets =
        counted(
            // Where no place was given, it is where the visit was.
            "select p.street || ', ' || p.town, count(*) from signal.signal s join place.place p"
                + " on p.id = coalesce(s.place_id, (select d.place_id from place.visited d join"
                + " watch.watch w on w.visit_id = d.visit_id where w.id = s.watch_id))"
                + " where s.organisation_id = :o and"
                + in("made_at")
                + "group by 1");
    Map<String, Double> shown = column(risks, "risks.street", "Signalen");
    Double rest = shown.remove("Andere straten, of straat niet bekend");
    assertThat(shown).hasSizeGreaterThan(5);
    assertThat(streets).containsAllEntriesOf(shown);
    double all =
        counted(
                "select 'n', count(*) from signal.signal where organisation_id = :o and"
                    + in("made_at"))
            .getOrDefault("n", 0.0);
    assertThat(rest).isEqualTo(all - shown.values().stream().mapToDouble(n -> n).sum());
    // A purpose with a number in it is rare each month, and so never stands in the report.
    assertThat(column(risks, "risks.purpose", "Bezoeken"))
        .isEqualTo(
            counted(
                "select case when p like 'bezwaar%' or p = '' then 'Ander doel, of geen doel"
                    + " ingevuld' else upper(left(p, 1)) || substr(p, 2) end, count(*) from (select"
                    + " coalesce(lower(trim(v.purpose)), '') as p"
                    + VISITS
                    + ") as s group by 1"));
  }

  @Test
  void whatWasReportedAndAnswered() {
    JsonNode signals = report("signals");
    assertThat(column(signals, "signals.month", "Signalen"))
        .isEqualTo(
            counted(
                "select "
                    + MONTH.formatted("made_at")
                    + ", count(*) from signal.signal where organisation_id = :o and"
                    + in("made_at")
                    + "group by 1"));
    assertThat(column(signals, "signals.signal-kind", "Aantal").values())
        .containsExactlyInAnyOrderElementsOf(
            counted(
                    "select kind, count(*) from signal.signal where organisation_id = :o and"
                        + in("made_at")
                        + "group by 1")
                .values());
    String tasks =
        " from task.task where organisation_id = :o and kind = 'signal' and" + in("made_at");
    assertThat(column(signals, "signals.answers", "Op tijd").get("Signalen"))
        .isEqualTo(counted("select 'n', count(*)" + tasks + "and ended_at <= due_at").get("n"));
    assertThat(column(signals, "signals.answers", "Te laat").get("Signalen"))
        .isEqualTo(
            counted(
                    "select 'n', count(*)"
                        + tasks
                        + "and (ended_at > due_at or (ended_at is null and due_at < now()))")
                .get("n"));
  }

  @Test
  void incidentsAndWhatFollowedThem() {
    String incidents =
        " from incident.incident i where organisation_id = :o and" + in("happened_at");
    assertThat(column(report("signals"), "signals.month", "Incidenten"))
        .isEqualTo(
            counted(
                "select "
                    + MONTH.formatted("happened_at")
                    + ", count(*)"
                    + incidents
                    + "group by 1"));
    assertThat(column(report("risks"), "risks.hour", "Incidenten"))
        .isEqualTo(
            counted(
                "select h || '–' || h + 1 || ' uur', count(*) from (select extract(hour from"
                    + " happened_at at time zone 'Europe/Amsterdam')::int as h"
                    + incidents
                    + ") as s group by 1"));
    JsonNode check = report("self-check");
    String[][] measures = {
      {
        "reacting",
        "exists (select from incident.step s where s.incident_id = i.id and s.kind ="
            + " 'reaction' and s.ended_at <= s.due_at)"
      },
      {"police", "details->'police'->>'choice' = 'formal-report'"},
      {
        "damage",
        "exists (select from incident.measure m where m.incident_id = i.id) and"
            + " details->'consequences'->>'damageCents' is not null"
      }
    };
    for (String[] measure : measures) {
      assertThat(column(check, "self-check." + measure[0], "Aantal").values())
          .containsExactlyElementsOf(
              counted("select 'n', count(*)" + incidents + "and " + measure[1]).values());
    }
    assertThat(column(check, "self-check.aftercare", "Deel").values())
        .containsExactlyElementsOf(
            counted(
                    "select 'n', round(100.0 * count(*) filter (where ended_at <= due_at) /"
                        + " count(*), 1) from task.task where organisation_id = :o and kind ="
                        + " 'aftercare' and"
                        + in("made_at"))
                .values());
  }

  @Test
  void falseAlarmsAndTheirCauses() {
    JsonNode report = report("false-alarms");
    String wrong =
        " from alarm.alarm where organisation_id = :o and kind <> 'drill' and outcome ="
            + " 'false-alarm' and"
            + in("opened_at")
            + "group by 1";
    assertThat(column(report, "false-alarms.month", "Vals"))
        .isEqualTo(counted("select " + MONTH.formatted("opened_at") + ", count(*)" + wrong));
    assertThat(column(report, "false-alarms.cause", "Aantal").values())
        .containsExactlyInAnyOrderElementsOf(
            counted("select outcome_cause, count(*)" + wrong).values());
  }

  @Test
  void howSoonSomebodyAnswersAndIsThere() {
    JsonNode report = report("response-times");
    String times =
        " from (select a.opened_at, extract(epoch from (select min(at) from journal.entry j where"
            + " j.alarm_id = a.id and j.kind = '%s') - a.opened_at) / 60 as m from alarm.alarm a"
            + " where organisation_id = :o and kind <> 'drill' and"
            + in("opened_at")
            + ") as t where m is not null group by 1";
    String month = MONTH.formatted("opened_at");
    for (String[] one :
        new String[][] {
          {"0.5", "alarm.acknowledged", "Aangenomen, mediaan"},
          {"0.9", "alarm.acknowledged", "Aangenomen, negen van tien"},
          {"0.5", "alarm.arrived", "Erbij, mediaan"},
          {"0.9", "alarm.arrived", "Erbij, negen van tien"}
        }) {
      assertThat(column(report, "response-times.month", one[2]))
          .isEqualTo(
              counted(
                  "select "
                      + month
                      + ", round((percentile_disc("
                      + one[0]
                      + ") within group (order by m))::numeric, 1)"
                      + times.formatted(one[1])));
    }
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
    assertThat(
            counted(
                "select kind, count(*) from notify.notice where organisation_id = :o and :y > 0"
                    + " and kind = 'report-ready' group by 1"))
        .containsOnlyKeys("report-ready");
    byte[] pdf = carla.file(path + "/file");
    try (var document = Loader.loadPDF(pdf)) {
      String text = new PDFTextStripper().getText(document);
      assertThat(text)
          .contains("Jaarverslag veilig op bezoek " + year, "Uitleg van woorden", "Nazorg")
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

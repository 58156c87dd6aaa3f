package nl.achterwacht.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import nl.achterwacht.http.ApiClient.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A list longer than a page is there whole: over the API page by page, on paper at once. */
class LongListTest {
  private static final TestServer SERVER = TestServer.shared();
  private static final int TASKS = 430;
  private static final int WORKPLACES = 1100;
  private static final int HISTORY = 620;

  private static final String MORE_TASKS =
      """
      insert into task.task
             (organisation_id, id, kind, team_id, subject_id, what, made_by, made_at, owner_id,
              due_at, wake_at, rung)
      select organisation_id, gen_random_uuid(), kind, team_id, gen_random_uuid(), what, made_by,
             made_at, owner_id, due_at + n % 7 * interval '1 day', wake_at, rung
        from task.task, generate_series(2, :many) n
       where organisation_id = :organisation
      """;
  private static final String TASKS_IN_ORDER =
      """
      select id
        from task.task
       where organisation_id = :organisation
       order by due_at, id
      """;
  private static final String MORE_WORKPLACES =
      """
      insert into workplace.workplace
             (organisation_id, id, name, kind, team_id, owner_id, place_id, method, facts,
              made_by, made_at)
      select organisation_id, gen_random_uuid(), 'Balie ' || n / 3, kind, team_id, owner_id,
             place_id, method, facts, made_by, made_at
        from workplace.workplace, generate_series(2, :many) n
       where organisation_id = :organisation
      """;
  private static final String WORKPLACES_IN_ORDER =
      """
      select id
        from workplace.workplace
       where organisation_id = :organisation
       order by name, id
      """;

  private static final String MORE_CHANGES =
      """
      insert into workplace.change
             (organisation_id, id, workplace_id, at, made_by, field, was, became)
      select organisation_id, gen_random_uuid(), workplace_id, at - n % 7 * interval '1 day',
             made_by, field, was, became
        from workplace.change, generate_series(1, :many) n
       where organisation_id = :organisation
      """;
  private static final String CHANGES_IN_ORDER =
      """
      select id
        from workplace.change
       where organisation_id = :organisation
       order by at desc, id desc
      """;
  private static final String MORE_DUTIES =
      """
      insert into people.duty (organisation_id, id, team_id, person_id, from_at, until_at)
      select organisation_id, gen_random_uuid(), team_id, person_id,
             from_at + n % 7 * interval '1 day', until_at + n % 7 * interval '1 day'
        from people.duty, generate_series(1, :many) n
       where organisation_id = :organisation
      """;
  private static final String DUTIES_IN_ORDER =
      """
      select id
        from people.duty
       where organisation_id = :organisation
       order by from_at, id
      """;

  @Test
  void everyTaskStandsOnOnePage() {
    TestTown town = SERVER.town("long-tasks");
    ApiClient carla = SERVER.signedIn(town, "carla");
    Map<String, Object> task =
        Map.of(
            "what", "Sleutel halen",
            "ownerId", town.anna().id().value(),
            "dueAt", SERVER.now().plusSeconds(86_400).toString());
    carla.keyed().post("/tasks", task).expect(201);
    more(town, MORE_TASKS, TASKS);
    assertThat(walk(carla, "/tasks?scope=all&pageSize=200")).isEqualTo(ids(town, TASKS_IN_ORDER));
    assertThat(walk(carla, "/tasks")).isEmpty();
    carla.get("/tasks?pageSize=201").expect(400);
  }

  @Test
  void everyWorkplaceStandsOnOnePageAndInTheWorkbook(@TempDir Path folder) throws IOException {
    TestTown town = SERVER.town("long-workplaces");
    ApiClient carla = SERVER.signedIn(town, "carla");
    carla.keyed().post("/workplaces", WorkplaceJourneyTest.counter(town)).expect(201);
    more(town, MORE_WORKPLACES, WORKPLACES);
    List<String> all = ids(town, WORKPLACES_IN_ORDER);
    assertThat(walk(carla, "/workplaces?ended=false&pageSize=200")).isEqualTo(all);
    assertThat(walk(carla, "/drill-summaries?pageSize=200")).isEqualTo(all);
    Path file = folder.resolve("inventory.xlsx");
    Files.write(file, carla.file("/workplace-inventory?format=xlsx"));
    // The first line says what is in the columns.
    assertThat(Pattern.compile("<row ").matcher(firstSheet(file)).results())
        .hasSize(1 + WORKPLACES);
  }

  @Test
  void theWholeHistoryOfAWorkplaceAndAllDutiesAreThere() {
    TestTown town = SERVER.town("long-histories");
    ApiClient carla = SERVER.signedIn(town, "carla");
    String workplace =
        carla.keyed().post("/workplaces", WorkplaceJourneyTest.counter(town)).expect(201).at("/id");
    carla.patch("/workplaces/" + workplace, Map.of("version", 0, "name", "Loket")).expect(200);
    more(town, MORE_CHANGES, HISTORY);
    List<String> changes = ids(town, CHANGES_IN_ORDER);
    assertThat(changes).hasSizeGreaterThan(HISTORY);
    assertThat(walk(carla, "/workplaces/" + workplace + "/changes?pageSize=200"))
        .isEqualTo(changes);

    ApiClient beheer = SERVER.signedIn(town, "beheer");
    String duties = "/teams/" + town.team().value() + "/duties";
    Map<String, Object> duty =
        Map.of(
            "personId", town.bram().id().value(),
            "from", SERVER.now().plusSeconds(60).toString(),
            "until", SERVER.now().plusSeconds(3600).toString());
    beheer.post(duties, duty).expect(201);
    more(town, MORE_DUTIES, HISTORY);
    List<String> all = ids(town, DUTIES_IN_ORDER);
    assertThat(all).hasSizeGreaterThanOrEqualTo(HISTORY);
    assertThat(walk(beheer, duties + "?pageSize=200")).isEqualTo(all);
  }

  private static String firstSheet(Path workbook) throws IOException {
    try (var zip = new ZipFile(workbook.toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(), UTF_8);
    }
  }

  /** The ids on all pages, from {@code first} along every next. */
  private static List<String> walk(ApiClient client, String first) {
    List<String> ids = new ArrayList<>();
    String path = first;
    while (!path.isEmpty()) {
      Reply page = client.get(path).expect(200);
      for (JsonNode item : page.json().path("items")) {
        ids.add(item.path(item.has("id") ? "id" : "workplaceId").stringValue());
      }
      String next = page.json().at("/_links/next/href").asString("");
      assertThat(next).matches("(/api/v1/.+)?");
      path = next.replaceFirst("^/api/v1", "");
    }
    return ids;
  }

  private static void more(TestTown town, String sql, int many) {
    SERVER
        .database()
        .inTransaction(tx ->
            tx.sql(sql).param("organisation", town.id().value()).param("many", many).update());
  }

  private static List<String> ids(TestTown town, String sql) {
    return SERVER
        .database()
        .inTransaction(
            tx -> tx.sql(sql).param("organisation", town.id().value()).query(UUID.class).list())
        .stream()
        .map(UUID::toString)
        .toList();
  }
}

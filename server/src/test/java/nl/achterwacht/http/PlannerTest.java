package nl.achterwacht.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.http.ApiClient.Reply;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.Person;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Planning for a team over the API: move, hand over, repeat, cancel and take back. */
class PlannerTest {
  private static final TestServer SERVER = TestServer.shared();
  private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");

  /** Ten o'clock on a day of the week after next, so that no test is about yesterday. */
  private static Instant ten(DayOfWeek day) {
    return monday().with(TemporalAdjusters.nextOrSame(day)).atTime(10, 0).atZone(HERE).toInstant();
  }

  private static LocalDate monday() {
    return LocalDate.ofInstant(SERVER.now(), HERE)
        .plusWeeks(1)
        .with(TemporalAdjusters.next(DayOfWeek.MONDAY));
  }

  private static Map<String, Object> visit(TestTown town, Instant start) {
    Map<String, Object> visit = new HashMap<>();
    visit.put("workerId", town.anna().id().value());
    visit.put("place", Map.of("address", "Dorpsstraat 12, Voorbeeldstad"));
    visit.put("plannedStartAt", start.toString());
    visit.put("plannedEndAt", start.plus(Duration.ofHours(1)).toString());
    visit.put("travelMinutes", 20);
    return visit;
  }

  private static Map<String, Object> changed(Reply known, Instant start) {
    Map<String, Object> change = new HashMap<>();
    change.put("version", known.json().path("version").asInt());
    change.put("place", Map.of("address", known.at("/place/address")));
    change.put("plannedStartAt", start.toString());
    change.put("plannedEndAt", start.plus(Duration.ofHours(1)).toString());
    change.put("travelMinutes", 20);
    return change;
  }

  private static JsonNode week(ApiClient client) {
    return client.get("/planner-weeks/" + monday()).expect(200).json();
  }

  @Test
  void aVisitIsMovedAndAnOldVersionIsRefused() {
    TestTown town = SERVER.town("moved");
    ApiClient carla = SERVER.signedIn(town, "carla");
    Reply visit = carla.keyed().post("/visits", visit(town, ten(DayOfWeek.TUESDAY))).expect(201);
    String path = "/visits/" + visit.at("/id");
    Instant friday = ten(DayOfWeek.FRIDAY);
    ApiClient once = carla.keyed();
    Reply moved = once.put(path, changed(visit, friday)).expect(200);
    assertThat(moved.at("/items/0/plannedStartAt")).isEqualTo(friday.toString());
    assertThat(moved.at("/items/0/changedByName")).isEqualTo("carla");
    assertThat(once.put(path, changed(visit, friday)).expect(200).text()).isEqualTo(moved.text());

    Reply stale = carla.keyed().put(path, changed(visit, ten(DayOfWeek.MONDAY))).expect(409);
    assertThat(stale.at("/errors/0/code")).isEqualTo("changed");
    assertThat(carla.get(path).expect(200).at("/plannedStartAt")).isEqualTo(friday.toString());
  }

  @Test
  void aVisitGoesToAColleagueAndKeepsItsName() {
    TestTown town = SERVER.town("handed-over");
    ApiClient carla = SERVER.signedIn(town, "carla");
    Reply visit = carla.keyed().post("/visits", visit(town, ten(DayOfWeek.TUESDAY))).expect(201);
    Map<String, Object> change = changed(visit, ten(DayOfWeek.TUESDAY));
    change.put("workerId", town.carla().id().value());
    Reply handed = carla.keyed().put("/visits/" + visit.at("/id"), change).expect(200);
    assertThat(handed.at("/items/0/id")).isEqualTo(visit.at("/id"));
    assertThat(handed.at("/items/0/workerName")).isEqualTo("carla");
    assertThat(handed.at("/items/0/watchId")).isNotEqualTo(visit.at("/watchId"));

    ApiClient anna = SERVER.signedIn(town, "anna");
    anna.get("/visits/" + visit.at("/id")).expect(403);
    Map<String, Object> nobody = changed(visit, ten(DayOfWeek.TUESDAY));
    nobody.put("version", 1);
    nobody.put("workerId", town.bram().id().value());
    carla.keyed().put("/visits/" + visit.at("/id"), nobody).expect(400);
  }

  @Test
  void aWorkerMovesAndCancelsOwnVisitsOnly() {
    TestTown town = SERVER.town("own-visits");
    ApiClient anna = SERVER.signedIn(town, "anna");
    ApiClient carla = SERVER.signedIn(town, "carla");
    Reply own = anna.keyed().post("/visits", visit(town, ten(DayOfWeek.MONDAY))).expect(201);
    anna.keyed().put("/visits/" + own.at("/id"), changed(own, ten(DayOfWeek.TUESDAY))).expect(200);

    Map<String, Object> forCarla = visit(town, ten(DayOfWeek.MONDAY));
    forCarla.put("workerId", town.carla().id().value());
    Reply hers = carla.keyed().post("/visits", forCarla).expect(201);
    String path = "/visits/" + hers.at("/id");
    anna.keyed().put(path, changed(hers, ten(DayOfWeek.TUESDAY))).expect(403);
    anna.delete(path).expect(403);
    anna.keyed().postNothing(path + "/restorations").expect(403);
    Map<String, Object> away = changed(own, ten(DayOfWeek.MONDAY));
    away.put("version", 1);
    away.put("workerId", town.carla().id().value());
    anna.keyed().put("/visits/" + own.at("/id"), away).expect(403);
    anna.get("/planner-weeks/" + monday()).expect(403);
  }

  @Test
  void whatHasBegunIsNotMoved() {
    TestTown town = SERVER.town("begun");
    ApiClient anna = SERVER.signedIn(town, "anna");
    Instant soon = SERVER.now().plus(Duration.ofMinutes(5));
    Reply visit = anna.keyed().post("/visits", visit(town, soon)).expect(201);
    anna.keyed().post("/watches", Map.of("shape", "visit", "visitId", visit.at("/id"))).expect(201);
    Reply refused =
        anna.keyed()
            .put("/visits/" + visit.at("/id"), changed(visit, ten(DayOfWeek.MONDAY)))
            .expect(409);
    assertThat(refused.at("/errors/0/code")).isEqualTo("already-started");
    assertThat(anna.get("/me/watch").expect(200).at("/watch/state")).isEqualTo("running");
  }

  @Test
  void aSeriesIsPlannedChangedCancelledAndTakenBack() {
    TestTown town = SERVER.town("series");
    ApiClient carla = SERVER.signedIn(town, "carla");
    Map<String, Object> weekly = visit(town, ten(DayOfWeek.TUESDAY));
    weekly.put(
        "repeat",
        Map.of("weekdays", List.of("tuesday", "thursday"), "lastDate", monday().plusDays(13)));
    Reply first = carla.keyed().post("/visits", weekly).expect(201);
    assertThat(first.at("/seriesId")).isNotEmpty();
    assertThat(week(carla).path("visits")).hasSize(2);

    Map<String, Object> later = changed(first, ten(DayOfWeek.TUESDAY).plus(Duration.ofHours(3)));
    later.put("scope", "all");
    Reply moved = carla.keyed().put("/visits/" + first.at("/id"), later).expect(200);
    assertThat(moved.json().path("items")).hasSize(4);

    carla.delete("/visits/" + first.at("/id") + "?scope=all").expect(204);
    assertThat(week(carla).path("visits")).isEmpty();
    Reply back =
        carla.keyed().postNothing("/visits/" + first.at("/id") + "/restorations").expect(201);
    assertThat(back.json().path("items")).hasSize(4);
    assertThat(week(carla).path("visits")).hasSize(2);
    Reply again =
        carla.keyed().postNothing("/visits/" + first.at("/id") + "/restorations").expect(409);
    assertThat(again.at("/errors/0/code")).isEqualTo("not-cancelled");
  }

  @Test
  void aSeriesOfTooManyIsRefusedAtItsLastDay() {
    TestTown town = SERVER.town("too-many");
    Map<String, Object> daily = visit(town, ten(DayOfWeek.MONDAY));
    daily.put(
        "repeat",
        Map.of(
            "weekdays",
            List.of("monday", "tuesday", "wednesday", "thursday", "friday"),
            "lastDate",
            monday().plusYears(2)));
    Reply refused = SERVER.signedIn(town, "carla").keyed().post("/visits", daily).expect(400);
    assertThat(refused.at("/errors/0/location")).isEqualTo("/repeat/lastDate");
    assertThat(refused.at("/errors/0/code")).isEqualTo("too-many");
  }

  @Test
  void theWeekTellsWhatDoesNotGoTogether() {
    TestTown town = SERVER.town("conflicts");
    ApiClient carla = SERVER.signedIn(town, "carla");
    carla
        .post(
            "/teams/" + town.team().value() + "/duties",
            Map.of(
                "personId",
                town.bram().id().value(),
                "from",
                ten(DayOfWeek.MONDAY).toString(),
                "until",
                ten(DayOfWeek.SUNDAY).toString()))
        .expect(201);
    Instant ten = ten(DayOfWeek.TUESDAY);
    Reply one = carla.keyed().post("/visits", visit(town, ten)).expect(201);
    Instant soonAfter = ten.plus(Duration.ofMinutes(70));
    Reply check =
        carla
            .post(
                "/visit-checks",
                Map.of(
                    "workerId",
                    town.anna().id().value(),
                    "plannedStartAt",
                    soonAfter.toString(),
                    "plannedEndAt",
                    soonAfter.plus(Duration.ofHours(1)).toString(),
                    "travelMinutes",
                    20))
            .expect(200);
    assertThat(check.json().path("items")).hasSize(1);
    assertThat(check.at("/items/0/kind")).isEqualTo("travel");
    assertThat(check.at("/items/0/otherVisitId")).isEqualTo(one.at("/id"));
    assertThat(check.at("/items/0/otherWorkerName")).isEqualTo("anna");

    carla.keyed().post("/visits", visit(town, ten.plus(Duration.ofMinutes(30)))).expect(201);
    carla.keyed().post("/visits", visit(town, ten(DayOfWeek.SUNDAY))).expect(201);
    JsonNode warnings = week(carla).path("warnings");
    assertThat(warnings.findValuesAsString("kind"))
        .containsExactlyInAnyOrder("overlap", "overlap", "no-standby");
  }

  @Test
  void whoHasTheWeekAlreadyGetsNothingUntilItChanges() {
    TestTown town = SERVER.town("known-week");
    ApiClient carla = SERVER.signedIn(town, "carla");
    Reply first = carla.get("/planner-weeks/" + monday()).expect(200);
    String tag = first.headers().firstValue("ETag").orElseThrow();
    ApiClient knowing = carla.with("If-None-Match", tag);
    assertThat(knowing.get("/planner-weeks/" + monday()).expect(304).text()).isEmpty();
    carla.keyed().post("/visits", visit(town, ten(DayOfWeek.FRIDAY))).expect(201);
    Reply changed = knowing.get("/planner-weeks/" + monday()).expect(200);
    assertThat(changed.headers().firstValue("ETag")).isPresent().get().isNotEqualTo(tag);
    carla.get("/planner-weeks/" + monday().plusDays(1)).expect(404);
    carla.get("/planner-weeks/yesterday").expect(400);
  }

  @Test
  void aWeekOfFiveHundredVisitsComesWhole() {
    TestTown town = SERVER.town("many-visits");
    List<PersonId> workers = workers(town, 200);
    ApiClient carla = SERVER.signedIn(town, "carla");
    Map<String, Object> daily = visit(town, ten(DayOfWeek.MONDAY));
    daily.put(
        "repeat",
        Map.of(
            "weekdays",
            List.of("monday", "tuesday", "wednesday", "thursday", "friday"),
            "lastDate",
            monday().plusDays(4)));
    for (PersonId worker : workers.subList(0, 100)) {
      daily.put("workerId", worker.value());
      carla.keyed().post("/visits", daily).expect(201);
    }
    long began = System.nanoTime();
    JsonNode week = week(carla);
    long tookMillis = (System.nanoTime() - began) / 1_000_000;
    assertThat(week.path("visits")).hasSize(500);
    assertThat(week.path("isComplete").asBoolean()).isTrue();
    System.out.println("a week of 500 visits and 200 people: " + tookMillis + " ms");
  }

  private static List<PersonId> workers(TestTown town, int count) {
    var people = new PeopleRegister();
    return SERVER
        .database()
        .inTransaction(tx -> {
          List<PersonId> ids = new ArrayList<>();
          for (int i = 0; i < count; i++) {
            var person =
                new Person(
                    town.id(),
                    PersonId.next(),
                    town.team(),
                    "worker " + i,
                    null,
                    "nl",
                    List.of("worker"),
                    null);
            people.addPerson(tx, person);
            ids.add(person.id());
          }
          return ids;
        });
  }

  @Test
  void anotherTownsVisitsAreNobodysHere() {
    TestTown town = SERVER.town("ours-only");
    TestTown other = SERVER.town("theirs-only");
    Reply visit =
        SERVER
            .signedIn(other, "carla")
            .keyed()
            .post("/visits", visit(other, ten(DayOfWeek.MONDAY)))
            .expect(201);
    ApiClient carla = SERVER.signedIn(town, "carla");
    String path = "/visits/" + visit.at("/id");
    carla.keyed().put(path, changed(visit, ten(DayOfWeek.TUESDAY))).expect(404);
    carla.delete(path + "?scope=all").expect(404);
    carla.keyed().postNothing(path + "/restorations").expect(404);
    carla.keyed().postNothing("/visits/" + UUID.randomUUID() + "/restorations").expect(404);
    assertThat(week(carla).path("visits")).isEmpty();
  }
}

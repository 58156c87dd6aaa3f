package nl.achterwacht.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import nl.achterwacht.http.ApiClient.Reply;
import org.junit.jupiter.api.Test;

/** A planner imports a file: takes it in, sees what is wrong with it, confirms. */
class VisitImportTest {
  private static final TestServer SERVER = TestServer.shared();
  private static final String CSV = "text/csv; charset=utf-8";
  private static final String DAY =
      DateTimeFormatter.ofPattern("dd-MM-uuuu")
          .withZone(ZoneId.of("Europe/Amsterdam"))
          .format(SERVER.now().plus(Duration.ofDays(3)));

  @Test
  void aFileIsCheckedShownConfirmedAndCarriedOut() {
    TestTown town = SERVER.town("import");
    ApiClient carla = SERVER.signedIn(town, "carla");
    String file =
        """
        Medewerker;Adres;Datum;Begin;Einde
        %s;Dorpsstraat 12;%s;10:00;11:00
        carla;Dorpsstraat 14;%s;12:00;13:00
        Niemand;;%s;14:00;15:00
        """
            .formatted(town.user("anna"), DAY, DAY, DAY);
    String path = "/visit-imports/" + send(carla, file).expect(201).at("/id");
    Reply checked = awaitState(carla, path, "checked");
    assertThat(checked.json().path("rows").asInt()).isEqualTo(3);
    assertThat(checked.json().path("bad").asInt()).isEqualTo(1);
    assertThat(carla.get("/visits?mine=false").expect(200).json().path("items")).isEmpty();

    Reply bad = carla.get(path + "/rows?state=bad").expect(200);
    assertThat(bad.at("/items/0/number")).isEqualTo("4");
    assertThat(bad.at("/items/0/faults/0/column")).isEqualTo("medewerker");
    assertThat(bad.at("/items/0/faults/0/reason"))
        .isEqualTo("Wij kennen geen medewerker “Niemand”.");
    assertThat(bad.at("/items/0/faults/1/remedy")).isEqualTo("Vul adres in.");

    ApiClient once = carla.keyed();
    once.postNothing(path + "/confirmations").expect(202);
    once.postNothing(path + "/confirmations").expect(202);
    Reply done = awaitState(carla, path, "done");
    assertThat(done.json().path("planned").asInt()).isEqualTo(2);
    assertThat(carla.get("/visits?mine=false").expect(200).json().path("items")).hasSize(2);
    Reply planned = carla.get(path + "/rows?state=planned&pageSize=1").expect(200);
    assertThat(planned.at("/items/0/workerName")).isEqualTo("anna");
    assertThat(planned.at("/_links/next/href")).startsWith("/api/v1" + path + "/rows?");
    carla.get("/visits/" + planned.at("/items/0/visitId")).expect(200);
    carla.keyed().postNothing(path + "/confirmations").expect(409);
    carla.delete(path).expect(409);
  }

  @Test
  void aFileThatIsNoTableSaysWhyAndCanBeThrownAway() {
    TestTown town = SERVER.town("import-bad");
    ApiClient carla = SERVER.signedIn(town, "carla");
    String path = "/visit-imports/" + send(carla, "naam\nanna\n").expect(201).at("/id");
    Reply unreadable = awaitState(carla, path, "unreadable");
    assertThat(unreadable.at("/fault/code")).isEqualTo("columns-missing");
    assertThat(unreadable.at("/fault/reason")).contains("adres, begin, einde");
    carla.delete(path).expect(204);
    carla.get(path).expect(404);
  }

  @Test
  void importingIsForWhoPlansForOthersAndStaysInItsOrganisation() {
    TestTown ours = SERVER.town("import-ours");
    TestTown theirs = SERVER.town("import-theirs");
    String file = "medewerker;adres;datum;begin;einde\nanna;x;1-1-2001;10:00;11:00\n";
    send(SERVER.signedIn(ours, "anna"), file).expect(403);
    String id = send(SERVER.signedIn(theirs, "carla"), file).expect(201).at("/id");
    ApiClient carla = SERVER.signedIn(ours, "carla");
    carla.get("/visit-imports/" + id).expect(404);
    carla.get("/visit-imports/" + id + "/rows").expect(404);
    carla.keyed().postNothing("/visit-imports/" + id + "/confirmations").expect(404);
    carla.delete("/visit-imports/" + id).expect(404);
    assertThat(carla.get("/visit-imports").expect(200).json().path("items")).isEmpty();
  }

  @Test
  void aFileHasAContentTypeAndASize() {
    TestTown town = SERVER.town("import-form");
    ApiClient carla = SERVER.signedIn(town, "carla").keyed();
    carla.send("POST", "/visit-imports", "application/json", "{}").expect(415);
    carla.send("POST", "/visit-imports", CSV, "").expect(400);
    carla.send("POST", "/visit-imports", CSV, "x".repeat(5 * 1024 * 1024 + 1)).expect(413);
  }

  private static Reply send(ApiClient client, String file) {
    return client.keyed().send("POST", "/visit-imports", CSV, file);
  }

  private static Reply awaitState(ApiClient client, String path, String state) {
    return await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> client.get(path).expect(200), reply -> reply.at("/state").equals(state));
  }
}

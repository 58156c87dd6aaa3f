package nl.achterwacht.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.achterwacht.http.ApiClient.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * DESIGN 4, promise 5, for a worker who may look at the board as well: Carla supervises, and is out
 * herself.
 */
@Timeout(120)
class OwnSilentAlarmTest {
  private static final TestServer SERVER = TestServer.shared();

  @Test
  void nobodyCanReadOfTheirOwnSilentAlarm() throws Exception {
    TestTown town = SERVER.town("own-silence");
    ApiClient bram = SERVER.signedIn(town, "bram");
    ApiClient carla = SERVER.signedIn(town, "carla");
    String from = carla.get("/board").expect(200).at("/position");
    String watch = watchOf(carla);
    String alarm =
        carla
            .keyed()
            .post("/watches/" + watch + "/panics", Map.of("silent", true))
            .expect(201)
            .at("/alarmId");
    assertThat(bram.get("/board").expect(200).text()).contains(alarm, "alarmed");
    String board = carla.get("/board").expect(200).text();
    assertThat(board).contains(watch, "\"running\"").doesNotContain(alarm, "alarmed");
    bram.keyed().postNothing("/alarms/" + alarm + "/acknowledgements").expect(200);
    String journal = carla.get("/journal").expect(200).text();
    assertThat(journal).contains("watch.started").doesNotContain("alarm", "help-asked");
    assertThat(carla.get("/journal?alarmId=" + alarm).json().path("items")).isEmpty();
    String seen = heard(town, carla, from);
    assertThat(seen).contains(watch).doesNotContain(alarm, "alarmed", "help-asked");
    String told = heard(town, bram, from);
    assertThat(told).contains(alarm, "alarmed", "help-asked", "alarm.acknowledged");
  }

  @Test
  void toItsWorkerTheSilentAlarmIsAsUnknownAsAnyOther() {
    TestTown town = SERVER.town("own-unknown");
    ApiClient carla = SERVER.signedIn(town, "carla");
    Reply panic = carla.keyed().post("/panics", Map.of("silent", true)).expect(201);
    String mine = "/alarms/" + panic.at("/alarmId");
    String unknown = "/alarms/" + UUID.randomUUID();
    assertThat(carla.get(mine).expect(404).text()).isEqualTo(carla.get(unknown).text());
    for (Act act :
        new Act[] {
          new Act("/acknowledgements", Map.of()),
          new Act("/updates", Map.of("text", "Alles goed.")),
          new Act("/escalations", Map.of("seenStep", 1)),
          new Act("/hand-overs", Map.of("toPersonId", town.bram().id().value())),
          new Act("/hand-over-answers", Map.of("accepted", true)),
          new Act("/script-ticks", Map.of("number", 1, "ticked", true)),
          new Act("/closures", Map.of("outcome", "safe"))
        }) {
      String other = carla.keyed().post(unknown + act.path(), act.body()).expect(404).text();
      Reply reply = carla.keyed().post(mine + act.path(), act.body());
      assertThat(reply.text()).as(act.path()).isEqualTo(other);
    }
    ApiClient bram = SERVER.signedIn(town, "bram");
    assertThat(bram.get(mine).expect(200).at("/alarm/state")).isEqualTo("calling");
  }

  @Test
  void underDuressHerMissedSignIsOverToHerAndOpenToOthers() {
    TestTown town = SERVER.town("own-duress");
    ApiClient carla = SERVER.signedIn(town, "carla");
    ApiClient bram = SERVER.signedIn(town, "bram");
    carla.put("/me/codes", codes()).expect(204);
    String watch = watchOf(carla);
    SERVER.fallsSilent(watch);
    String missed = bram.get("/board").expect(200).at("/alarms/0/id");
    assertThat(carla.get("/board").expect(200).text()).contains(missed);
    carla
        .keyed()
        .post("/watches/" + watch + "/safe-codes", Map.of("code", TestTown.DURESS_CODE))
        .expect(200);
    assertThat(carla.get("/board").expect(200).text())
        .contains(watch, "\"running\"")
        .doesNotContain(missed, "duress");
    carla.get("/alarms/" + missed).expect(404);
    assertThat(bram.get("/board").expect(200).text()).contains(missed, "\"duress\"");
    bram.get("/alarms/" + missed).expect(200);
  }

  @Test
  void anOpenAlarmIsShownToItsWorkerWhoCannotHandleIt() {
    TestTown town = SERVER.town("own-open");
    ApiClient carla = SERVER.signedIn(town, "carla");
    ApiClient bram = SERVER.signedIn(town, "bram");
    Reply panic = carla.keyed().postNothing("/panics").expect(201);
    String alarm = "/alarms/" + panic.at("/alarmId");
    Reply page = carla.get(alarm).expect(200);
    assertThat(page.json().path("handOverTo").toString()).contains("bram").doesNotContain("carla");
    assertThat(carla.keyed().postNothing(alarm + "/acknowledgements").expect(409).text())
        .contains("about-you");
    bram.keyed().postNothing(alarm + "/acknowledgements").expect(200);
    assertThat(offered(bram, alarm, town.carla().id().value()).expect(409).text())
        .contains("about-them");
    assertThat(offered(bram, alarm, town.anna().id().value()).expect(400).text())
        .contains("no-handler");
  }

  private record Act(String path, Map<String, Object> body) {}

  private static Reply offered(ApiClient by, String alarm, UUID to) {
    return by.keyed().post(alarm + "/hand-overs", Map.of("toPersonId", to));
  }

  private static String watchOf(ApiClient worker) {
    return worker.keyed().post("/watches", WatchJourneyTest.adHoc()).expect(201).at("/id");
  }

  private static Map<String, Object> codes() {
    Map<String, Object> codes = new HashMap<>();
    codes.put("safeCode", TestTown.SAFE_CODE);
    codes.put("duressCode", TestTown.DURESS_CODE);
    codes.put("password", TestTown.PASSWORD);
    return codes;
  }

  /** What a board hears from {@code from} until something later reaches it, which is no secret. */
  private static String heard(TestTown town, ApiClient who, String from) throws Exception {
    // Not a drill: none begins while there is a real alarm.
    String later =
        SERVER.signedIn(town, "beheer").keyed().postNothing("/panics").expect(201).at("/alarmId");
    return BoardStreamTest.listen(who, from, text -> text.contains(later));
  }
}

package nl.achterwacht.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.achterwacht.http.ApiClient.Reply;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * DESIGN 4, promise 5: whoever reads along on the phone, or on the line, cannot tell the duress
 * code from the safe one. Whole answers are compared, but for times and made-up ids.
 */
class DuressTest {
  private static final TestServer SERVER = TestServer.shared();
  private static int towns;

  /** How things stand when the code is typed. */
  enum Before {
    RUNNING,
    OVERDUE,
    ALARMED,
    /** Bram has taken the alarm. */
    TAKEN
  }

  /** A worker who is out, with her code to type. */
  private record Out(TestTown town, ApiClient anna, String watch, String code) {
    Reply post(String act, Map<String, Object> body) {
      return anna.keyed().post("/watches/" + watch + "/" + act, body);
    }

    Reply endWith(String where) {
      return post("endings", Map.of("how", "finished", "where", where, "code", code));
    }
  }

  static Stream<Arguments> cases() {
    return Stream.of(Before.values())
        .flatMap(before ->
            Stream.of("safe-code", "home", "on-site").map(act -> Arguments.of(before, act)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("cases")
  void theDuressCodeAnswersExactlyAsTheSafeCode(Before before, String act) {
    Out safe = out(before, TestTown.SAFE_CODE);
    Out duress = out(before, TestTown.DURESS_CODE);
    List<String> honest = story(safe, act);
    assertThat(story(duress, act)).isEqualTo(honest);
    assertThat(board(duress)).contains("\"duress\"");
    assertThat(board(safe)).doesNotContain("\"duress\"");
  }

  @ParameterizedTest
  @EnumSource(Before.class)
  void aWrongCodeIsRefusedWhateverGoesOn(Before before) {
    Out out = out(before, "9753");
    assertThat(out.post("safe-codes", Map.of("code", "9753")).expect(409).text())
        .contains("code-wrong");
  }

  /** The code, and what anybody might try next to find out. */
  private static List<String> story(Out out, String act) {
    List<String> seen = new ArrayList<>();
    seen.add(
        told(
            act.equals("safe-code")
                ? out.post("safe-codes", Map.of("code", out.code()))
                : out.endWith(act)));
    seen.add(told(out.anna().get("/watches/" + out.watch())));
    seen.add(told(out.anna().get("/me/watch")));
    seen.add(told(out.post("signs-of-life", Map.of())));
    seen.add(told(out.post("extensions", Map.of("minutes", 15))));
    seen.add(told(out.endWith("home")));
    seen.add(told(out.anna().get("/me/watch")));
    seen.add(told(out.post("debriefs", Map.of("answer", "as-expected"))));
    return seen;
  }

  private static Out out(Before before, String code) {
    TestTown town = SERVER.town("duress-" + ++towns);
    ApiClient anna = SERVER.signedIn(town, "anna");
    String watch = anna.keyed().post("/watches", WatchJourneyTest.highRisk()).expect(201).at("/id");
    var out = new Out(town, anna, watch, code);
    switch (before) {
      case RUNNING -> {}
      case OVERDUE -> SERVER.becomesOverdue(watch);
      case ALARMED -> SERVER.fallsSilent(watch);
      case TAKEN -> {
        SERVER.fallsSilent(watch);
        ApiClient bram = SERVER.signedIn(town, "bram");
        String alarm = bram.get("/board").expect(200).at("/alarms/0/id");
        bram.keyed().postNothing("/alarms/" + alarm + "/acknowledgements").expect(200);
      }
    }
    String state = anna.get("/me/watch").expect(200).at("/watch/state");
    assertThat(state)
        .isEqualTo(
            switch (before) {
              case RUNNING -> "running";
              case OVERDUE -> "overdue";
              case ALARMED, TAKEN -> "alarmed";
            });
    return out;
  }

  private static String board(Out out) {
    return SERVER.signedIn(out.town(), "bram").get("/board").expect(200).text();
  }

  /** Status, names of headers and the body, without what always differs. */
  private static String told(Reply reply) {
    String body =
        reply
            .text()
            .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "time")
            .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "id");
    Set<String> headers = new TreeSet<>(reply.headers().map().keySet());
    // Said by the server when a connection has served its time, whatever was asked.
    headers.remove("connection");
    return reply.status() + " " + headers + " " + body;
  }
}

package nl.achterwacht.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.achterwacht.http.ApiClient.Reply;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** The server as it runs for real: a proxy in front that does TLS, and a mail server beside it. */
@Timeout(300)
class BehindProxyTest {
  private static final GreenMail MAIL = mail();
  private static final TestServer SERVER =
      TestServer.start(
          true,
          "--achterwacht.public-url=https://wacht.voorbeeldstad.example",
          "--achterwacht.mail.host=localhost",
          "--achterwacht.mail.port=" + MAIL.getSmtp().getPort(),
          "--achterwacht.mail.security=none");

  private static GreenMail mail() {
    var mail = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    return mail;
  }

  @AfterAll
  static void stop() {
    SERVER.close();
    MAIL.stop();
  }

  @Test
  void browsersAreToldToUseTlsOnly() {
    for (Reply reply :
        new Reply[] {
          SERVER.visitor().get("/assurance").expect(200),
          SERVER.visitor().get("/me").expect(401),
          SERVER.visitor().send("GET", "//livez", null, null).expect(200),
          SERVER.visitor().send("GET", "//no-such-page", null, null).expect(404)
        }) {
      assertThat(reply.headers().firstValue("Strict-Transport-Security"))
          .hasValue("max-age=63072000; includeSubDomains");
    }
  }

  @Test
  void theSessionIsHeldToThisHostAndToTls() {
    TestTown town = SERVER.town("secure");
    Reply signIn =
        SERVER
            .visitor()
            .post("/sessions", Map.of("userName", town.user("anna"), "password", TestTown.PASSWORD))
            .expect(201);
    String cookie = signIn.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie)
        .startsWith("__Host-achterwacht-session=")
        .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Strict")
        .doesNotContainIgnoringCase("Domain=");
    String pair = cookie.substring(0, cookie.indexOf(';'));
    SERVER.visitor().with("Cookie", pair).get("/me").expect(200);
    // Under the name that another host of the domain could set, it proves nothing.
    SERVER.visitor().with("Cookie", pair.replace("__Host-", "")).get("/me").expect(401);
  }

  @Test
  void withoutTlsNothingOfItIsSaid() {
    TestTown town = TestServer.shared().town("plain");
    Reply signIn =
        TestServer.shared()
            .visitor()
            .post("/sessions", Map.of("userName", town.user("anna"), "password", TestTown.PASSWORD))
            .expect(201);
    assertThat(signIn.headers().firstValue("Strict-Transport-Security")).isEmpty();
    assertThat(signIn.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("achterwacht-session=")
        .doesNotContain("Secure");
  }

  @Test
  void aDrillGoesUpTheLadderSaysThatItIsOneAndIsClosedAsOne() {
    TestTown town = SERVER.town("drill");
    ApiClient bram = SERVER.signedIn(town, "bram");
    ApiClient carla = SERVER.signedIn(town, "carla");
    String drill =
        carla.keyed().post("/drills", Map.of("teamId", town.team().value())).expect(201).at("/id");
    for (String who : new String[] {"bram", "carla"}) {
      String letter = letterTo(who + "@drill.example", drill);
      assertThat(letter).contains("OEFENING", "Dit is een oefening");
    }
    String path = "/alarms/" + drill;
    Reply page = bram.get(path).expect(200);
    assertThat(page.json().at("/alarm/drill").asBoolean()).isTrue();
    assertThat(page.json().path("card112").toString()).contains("OEFENING");
    assertThat(page.json().path("called").toString()).contains("accepted");
    bram.keyed().post(path + "/escalations", Map.of("seenStep", 1)).expect(200);
    bram.keyed().postNothing(path + "/acknowledgements").expect(200);
    bram.keyed().post(path + "/closures", Map.of("outcome", "safe")).expect(409);
    Reply closed = bram.keyed().post(path + "/closures", Map.of("outcome", "drill")).expect(200);
    assertThat(closed.at("/state")).isEqualTo("closed");
    assertThat(carla.get("/journal?alarmId=" + drill).expect(200).text())
        .contains("alarm.opened", "alarm.escalation-asked", "alarm.acknowledged", "alarm.closed");
  }

  @Test
  void anAlarmIsHandedOverToWhoeverAccepts() {
    TestTown town = SERVER.town("hand-over");
    ApiClient anna = SERVER.signedIn(town, "anna");
    ApiClient bram = SERVER.signedIn(town, "bram");
    ApiClient carla = SERVER.signedIn(town, "carla");
    String alarm = anna.keyed().postNothing("/panics").expect(201).at("/alarmId");
    String path = "/alarms/" + alarm;
    bram.keyed().postNothing(path + "/acknowledgements").expect(200);
    Map<String, Object> toCarla = Map.of("toPersonId", town.carla().id().value());
    Reply offered = bram.keyed().post(path + "/hand-overs", toCarla).expect(200);
    assertThat(offered.at("/state")).isEqualTo("handing-over");
    assertThat(letterTo("carla@hand-over.example", alarm, "Neemt u een alarm over?")).isNotEmpty();
    bram.keyed().post(path + "/hand-over-answers", Map.of("accepted", true)).expect(409);
    Reply declined =
        carla.keyed().post(path + "/hand-over-answers", Map.of("accepted", false)).expect(200);
    assertThat(declined.at("/handledBy")).isEqualTo("bram");
    carla.keyed().post(path + "/updates", Map.of("text", "Ik kijk mee.")).expect(409);
    bram.keyed().post(path + "/hand-overs", toCarla).expect(200);
    Reply accepted =
        carla.keyed().post(path + "/hand-over-answers", Map.of("accepted", true)).expect(200);
    assertThat(accepted.at("/handledBy")).isEqualTo("carla");
    bram.keyed().post(path + "/closures", Map.of("outcome", "safe")).expect(409);
    carla.keyed().post(path + "/closures", Map.of("outcome", "safe")).expect(200);
  }

  @Test
  void aContactThatWasVerifiedLongAgoIsUsedStillAndAskedToProveItself() {
    TestTown town = SERVER.town("verify");
    ApiClient bram = SERVER.signedIn(town, "bram");
    ApiClient beheer = SERVER.signedIn(town, "beheer");
    assertThat(warnings(beheer, "bram")).contains("not-verified-lately", "\"email\"");
    assertThat(contactsToVerify(bram)).isEqualTo(1);
    beheer.keyed().post("/drills", Map.of("teamId", town.team().value())).expect(201);
    assertThat(letterTo("bram@verify.example", "OEFENING")).isNotEmpty();

    Reply again =
        bram.post("/me/contacts", Map.of("channel", "email", "address", "bram@verify.example"))
            .expect(201);
    assertThat(again.json().path("verifyAgain").asBoolean()).isTrue();
    Matcher code =
        Pattern.compile("code: (\\d{6})").matcher(letterTo("bram@verify.example", "code: "));
    assertThat(code.find()).isTrue();
    bram.post("/me/contacts/" + again.at("/id") + "/proofs", Map.of("code", code.group(1)))
        .expect(200);
    assertThat(contactsToVerify(bram)).isZero();
    assertThat(warnings(beheer, "bram")).isEqualTo("[]");
  }

  @Test
  void whoNobodyCanReachStandsOutInTheListOfPeople() {
    TestTown town = SERVER.town("unreachable");
    ApiClient beheer = SERVER.signedIn(town, "beheer");
    for (String email : new String[] {"", "dirk@unreachable.example"}) {
      Map<String, Object> dirk = new HashMap<>();
      dirk.put("name", "dirk" + email.length());
      dirk.put("userName", "dirk" + email.length() + "@unreachable.example");
      dirk.put("password", TestTown.PASSWORD);
      dirk.put("teamId", town.team().value());
      dirk.put("roles", List.of("standby"));
      if (!email.isEmpty()) {
        dirk.put("email", email);
      }
      beheer.post("/people", dirk).expect(201);
      assertThat(warnings(beheer, "dirk" + email.length()))
          .contains("\"unreachable\"", "Niemand kan dirk" + email.length() + " bereiken");
    }
  }

  private static int contactsToVerify(ApiClient who) {
    return who.get("/me").expect(200).json().path("contactsToVerify").asInt();
  }

  private static String warnings(ApiClient who, String name) {
    for (JsonNode person : who.get("/people").expect(200).json().path("items")) {
      if (person.path("name").asString().equals(name)) {
        return person.path("warnings").toString();
      }
    }
    throw new AssertionError("nobody is called " + name);
  }

  /**
   * The first letter to this address in which all of {@code words} stand; waits until it is there.
   */
  private static String letterTo(String address, String... words) {
    return await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> found(address, words), letter -> letter != null);
  }

  private static @Nullable String found(String address, String... words) {
    for (MimeMessage message : MAIL.getReceivedMessages()) {
      String letter = read(message);
      if (letter.contains(address) && Stream.of(words).allMatch(letter::contains)) {
        return letter;
      }
    }
    return null;
  }

  /** Receiver, subject and words, as a mail program shows them. */
  private static String read(MimeMessage message) {
    try {
      return message.getAllRecipients()[0] + "\n" + message.getSubject() + "\n" + words(message);
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("a letter that cannot be read", e);
    }
  }

  private static String words(Part part) throws MessagingException, IOException {
    if (part.getContent() instanceof Multipart many) {
      var all = new StringBuilder();
      for (int i = 0; i < many.getCount(); i++) {
        all.append(words(many.getBodyPart(i)));
      }
      return all.toString();
    }
    return part.getContent().toString();
  }
}

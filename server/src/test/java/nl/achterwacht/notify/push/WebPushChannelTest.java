package nl.achterwacht.notify.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import nl.achterwacht.notify.Channel.Answer;
import nl.achterwacht.notify.Channel.Answer.Accepted;
import nl.achterwacht.notify.Channel.Answer.Refused;
import nl.achterwacht.notify.Channel.Answer.TryLater;
import nl.achterwacht.notify.LogTrap;
import nl.achterwacht.notify.LoopbackHttp.Response;
import nl.achterwacht.notify.Message;
import nl.achterwacht.notify.Message.Urgency;
import nl.achterwacht.notify.Messages;
import nl.achterwacht.notify.TestCertificate;
import nl.achterwacht.notify.wire.Destinations;
import nl.achterwacht.notify.wire.HttpCourier;
import nl.achterwacht.notify.wire.Network;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a browser gets to see, and what a push service's answers mean; over real HTTPS. */
final class WebPushChannelTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final VapidKeys KEYS = VapidKeys.generate();
  private static final InstantSource CLOCK =
      InstantSource.fixed(Messages.MADE_AT.plus(Duration.ofMinutes(10)));
  private static final TestCertificate LOCALHOST = TestCertificate.of("localhost");
  private static final HttpCourier COURIER = courierTrusting(LOCALHOST.client());

  private final PushReceiver receiver = new PushReceiver(KEYS.publicKey(), CLOCK, LOCALHOST);
  private final Message call = Messages.alarmCallTo(receiver.subscription());

  @AfterEach
  void closeReceiver() {
    receiver.close();
  }

  @AfterAll
  static void closeCourier() {
    COURIER.close();
  }

  @Test
  void theBrowserReadsTheWholeMessage() {
    Answer answer = channel(KEYS).send(call, LIMIT);

    assertThat(receiver.complaint()).isEmpty();
    assertThat(((Accepted) answer).providerRef()).endsWith("/m/1");
    assertThat(receiver.taken().getFirst().payload().toString())
        .isEqualTo(
            """
            {"id":"%s","kind":"alarm-call","language":"nl","title":"Alarm: teken van leven gemist",\
            "text":"Anna heeft zich niet gemeld. Kun jij nu kijken?\\nDit is één & dezelfde <melding>.",\
            "link":"/control-room/#/alarms/0192f0c0-0000-7000-8000-0000000000aa",\
            "actions":[{"name":"acknowledge","label":"Ik ga kijken"},{"name":"help","label":"Ik kan niet"}],\
            "topic":"alarm-0192f0c0","urgency":"alarm","madeAt":"2026-11-23T13:05:00Z"}\
            """
                .formatted(call.id()));
  }

  @Test
  void anAlarmIsUrgentReplacesItsForerunnerAndLastsUntilItExpires() {
    channel(KEYS).send(call, LIMIT);
    channel(KEYS).send(Messages.with(call, Urgency.NORMAL), LIMIT);

    var alarm = receiver.taken().get(0);
    assertThat(alarm.urgency()).isEqualTo("high");
    assertThat(alarm.topic()).isEqualTo("alarm-0192f0c0");
    assertThat(alarm.ttl()).isEqualTo(String.valueOf(Duration.ofMinutes(50).toSeconds()));
    assertThat(receiver.taken().get(1).urgency()).isEqualTo("normal");
  }

  @Test
  void aServerWithOtherKeysIsTurnedAwayAndTheOperatorHears() {
    try (var log = LogTrap.open()) {
      Answer answer = channel(VapidKeys.generate()).send(call, LIMIT);
      assertThat(answer).isEqualTo(new Refused("push service answered 403"));
      assertThat(receiver.complaint()).isEqualTo("not the key of the subscription");
      assertThat(log.lines())
          .anyMatch(line -> line.startsWith("ERROR A push message was rejected"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "200, Accepted", "202, Accepted", "204, Accepted", "301, TryLater", "307, TryLater",
    "400, Refused", "401, Refused", "403, Refused", "404, Refused", "408, TryLater",
    "410, Refused", "413, Refused", "429, TryLater", "500, TryLater", "502, TryLater",
    "503, TryLater", "504, TryLater"
  })
  void everyAnswerHasItsMeaning(int status, String meaning) {
    receiver.answersOnly(new Response(status, Map.of("Location", "https://127.0.0.1/elsewhere")));
    Answer answer = channel(KEYS).send(call, LIMIT);
    assertThat(answer.getClass().getSimpleName()).isEqualTo(meaning);
  }

  @Test
  void theReasonKeepsWhenToComeBack() {
    receiver.answersOnly(new Response(429, Map.of("Retry-After", "120")));
    assertThat(channel(KEYS).send(call, LIMIT))
        .isEqualTo(new TryLater("push service answered 429, retry after 120"));
  }

  @Test
  void anAnswerWithoutLocationIsKnownByTheNoticesOwnId() {
    receiver.answersOnly(Response.of(202));
    assertThat(channel(KEYS).send(call, LIMIT)).isEqualTo(new Accepted(call.id().toString()));
  }

  @Test
  void aPushServiceWhoseCertificateNobodyVouchesForGetsNothing() throws Exception {
    try (var courier = courierTrusting(SSLContext.getDefault())) {
      var channel = new WebPushChannel(KEYS, "mailto:beheer@gemeente.example", courier, CLOCK);
      assertThat(channel.send(call, LIMIT))
          .isEqualTo(new TryLater("push service: no trusted TLS connection"));
      assertThat(receiver.taken()).isEmpty();
    }
  }

  @Test
  void aTextThatIsTooLongIsCutAndTheCallStillComes() {
    Message wordy = Messages.saying(call, "nl", "Alarm", "\uD83D\uDEA8é\"".repeat(2000));
    assertThat(PushPayload.of(wordy).length).isLessThanOrEqualTo(PushPayload.MAX_BYTES);

    assertThat(channel(KEYS).send(wordy, LIMIT)).isInstanceOf(Accepted.class);
    assertThat(receiver.taken().getFirst().payload().path("text").asString("")).endsWith("…");
  }

  @Test
  void generatedKeysHaveTheFormThatBrowsersTake() {
    assertThat(Base64.getUrlDecoder().decode(KEYS.publicKey())).hasSize(65).startsWith(4);
    assertThat(Base64.getUrlDecoder().decode(KEYS.privateKey())).hasSize(32);
    assertThat(KEYS.toString()).doesNotContain(KEYS.privateKey());
    assertThatThrownBy(() -> new VapidKeys(KEYS.publicKey(), "kort"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theTokenIsShortEnoughForEveryPushService() {
    assertThat(Vapid.TOKEN_LIFE).isLessThanOrEqualTo(Duration.ofHours(24));
    String token =
        new Vapid(KEYS, "mailto:beheer@gemeente.example")
            .authorization(URI.create("https://Push.Example:443/x/y"), Messages.MADE_AT);
    String claims =
        new String(
            Base64.getUrlDecoder().decode(token.split("[ .]", -1)[2]), StandardCharsets.UTF_8);
    assertThat(claims)
        .isEqualTo(
            "{\"aud\":\"https://push.example\",\"exp\":%d,\"sub\":\"mailto:beheer@gemeente.example\"}",
            Messages.MADE_AT.plus(Duration.ofHours(12)).getEpochSecond());
  }

  private static WebPushChannel channel(VapidKeys keys) {
    return new WebPushChannel(keys, "mailto:beheer@gemeente.example", COURIER, CLOCK);
  }

  private static HttpCourier courierTrusting(SSLContext trust) {
    return new HttpCourier(
        new Destinations(List.of(Network.of("127.0.0.0/8"), Network.of("::1/128"))), trust);
  }
}

package nl.achterwacht.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import nl.achterwacht.notify.Channel.Answer;
import nl.achterwacht.notify.Channel.Answer.Accepted;
import nl.achterwacht.notify.Channel.Answer.Refused;
import nl.achterwacht.notify.Channel.Answer.TryLater;
import nl.achterwacht.notify.LoopbackHttp.Response;
import nl.achterwacht.notify.Message;
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
import org.junit.jupiter.params.provider.ValueSource;

/** What a receiver gets, how it knows it is ours, and what its answers mean; over real HTTPS. */
final class WebhookChannelTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String SECRET = WebhookSecret.generate();
  private static final TestCertificate LOCALHOST = TestCertificate.of("localhost");
  private static final HttpCourier COURIER =
      new HttpCourier(
          new Destinations(List.of(Network.of("127.0.0.0/8"), Network.of("::1/128"))),
          LOCALHOST.client());

  private final AtomicReference<Instant> now = new AtomicReference<>(Messages.MADE_AT);
  private final InstantSource clock = now::get;
  private final WebhookReceiver receiver = new WebhookReceiver(SECRET, clock, LOCALHOST);
  private final WebhookChannel channel =
      new WebhookChannel(_ -> EventSource.ofOin("00000001234567890000"), COURIER, clock);
  private final Message call = Messages.alarmCallTo(receiver.address());

  @AfterEach
  void closeReceiver() {
    receiver.close();
  }

  @AfterAll
  static void closeCourier() {
    COURIER.close();
  }

  @Test
  void theCheckVectorOfStandardWebhooksComesOut() {
    String signature =
        WebhookSecret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
            .sign(
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                1_614_265_330L,
                "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8));
    assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void theReceiverGetsOneCloudEvent() {
    assertThat(channel.send(call, LIMIT)).isEqualTo(new Accepted(call.id().toString()));

    var taken = receiver.taken().getFirst();
    assertThat(taken.contentType()).startsWith("application/cloudevents+json");
    assertThat(taken.event().toString())
        .isEqualTo(
            """
            {"specversion":"1.0","id":"%s","source":"urn:nld:oin:00000001234567890000:systeem:achterwacht",\
            "type":"nl.achterwacht.alarm-call.v1","time":"2026-11-23T13:05:00Z",\
            "datacontenttype":"application/json","data":{"alarmId":"0192f0c0-0000-7000-8000-0000000000aa",\
            "happenedAt":"2026-11-23T13:04:59Z"}}\
            """
                .formatted(call.id()));
  }

  @Test
  void aRepeatHasTheSameIdAndTheTimeOfItsOwnAttempt() {
    channel.send(call, LIMIT);
    now.set(Messages.MADE_AT.plus(Duration.ofHours(2)));
    channel.send(call, LIMIT);

    assertThat(receiver.complaint()).isEmpty();
    assertThat(receiver.taken())
        .hasSize(2)
        .extracting("webhookId")
        .containsOnly(call.id().toString());
  }

  @Test
  void whileTheSecretChangesBothFit() {
    String newSecret = WebhookSecret.generate();
    Message signedTwice = Messages.alarmCallTo(receiver.addressWith(newSecret, SECRET));
    assertThat(channel.send(signedTwice, LIMIT)).isInstanceOf(Accepted.class);

    Message signedWithAnother = Messages.alarmCallTo(receiver.addressWith(newSecret));
    assertThat(channel.send(signedWithAnother, LIMIT))
        .isEqualTo(new TryLater("receiver answered 401"));
    assertThat(receiver.complaint()).isEqualTo("no signature fits");
  }

  @ParameterizedTest
  @CsvSource({
    "200, Accepted", "202, Accepted", "204, Accepted", "301, TryLater", "302, TryLater",
    "308, TryLater", "400, TryLater", "401, TryLater", "403, TryLater", "404, TryLater",
    "410, Refused", "413, TryLater", "429, TryLater", "500, TryLater", "502, TryLater",
    "503, TryLater", "504, TryLater"
  })
  void everyAnswerHasItsMeaning(int status, String meaning) {
    receiver.answersOnly(new Response(status, Map.of("Location", receiver.url() + "/elsewhere")));
    assertThat(channel.send(call, LIMIT).getClass().getSimpleName()).isEqualTo(meaning);
  }

  @Test
  void theReasonKeepsWhenToComeBack() {
    receiver.answersOnly(new Response(503, Map.of("Retry-After", "120")));
    Answer answer = channel.send(call, LIMIT);
    assertThat(answer).isEqualTo(new TryLater("receiver answered 503, retry after 120"));
  }

  @Test
  void anEventThatIsTooLongIsRefusedBeforeItIsSent() {
    Message tooLong =
        Messages.withData(call, "{\"x\":\"" + "a".repeat(CloudEvent.MAX_BYTES) + "\"}");
    assertThat(channel.send(tooLong, LIMIT))
        .isEqualTo(new Refused("the event is longer than 64 kB"));
    assertThat(receiver.taken()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "\"tekst\"", "{"})
  void dataThatIsNoObjectIsABug(String data) {
    assertThatThrownBy(() -> channel.send(Messages.withData(call, data), LIMIT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is not a JSON object");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://gemeente.example/",
        "urn:nld:oin:123:systeem:achterwacht",
        "urn:nld:oin:",
        "urn:nld:kvknr:123456789:systeem:achterwacht",
        "urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66"
      })
  void aSourceThatIsNoNameOfAnOrganisationStopsTheSettings(String urn) {
    assertThatThrownBy(() -> new EventSource(urn)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void secretsAreNotShown() {
    assertThat(WebhookSecret.of(SECRET).toString()).doesNotContain(SECRET.substring(6));
    assertThat(WebhookAddress.read(receiver.address()).orElseThrow().toString())
        .doesNotContain("localhost", "whsec");
    assertThat(EventSource.ofKvk("09220932").urn())
        .isEqualTo("urn:nld:kvknr:09220932:systeem:achterwacht");
  }
}

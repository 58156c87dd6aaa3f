package nl.achterwacht.notify.webhook;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.notify.Channel;
import nl.achterwacht.notify.ChannelKind;
import nl.achterwacht.notify.Message;
import nl.achterwacht.notify.wire.HttpCourier;
import nl.achterwacht.notify.wire.HttpCourier.Outcome;
import nl.achterwacht.notify.wire.TimeLimit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands notices to other systems, signed, as events. */
public final class WebhookChannel implements Channel {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookChannel.class);

  private final Function<OrganisationId, EventSource> sources;
  private final HttpCourier courier;
  private final InstantSource clock;

  /**
   * @param sources how each organisation names itself in events
   */
  public WebhookChannel(
      Function<OrganisationId, EventSource> sources, HttpCourier courier, InstantSource clock) {
    this.sources = sources;
    this.courier = courier;
    this.clock = clock;
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.WEBHOOK;
  }

  @Override
  public Answer send(Message message, Duration timeLimit) {
    Optional<WebhookAddress> address = WebhookAddress.read(message.address());
    if (address.isEmpty()) {
      return new Answer.Refused("not a webhook with an address and a secret");
    }
    byte[] body = CloudEvent.of(message, sources.apply(message.organisation()));
    if (body.length > CloudEvent.MAX_BYTES) {
      LOG.error("Webhook {} is not sent: {} bytes is too long.", message.id(), body.length);
      return new Answer.Refused("the event is longer than 64 kB");
    }
    return TimeLimit.keep(timeLimit, () -> deliver(message, address.get(), body));
  }

  private Answer deliver(Message message, WebhookAddress to, byte[] body) {
    Map<String, String> headers = headers(message, to.secrets(), body);
    return switch (courier.post(withoutFragment(to.url()), headers, body)) {
      case Outcome.Answered answered -> meaningOf(answered, message);
      case Outcome.NotReached(String why) -> new Answer.TryLater("receiver: " + why);
      case Outcome.Forbidden(String why) -> new Answer.Refused("receiver: " + why);
    };
  }

  private Map<String, String> headers(Message message, List<WebhookSecret> secrets, byte[] body) {
    String id = message.id().toString();
    // The moment of this attempt: receivers refuse what is older than five minutes.
    long timestamp = clock.instant().getEpochSecond();
    String signatures =
        secrets.stream()
            .map(secret -> secret.sign(id, timestamp, body))
            .collect(Collectors.joining(" "));
    return Map.of(
        "Content-Type",
        "application/cloudevents+json; charset=UTF-8",
        "webhook-id",
        id,
        "webhook-timestamp",
        String.valueOf(timestamp),
        "webhook-signature",
        signatures);
  }

  private static Answer meaningOf(Outcome.Answered answered, Message message) {
    int status = answered.status();
    if (status >= 200 && status < 300) {
      return new Answer.Accepted(message.id().toString());
    }
    String reason = "receiver " + answered.inWords();
    // Only 410 is said on purpose. A receiver that is broken for an hour answers 401 or 404 as
    // easily as 500, and nobody else gets this event in its place.
    return status == 410 ? new Answer.Refused(reason) : new Answer.TryLater(reason);
  }

  private static URI withoutFragment(URI url) {
    String text = url.toString();
    int fragment = text.indexOf('#');
    return fragment < 0 ? url : URI.create(text.substring(0, fragment));
  }
}

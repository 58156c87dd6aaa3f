package nl.achterwacht.notify.push;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.achterwacht.notify.Channel;
import nl.achterwacht.notify.ChannelKind;
import nl.achterwacht.notify.Message;
import nl.achterwacht.notify.Message.Urgency;
import nl.achterwacht.notify.wire.HttpCourier;
import nl.achterwacht.notify.wire.HttpCourier.Outcome;
import nl.achterwacht.notify.wire.TimeLimit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands notices to the push service of a browser, readable by that browser only. */
public final class WebPushChannel implements Channel {
  private static final Logger LOG = LoggerFactory.getLogger(WebPushChannel.class);
  private static final Duration LONGEST_TTL = Duration.ofDays(28);

  private final Vapid vapid;
  private final HttpCourier courier;
  private final InstantSource clock;

  /**
   * @param contact {@code mailto:} or {@code https:}: where a push service can reach the operator
   */
  public WebPushChannel(VapidKeys keys, String contact, HttpCourier courier, InstantSource clock) {
    this.vapid = new Vapid(keys, contact);
    this.courier = courier;
    this.clock = clock;
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.WEB_PUSH;
  }

  @Override
  public Answer send(Message message, Duration timeLimit) {
    Optional<Subscription> subscription = Subscription.read(message.address());
    if (subscription.isEmpty()) {
      return new Answer.Refused("not a push subscription");
    }
    return TimeLimit.keep(timeLimit, () -> deliver(message, subscription.get()));
  }

  private Answer deliver(Message message, Subscription to) {
    if (to.endpoint().getHost() == null) {
      return new Answer.Refused("not a push subscription");
    }
    Instant now = clock.instant();
    byte[] body = PushEncryption.encrypt(PushPayload.of(message), to);
    return switch (courier.post(to.endpoint(), headers(message, to, now), body)) {
      case Outcome.Answered answered -> meaningOf(answered, message);
      case Outcome.NotReached(String why) -> new Answer.TryLater("push service: " + why);
      case Outcome.Forbidden(String why) -> new Answer.Refused("push service: " + why);
    };
  }

  private Map<String, String> headers(Message message, Subscription to, Instant now) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Authorization", vapid.authorization(to.endpoint(), now));
    headers.put("Content-Type", "application/octet-stream");
    headers.put("Content-Encoding", "aes128gcm");
    headers.put("TTL", String.valueOf(timeToLive(message, now).toSeconds()));
    headers.put("Urgency", message.urgency() == Urgency.ALARM ? "high" : "normal");
    String topic = message.topic();
    // A topic that push services refuse may cost a second line on the screen, never the message.
    if (topic != null && topic.matches("[A-Za-z0-9_-]{1,32}")) {
      headers.put("Topic", topic);
    }
    return headers;
  }

  private static Duration timeToLive(Message message, Instant now) {
    Duration left = Duration.between(now, message.expiresAt());
    if (left.isNegative()) {
      return Duration.ZERO;
    }
    return left.compareTo(LONGEST_TTL) > 0 ? LONGEST_TTL : left;
  }

  private static Answer meaningOf(Outcome.Answered answered, Message message) {
    int status = answered.status();
    String reason = "push service " + answered.inWords();
    if (status >= 200 && status < 300) {
      return new Answer.Accepted(reference(answered, message));
    }
    return switch (status) {
      case 404, 410 -> new Answer.Refused(Answer.Refused.GONE + " " + reason);
      case 408, 425, 429 -> new Answer.TryLater(reason);
      default -> {
        if (status < 400 || status >= 500) {
          yield new Answer.TryLater(reason);
        }
        // The same bytes would be refused again; another way is better than another try.
        LOG.error("A push message was rejected: {}. Check the clock and the VAPID keys.", reason);
        yield new Answer.Refused(reason);
      }
    };
  }

  private static String reference(Outcome.Answered answered, Message message) {
    String location = answered.location();
    return location == null || location.isBlank() || location.length() > 500
        ? message.id().toString()
        : location;
  }
}

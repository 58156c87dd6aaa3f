package nl.achterwacht.notify.push;

import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import nl.achterwacht.notify.Channel;
import nl.achterwacht.notify.ChannelContract;
import nl.achterwacht.notify.HangingServer;
import nl.achterwacht.notify.HangingServer.Habit;
import nl.achterwacht.notify.LoopbackHttp.Response;
import nl.achterwacht.notify.Messages;
import nl.achterwacht.notify.wire.Destinations;
import nl.achterwacht.notify.wire.HttpCourier;
import nl.achterwacht.notify.wire.Network;
import org.jspecify.annotations.Nullable;

/** Web push keeps the contract, against a push service that checks and decrypts. */
final class WebPushChannelContractTest extends ChannelContract {
  private static final VapidKeys KEYS = VapidKeys.generate();
  private static final InstantSource CLOCK = InstantSource.fixed(Messages.MADE_AT);

  @Override
  protected Peer peerThat(Mood mood) {
    return switch (mood) {
      case ACCEPTS -> new Service(null);
      case REFUSES_FOR_EVER -> new Service(Response.of(410));
      case IS_BUSY -> new Service(new Response(429, Map.of("Retry-After", "30")));
      case FAILS -> new Service(Response.of(500));
      case HANGS -> bad(HangingServer.that(Habit.HANGS));
      case DRIPS -> bad(HangingServer.thatDrips(Habit.DRIPS, "HTTP/1.1 201 Created\r\nX: "));
      case BREAKS_OFF -> bad(HangingServer.that(Habit.BREAKS_OFF));
      case TALKS_NONSENSE -> bad(HangingServer.that(Habit.TALKS_NONSENSE));
      case IS_AWAY -> new Wreck(HangingServer.deadPort(), () -> {}, channel());
    };
  }

  @Override
  protected List<String> impossibleAddresses() {
    BrowserKeys browser = BrowserKeys.generate();
    return List.of(
        "",
        "null",
        "[]",
        "geen json",
        "{\"endpoint\":\"https://push.example/x\"}",
        "{\"endpoint\":\"https://push.example/x\",\"keys\":{\"p256dh\":\"BAAA\",\"auth\":\"AAAA\"}}",
        browser.subscriptionAt("geen adres"),
        browser.subscriptionAt("/push/x"),
        browser.subscriptionAt("ftp://push.example/x"),
        browser.subscriptionAt("https://169.254.169.254/latest/meta-data"),
        browser.subscriptionAt("https://10.0.0.1/push"));
  }

  @Override
  protected String[] secretsIn(String address) {
    return new String[] {"anna-phone", "localhost", "p256dh"};
  }

  static Channel channel() {
    return new WebPushChannel(KEYS, "mailto:beheer@gemeente.example", loopbackCourier(), CLOCK);
  }

  private static HttpCourier loopbackCourier() {
    try {
      return new HttpCourier(
          new Destinations(List.of(Network.of("127.0.0.0/8"), Network.of("::1/128"))),
          SSLContext.getDefault());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Peer bad(HangingServer server) {
    return new Wreck(server.port(), server::close, channel());
  }

  /** A peer that takes nothing over. */
  private record Wreck(int port, Runnable closes, Channel channel) implements Peer {
    @Override
    public String address() {
      return BrowserKeys.generate().subscriptionAt("http://localhost:" + port + "/push/anna-phone");
    }

    @Override
    public List<String> keysTaken() {
      return List.of();
    }

    @Override
    public void close() {
      closes.run();
    }
  }

  private static final class Service implements Peer {
    private final PushReceiver receiver = new PushReceiver(KEYS.publicKey(), CLOCK);
    private final Channel channel = WebPushChannelContractTest.channel();

    Service(@Nullable Response instead) {
      if (instead != null) {
        receiver.answersOnly(instead);
      }
    }

    @Override
    public Channel channel() {
      return channel;
    }

    @Override
    public String address() {
      return receiver.subscription();
    }

    @Override
    public List<String> keysTaken() {
      return receiver.taken().stream()
          .map(pushed -> pushed.payload().path("id").asString(""))
          .toList();
    }

    @Override
    public void close() {
      receiver.close();
    }
  }
}

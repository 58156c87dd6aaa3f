package nl.achterwacht.notify.webhook;

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

/** Webhooks keep the contract, against a receiver that checks signatures. */
final class WebhookChannelContractTest extends ChannelContract {
  private static final String SECRET = WebhookSecret.generate();
  private static final InstantSource CLOCK = InstantSource.fixed(Messages.MADE_AT);

  @Override
  protected Peer peerThat(Mood mood) {
    return switch (mood) {
      case ACCEPTS -> new Receiver(null);
      case REFUSES_FOR_EVER -> new Receiver(Response.of(410));
      case IS_BUSY -> new Receiver(new Response(429, Map.of("Retry-After", "30")));
      case FAILS -> new Receiver(Response.of(500));
      case HANGS -> bad(HangingServer.that(Habit.HANGS));
      case DRIPS -> bad(HangingServer.thatDrips(Habit.DRIPS, "HTTP/1.1 200 OK\r\nX: "));
      case BREAKS_OFF -> bad(HangingServer.that(Habit.BREAKS_OFF));
      case TALKS_NONSENSE -> bad(HangingServer.that(Habit.TALKS_NONSENSE));
      case IS_AWAY -> new Wreck(HangingServer.deadPort(), () -> {}, newChannel());
    };
  }

  @Override
  protected List<String> impossibleAddresses() {
    return List.of(
        "",
        "null",
        "https://ontvanger.example/",
        "{\"url\":\"https://ontvanger.example/\"}",
        "{\"url\":\"https://ontvanger.example/\",\"secrets\":[]}",
        "{\"url\":\"https://ontvanger.example/\",\"secrets\":[\"geheim\"]}",
        "{\"url\":\"https://ontvanger.example/\",\"secrets\":[\"whsec_a29ydA==\"]}",
        at("geen adres"),
        at("/hooks"),
        at("http://1.1.1.1/hooks"),
        at("https://gebruiker:wachtwoord@1.1.1.1/hooks"),
        at("https://169.254.169.254/latest/meta-data"),
        at("https://10.0.0.1/hooks"),
        at("https://[fd00:ec2::254]/hooks"));
  }

  @Override
  protected String[] secretsIn(String address) {
    return new String[] {"localhost", "hooks/centrale", SECRET, SECRET.substring(6)};
  }

  static Channel newChannel() {
    try {
      var loopback = List.of(Network.of("127.0.0.0/8"), Network.of("::1/128"));
      var courier = new HttpCourier(new Destinations(loopback), SSLContext.getDefault());
      EventSource source = EventSource.ofOin("00000001234567890000");
      return new WebhookChannel(organisation -> source, courier, CLOCK);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String at(String url) {
    return "{\"url\":\"" + url + "\",\"secrets\":[\"" + SECRET + "\"]}";
  }

  private static Peer bad(HangingServer server) {
    return new Wreck(server.port(), server::close, newChannel());
  }

  /** A peer that takes nothing over. */
  private record Wreck(int port, Runnable closes, Channel channel) implements Peer {
    @Override
    public String address() {
      return at("http://localhost:" + port + "/hooks/centrale");
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

  private static final class Receiver implements Peer {
    private final WebhookReceiver receiver = new WebhookReceiver(SECRET, CLOCK);
    private final Channel channel = newChannel();

    Receiver(@Nullable Response instead) {
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
      return receiver.address();
    }

    @Override
    public List<String> keysTaken() {
      return receiver.taken().stream().map(WebhookReceiver.Taken::webhookId).toList();
    }

    @Override
    public void close() {
      receiver.close();
    }
  }
}

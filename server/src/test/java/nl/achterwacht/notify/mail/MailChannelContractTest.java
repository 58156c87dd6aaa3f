package nl.achterwacht.notify.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.achterwacht.notify.Channel;
import nl.achterwacht.notify.ChannelContract;
import nl.achterwacht.notify.HangingServer;
import nl.achterwacht.notify.HangingServer.Habit;
import nl.achterwacht.notify.mail.MailSettings.Security;

/** E-mail keeps the contract: against GreenMail, and against mail servers at their worst. */
final class MailChannelContractTest extends ChannelContract {
  private static final String BRAM = "bram.de.vries@gemeente.example";

  @Override
  protected Peer peerThat(Mood mood) {
    return switch (mood) {
      case ACCEPTS -> new PostOffice();
      case REFUSES_FOR_EVER -> saying("RCPT", "550 5.1.1 <" + BRAM + "> no such user");
      case IS_BUSY -> saying("RCPT", "451 4.7.1 <" + BRAM + "> greylisted, come back later");
      case FAILS -> saying("BODY", "451 4.3.0 <" + BRAM + "> disk full");
      case BREAKS_OFF -> saying("BODY", ScriptedSmtp.HANG_UP);
      case HANGS -> bad(HangingServer.that(Habit.HANGS));
      case DRIPS -> bad(HangingServer.thatDrips(Habit.DRIPS, "220-"));
      case TALKS_NONSENSE -> bad(HangingServer.that(Habit.TALKS_NONSENSE));
      case IS_AWAY -> new Line(channelTo(HangingServer.deadPort()), () -> {});
    };
  }

  @Override
  protected List<String> impossibleAddresses() {
    return List.of(
        "",
        "bram",
        "@gemeente.example",
        "bram@",
        "bram@gemeente..example",
        "bram de vries@gemeente.example",
        "bram@a.example, carla@b.example",
        "bram@a.example\r\nBcc: carla@b.example",
        "iedereen: bram@a.example, carla@b.example;",
        "Bram <bram@a.example>",
        "brám@gemeente.example");
  }

  private static Peer saying(String step, String reply) {
    ScriptedSmtp server = ScriptedSmtp.saying(Map.of(step, reply));
    return new Line(channelTo(server.port()), server::close);
  }

  private static Peer bad(HangingServer server) {
    return new Line(channelTo(server.port()), server::close);
  }

  private static Channel channelTo(int port) {
    return new MailChannel(
        new MailSettings(
            "localhost",
            port,
            Security.NONE,
            null,
            "Achterwacht <achterwacht@gemeente.example>",
            "achterwacht.gemeente.example",
            URI.create("https://achterwacht.gemeente.example")));
  }

  /** A peer that takes nothing over. */
  private record Line(Channel channel, Runnable closes) implements Peer {
    @Override
    public String address() {
      return BRAM;
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

  /** A real mail server, which keeps what it gets. */
  private static final class PostOffice implements Peer {
    private final GreenMail server =
        new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
    private final Channel channel;

    PostOffice() {
      server.start();
      channel = channelTo(server.getSmtp().getPort());
    }

    @Override
    public Channel channel() {
      return channel;
    }

    @Override
    public String address() {
      return BRAM;
    }

    @Override
    public List<String> keysTaken() {
      return Arrays.stream(server.getReceivedMessages()).map(PostOffice::key).toList();
    }

    private static String key(MimeMessage mail) {
      try {
        return mail.getMessageID();
      } catch (MessagingException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() {
      server.stop();
    }
  }
}

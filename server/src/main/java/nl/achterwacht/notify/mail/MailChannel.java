package nl.achterwacht.notify.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.StreamProvider;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import nl.achterwacht.notify.Channel;
import nl.achterwacht.notify.ChannelKind;
import nl.achterwacht.notify.Message;
import nl.achterwacht.notify.mail.MailSettings.Login;
import nl.achterwacht.notify.mail.MailSettings.Security;
import nl.achterwacht.notify.wire.TimeLimit;
import org.eclipse.angus.mail.util.MailStreamProvider;

/** Hands notices to the organisation's mail server, one connection a mail. */
public final class MailChannel implements Channel {
  private static final String BACKSTOP_MS = "60000";

  static {
    // Else the library looks for it in every jar there is, once or more for each mail.
    System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
  }

  private final MailSettings settings;
  private final Session session;

  /** A channel that trusts the certificates this machine trusts. */
  public MailChannel(MailSettings settings) {
    this(settings, machineTrust());
  }

  /**
   * @param trust whose certificates count; for an organisation with an authority of its own
   */
  public MailChannel(MailSettings settings, SSLContext trust) {
    this.settings = settings;
    this.session = session(settings, trust);
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.EMAIL;
  }

  @Override
  public Answer send(Message message, Duration timeLimit) {
    Optional<InternetAddress> to = Recipient.read(message.address());
    if (to.isEmpty()) {
      return new Answer.Refused("not an e-mail address");
    }
    return TimeLimit.keep(timeLimit, () -> deliver(message, to.get()));
  }

  private Answer deliver(Message message, InternetAddress to) {
    try {
      MimeMessage letter = Letter.write(session, settings, message, to);
      handOver(letter, to);
      return new Answer.Accepted(letter.getMessageID());
    } catch (MessagingException e) {
      return SmtpReply.read(e).toAnswer(settings.host());
    }
  }

  private void handOver(MimeMessage letter, InternetAddress to) throws MessagingException {
    Transport transport = session.getTransport();
    try {
      Login login = settings.login();
      transport.connect(
          settings.host(),
          settings.port(),
          login == null ? null : login.user(),
          login == null ? null : login.password());
      transport.sendMessage(letter, new Address[] {to});
    } finally {
      sayGoodbye(transport);
    }
  }

  private static void sayGoodbye(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      // The server has answered about the mail already; how it parts changes nothing.
    }
  }

  private static Session session(MailSettings settings, SSLContext trust) {
    String protocol = settings.security() == Security.TLS ? "smtps" : "smtp";
    String prefix = "mail." + protocol + ".";
    var properties = new Properties();
    properties.setProperty("mail.transport.protocol", protocol);
    properties.setProperty(prefix + "localhost", settings.ehloName());
    properties.setProperty(prefix + "auth", String.valueOf(settings.login() != null));
    boolean startTls = settings.security() == Security.STARTTLS;
    properties.setProperty(prefix + "starttls.enable", String.valueOf(startTls));
    // Required, or somebody on the line could strip the offer and read along.
    properties.setProperty(prefix + "starttls.required", String.valueOf(startTls));
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    properties.setProperty(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
    properties.put(prefix + "ssl.socketFactory", trust.getSocketFactory());
    // Don't wait for the answer to QUIT: the mail would count as failed and be sent again.
    properties.setProperty(prefix + "quitwait", "false");
    // TimeLimit is the promise; these only make sure that no socket can outlive it for long.
    properties.setProperty(prefix + "connectiontimeout", BACKSTOP_MS);
    properties.setProperty(prefix + "timeout", BACKSTOP_MS);
    return Session.getInstance(properties);
  }

  private static SSLContext machineTrust() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }
}

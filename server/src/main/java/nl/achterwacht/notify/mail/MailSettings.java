package nl.achterwacht.notify.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How the organisation's mail server is reached. Checked when made, so that a server with half a
 * configuration does not start.
 *
 * @param login name and password, or null where the mail server asks none
 * @param from the sender, such as {@code Achterwacht <achterwacht@gemeente.example>}
 * @param ehloName the name by which we greet; mail servers like it to exist in the DNS
 * @param publicBaseUrl where people reach Achterwacht; links in mails start with it
 */
public record MailSettings(
    String host,
    int port,
    Security security,
    @Nullable Login login,
    String from,
    String ehloName,
    URI publicBaseUrl) {
  public MailSettings {
    require(!host.isBlank(), "the mail server has no name");
    require(port > 0 && port < 65_536, "the mail server's port must be 1 to 65535");
    require(
        login == null || security != Security.NONE,
        "a password is never sent without TLS: choose STARTTLS or TLS, or leave out the login");
    require(
        ehloName.matches("[A-Za-z0-9.:\\[\\]-]+"), "the name to greet with must be a host name");
    require(
        publicBaseUrl.isAbsolute() && publicBaseUrl.getHost() != null,
        "the public address must be a full one, such as https://achterwacht.example");
    sender(from);
  }

  /** How the connection is protected. */
  public enum Security {
    /** Not at all: for a relay on the same machine. */
    NONE,
    /** Plain greeting, then TLS; a server that does not offer it gets no mail. Usual port: 587. */
    STARTTLS,
    /** TLS from the first byte. Usual port: 465. */
    TLS
  }

  /** Name and password at the mail server. */
  public record Login(String user, String password) {
    @Override
    public String toString() {
      return "Login[hidden]";
    }
  }

  InternetAddress sender() {
    return sender(from);
  }

  private static InternetAddress sender(String from) {
    try {
      var address = new InternetAddress(from, true);
      require(address.getAddress().indexOf('@') > 0, "the sender must be a full e-mail address");
      return address;
    } catch (AddressException e) {
      throw new IllegalArgumentException("the sender is not an e-mail address: " + from, e);
    }
  }

  private static void require(boolean isSo, String otherwise) {
    if (!isSo) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}

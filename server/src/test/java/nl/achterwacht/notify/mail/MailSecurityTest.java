package nl.achterwacht.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import nl.achterwacht.notify.Channel.Answer;
import nl.achterwacht.notify.Channel.Answer.Accepted;
import nl.achterwacht.notify.Channel.Answer.TryLater;
import nl.achterwacht.notify.LogTrap;
import nl.achterwacht.notify.Message;
import nl.achterwacht.notify.Messages;
import nl.achterwacht.notify.TestCertificate;
import nl.achterwacht.notify.mail.MailSettings.Login;
import nl.achterwacht.notify.mail.MailSettings.Security;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** No mail leaves unprotected where protection is configured, and the operator hears of it. */
final class MailSecurityTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Message CALL = Messages.alarmCallTo("bram@gemeente.example");
  private static final TestCertificate LOCALHOST = TestCertificate.of("localhost");
  private static final TestCertificate ELSEWHERE = TestCertificate.of("mail.elders.example");

  @BeforeAll
  static void giveGreenMailOurCertificate() {
    System.setProperty("greenmail.tls.keystore.file", LOCALHOST.file().toString());
    System.setProperty("greenmail.tls.keystore.password", LOCALHOST.password());
  }

  @Test
  void aMailGoesOverTlsWithNameAndPassword() {
    try (var server = new TlsPostOffice("achterwacht", "geheim")) {
      Answer answer = server.send(new Login("achterwacht", "geheim"));
      assertThat(answer).isInstanceOf(Accepted.class);
      assertThat(server.mail.getReceivedMessages()).hasSize(1);
    }
  }

  @Test
  void aWrongPasswordKeepsTheMailAndTellsTheOperatorWithoutThePassword() {
    try (var server = new TlsPostOffice("achterwacht", "geheim");
        var log = LogTrap.open()) {
      Answer answer = server.send(new Login("achterwacht", "verkeerd"));
      assertThat(answer)
          .isEqualTo(new TryLater("the mail server does not accept our name and password"));
      assertThat(log.lines()).anyMatch(line -> line.startsWith("ERROR Mail cannot be delivered"));
      assertThat(log.lines()).noneMatch(line -> line.contains("verkeerd"));
    }
  }

  @Test
  void startTlsProtectsTheWholeMail() {
    try (var server = ScriptedSmtp.withStartTls(LOCALHOST.server())) {
      Answer answer = channel(server.port(), Security.STARTTLS, null, LOCALHOST).send(CALL, LIMIT);
      assertThat(answer).isInstanceOf(Accepted.class);
      assertThat(server.heard().stream().filter(line -> !line.startsWith("tls:")))
          .containsExactly("EHLO achterwacht.gemeente.example", "STARTTLS");
    }
  }

  @Test
  void aServerThatHidesStartTlsGetsNoMail() {
    try (var server = ScriptedSmtp.saying(Map.of());
        var log = LogTrap.open()) {
      Answer answer = channel(server.port(), Security.STARTTLS, null, LOCALHOST).send(CALL, LIMIT);
      assertThat(answer).isEqualTo(new TryLater("the mail server does not offer TLS"));
      assertThat(server.heard()).noneMatch(line -> line.startsWith("MAIL"));
      assertThat(log.lines()).anyMatch(line -> line.startsWith("ERROR "));
    }
  }

  @Test
  void aCertificateOfAnotherHostGetsNoMail() {
    try (var server = ScriptedSmtp.withStartTls(ELSEWHERE.server())) {
      Answer answer = channel(server.port(), Security.STARTTLS, null, ELSEWHERE).send(CALL, LIMIT);
      assertThat(answer).isEqualTo(new TryLater("no trusted TLS connection with the mail server"));
      assertThat(server.heard()).noneMatch(line -> line.contains("MAIL"));
    }
  }

  @Test
  void aCertificateThatNobodyVouchesForGetsNoMail() {
    try (var server = ScriptedSmtp.withStartTls(LOCALHOST.server())) {
      Answer answer = channel(server.port(), Security.STARTTLS, null, ELSEWHERE).send(CALL, LIMIT);
      assertThat(answer).isEqualTo(new TryLater("no trusted TLS connection with the mail server"));
      assertThat(server.heard()).noneMatch(line -> line.contains("MAIL"));
    }
  }

  @Test
  void aPasswordWithoutTlsIsAHalfConfiguration() {
    assertThatThrownBy(() -> settings(25, Security.NONE, new Login("achterwacht", "geheim")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("never sent without TLS");
  }

  @Test
  void settingsInALogHideThePassword() {
    assertThat(settings(465, Security.TLS, new Login("achterwacht", "geheim")).toString())
        .doesNotContain("geheim");
  }

  private static MailChannel channel(
      int port, Security security, @Nullable Login login, TestCertificate trusted) {
    return new MailChannel(settings(port, security, login), trusted.client());
  }

  private static MailSettings settings(int port, Security security, @Nullable Login login) {
    return new MailSettings(
        "localhost",
        port,
        security,
        login,
        "Achterwacht <achterwacht@gemeente.example>",
        "achterwacht.gemeente.example",
        URI.create("https://achterwacht.gemeente.example"));
  }

  /** A real mail server that speaks TLS from the first byte and asks a password. */
  private static final class TlsPostOffice implements AutoCloseable {
    private final GreenMail mail =
        new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTPS));

    TlsPostOffice(String user, String password) {
      mail.start();
      mail.setUser("achterwacht@gemeente.example", user, password);
      mail.getUserManager().setAuthRequired(true);
    }

    Answer send(Login login) {
      return channel(mail.getSmtps().getPort(), Security.TLS, login, LOCALHOST).send(CALL, LIMIT);
    }

    @Override
    public void close() {
      mail.stop();
    }
  }
}

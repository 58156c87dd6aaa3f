package nl.achterwacht.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import nl.achterwacht.notify.Message;
import nl.achterwacht.notify.Message.Urgency;
import nl.achterwacht.notify.Messages;
import nl.achterwacht.notify.NoticeId;
import nl.achterwacht.notify.mail.MailSettings.Security;
import org.junit.jupiter.api.Test;

/** How a notice reads as a mail, after a journey as bytes. */
final class LetterTest {
  private static final Message DUTCH = Messages.alarmCallTo("bram@gemeente.example");
  private static final Message ENGLISH =
      Messages.saying(
          DUTCH, "en", "Alarm: sign of life missed", "Anna has not checked in. Can you look now?");

  @Test
  void theDutchMailReadsAsAgreed() throws Exception {
    assertThat(part(DUTCH, 0)).isEqualTo(golden("mail-nl.txt"));
    assertThat(part(DUTCH, 1)).isEqualTo(golden("mail-nl.html"));
  }

  @Test
  void theEnglishMailReadsAsAgreed() throws Exception {
    assertThat(part(ENGLISH, 0)).isEqualTo(golden("mail-en.txt"));
    assertThat(part(ENGLISH, 1)).isEqualTo(golden("mail-en.html"));
  }

  @Test
  void anAlarmIsMarkedUrgentAndAnythingElseIsNot() throws Exception {
    MimeMessage alarm = received(DUTCH);
    assertThat(alarm.getHeader("X-Priority", null)).isEqualTo("1 (Highest)");
    assertThat(alarm.getHeader("Importance", null)).isEqualTo("high");
    MimeMessage forInformation = received(Messages.with(DUTCH, Urgency.NORMAL));
    assertThat(forInformation.getHeader("X-Priority")).isNull();
    assertThat(forInformation.getHeader("Importance")).isNull();
  }

  @Test
  void robotsAreAskedNotToAnswer() throws Exception {
    assertThat(received(DUTCH).getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
  }

  @Test
  void theHeadersSayWhoWhenAndInWhichLanguage() throws Exception {
    MimeMessage mail = received(DUTCH);
    assertThat(mail.getMessageID()).isEqualTo("<" + DUTCH.id() + "@gemeente.example>");
    assertThat(mail.getSentDate().toInstant()).isEqualTo(Messages.MADE_AT);
    assertThat(mail.getSubject()).isEqualTo(DUTCH.title());
    assertThat(mail.getContentLanguage()).containsExactly("nl");
    assertThat(mail.getAllRecipients())
        .containsExactly(new InternetAddress("bram@gemeente.example"));
  }

  @Test
  void aTitleWithALineBreakCannotAddHeaders() throws Exception {
    MimeMessage mail =
        received(Messages.saying(DUTCH, "nl", "Alarm\r\nBcc: carla@x.example", "Tekst"));
    assertThat(mail.getSubject()).isEqualTo("Alarm Bcc: carla@x.example");
    assertThat(mail.getHeader("Bcc")).isNull();
  }

  @Test
  void aLinkThatLeavesOurSiteIsABug() {
    assertThatThrownBy(
            () -> LetterText.of(withLink("//elders.example/"), settings().publicBaseUrl()))
        .isInstanceOf(IllegalStateException.class);
  }

  private static Message withLink(String link) {
    return new Message(
        NoticeId.next(),
        DUTCH.organisation(),
        DUTCH.address(),
        DUTCH.kind(),
        DUTCH.urgency(),
        DUTCH.language(),
        DUTCH.title(),
        DUTCH.text(),
        link,
        DUTCH.actions(),
        DUTCH.topic(),
        DUTCH.dataJson(),
        DUTCH.madeAt(),
        DUTCH.expiresAt());
  }

  private static String part(Message message, int index) throws Exception {
    var parts = (MimeMultipart) received(message).getContent();
    return parts.getBodyPart(index).getContent().toString().replace("\r\n", "\n");
  }

  private static MimeMessage received(Message message) throws Exception {
    Session session = Session.getInstance(new Properties());
    var to = new InternetAddress(message.address());
    var wire = new ByteArrayOutputStream();
    Letter.write(session, settings(), message, to).writeTo(wire);
    return new MimeMessage(session, new ByteArrayInputStream(wire.toByteArray()));
  }

  private static MailSettings settings() {
    return new MailSettings(
        "localhost",
        25,
        Security.NONE,
        null,
        "Achterwacht <achterwacht@gemeente.example>",
        "achterwacht.gemeente.example",
        URI.create("https://achterwacht.gemeente.example/"));
  }

  private static String golden(String name) throws IOException {
    try (InputStream in = LetterTest.class.getResourceAsStream("/golden/" + name)) {
      if (in == null) {
        throw new IllegalStateException("no golden file " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

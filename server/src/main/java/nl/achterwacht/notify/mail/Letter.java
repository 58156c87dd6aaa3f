package nl.achterwacht.notify.mail;

import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import nl.achterwacht.notify.Message;
import nl.achterwacht.notify.Message.Urgency;

/** A notice in the form of a mail: plain text and the same words as HTML. */
final class Letter extends MimeMessage {
  private final String messageId;

  private Letter(Session session, String messageId) {
    super(session);
    this.messageId = messageId;
  }

  static MimeMessage write(
      Session session, MailSettings settings, Message message, InternetAddress to)
      throws MessagingException {
    InternetAddress from = settings.sender();
    String domain = from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
    var letter = new Letter(session, "<" + message.id() + "@" + domain + ">");
    letter.setFrom(from);
    letter.setRecipients(RecipientType.TO, new Address[] {to});
    letter.setSubject(oneLine(message.title()), "UTF-8");
    letter.setSentDate(Date.from(message.madeAt()));
    letter.setContentLanguage(new String[] {message.language()});
    letter.setMachineHeaders(message.urgency());
    letter.setContent(parts(LetterText.of(message, settings.publicBaseUrl())));
    letter.saveChanges();
    return letter;
  }

  private void setMachineHeaders(Urgency urgency) throws MessagingException {
    // Out-of-office robots must not answer: nobody reads what comes back.
    setHeader("Auto-Submitted", "auto-generated");
    setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
    if (urgency == Urgency.ALARM) {
      setHeader("X-Priority", "1 (Highest)");
      setHeader("Importance", "high");
      setHeader("Priority", "urgent");
    }
  }

  private static MimeMultipart parts(LetterText text) throws MessagingException {
    var plain = new MimeBodyPart();
    plain.setText(text.plain(), StandardCharsets.UTF_8.name());
    var html = new MimeBodyPart();
    html.setText(text.html(), StandardCharsets.UTF_8.name(), "html");
    // Best form last, as multipart/alternative asks.
    return new MimeMultipart("alternative", plain, html);
  }

  private static String oneLine(String title) {
    return title.replaceAll("\\p{Cntrl}+", " ").strip();
  }

  /** Not a random one: the notice's id is the key by which repeats are known. */
  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }
}

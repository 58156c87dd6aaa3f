package nl.achterwacht.notify.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import nl.achterwacht.notify.Channel.Answer;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a failed conversation with a mail server means. The server's own words are left out: they
 * often repeat the address.
 *
 * @param verdict what to do about this mail
 * @param reason short, without address or text
 * @param isOurs whether our own settings are the likely cause, so that the operator must hear
 */
record SmtpReply(Verdict verdict, String reason, boolean isOurs) {
  private static final Logger LOG = LoggerFactory.getLogger(SmtpReply.class);
  private static final Pattern ENHANCED =
      Pattern.compile("\\b\\d{3}[ -]([245]\\.\\d{1,3}\\.\\d{1,3})\\b");

  enum Verdict {
    TRY_LATER,
    REFUSED
  }

  /** The answer for the notice; a fault of our own settings is told to the operator as well. */
  Answer toAnswer(String mailServer) {
    if (isOurs) {
      LOG.error("Mail cannot be delivered by {}: {}. Check the mail settings.", mailServer, reason);
    }
    return switch (verdict) {
      case TRY_LATER -> new Answer.TryLater(reason);
      case REFUSED -> new Answer.Refused(reason);
    };
  }

  static SmtpReply read(MessagingException failure) {
    for (Exception e = failure; e != null; e = next(e)) {
      switch (e) {
        case SMTPAddressFailedException at -> {
          return aboutRecipient(at.getReturnCode(), at.getMessage());
        }
        case SMTPSenderFailedException at -> {
          return ours("sender not allowed: " + code(at.getReturnCode(), at.getMessage()));
        }
        case AuthenticationFailedException _ -> {
          return ours("the mail server does not accept our name and password");
        }
        case SSLException _ -> {
          return ours("no trusted TLS connection with the mail server");
        }
        case MailConnectException _ -> {
          return tryLater("the mail server cannot be reached");
        }
        default -> {}
      }
    }
    if (failure instanceof SMTPSendFailedException at) {
      return aboutMail(at);
    }
    if (says(failure, "starttls is required")) {
      return ours("the mail server does not offer TLS");
    }
    return tryLater("the conversation with the mail server broke off");
  }

  private static SmtpReply aboutRecipient(int code, @Nullable String words) {
    String reason = "about the recipient: " + code(code, words);
    boolean isPolicy = reason.contains(" 5.7.");
    return switch (code) {
      // Out of order, sign in first, encrypt first: nothing is wrong with the recipient.
      case 503, 530, 535, 538 -> ours(reason);
      default -> code >= 500 ? new SmtpReply(Verdict.REFUSED, reason, isPolicy) : tryLater(reason);
    };
  }

  private static SmtpReply aboutMail(SMTPSendFailedException at) {
    String command = at.getCommand() == null ? "" : at.getCommand().toUpperCase(Locale.ROOT);
    String reason = code(at.getReturnCode(), at.getMessage());
    if (at.getReturnCode() < 500) {
      return tryLater("the mail server answered " + reason);
    }
    return command.startsWith("MAIL")
        ? ours("sender not allowed: " + reason)
        : new SmtpReply(Verdict.REFUSED, "about the mail: " + reason, true);
  }

  private static String code(int code, @Nullable String words) {
    Matcher enhanced = ENHANCED.matcher(words == null ? "" : words);
    return enhanced.find() ? code + " " + enhanced.group(1) : String.valueOf(code);
  }

  private static boolean says(MessagingException failure, String words) {
    String message = failure.getMessage();
    return message != null && message.toLowerCase(Locale.ROOT).contains(words);
  }

  private static @Nullable Exception next(Exception e) {
    if (e instanceof MessagingException failure && failure.getNextException() != null) {
      return failure.getNextException();
    }
    return e.getCause() instanceof Exception cause ? cause : null;
  }

  private static SmtpReply tryLater(String reason) {
    return new SmtpReply(Verdict.TRY_LATER, reason, false);
  }

  private static SmtpReply ours(String reason) {
    return new SmtpReply(Verdict.TRY_LATER, reason, true);
  }
}

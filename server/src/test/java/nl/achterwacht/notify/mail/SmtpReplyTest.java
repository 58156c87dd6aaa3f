package nl.achterwacht.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import nl.achterwacht.notify.Channel.Answer;
import nl.achterwacht.notify.Channel.Answer.Accepted;
import nl.achterwacht.notify.HangingServer;
import nl.achterwacht.notify.HangingServer.Habit;
import nl.achterwacht.notify.LogTrap;
import nl.achterwacht.notify.Messages;
import nl.achterwacht.notify.mail.MailSettings.Security;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each reply of a mail server means for the notice. */
final class SmtpReplyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CONNECT | 421 4.3.2 closing             | TryLater | no
          CONNECT | 554 no service here           | TryLater | no
          AUTH    | 250 not asked                 | Accepted | no
          MAIL    | 450 4.7.1 slow down           | TryLater | no
          MAIL    | 530 5.7.0 sign in first       | TryLater | yes
          MAIL    | 550 5.7.1 sender not allowed  | TryLater | yes
          RCPT    | 421 4.3.2 closing             | TryLater | no
          RCPT    | 450 4.2.0 greylisted          | TryLater | no
          RCPT    | 452 4.2.2 mailbox full        | TryLater | no
          RCPT    | 550 5.1.1 no such user        | Refused  | no
          RCPT    | 551 5.1.6 moved               | Refused  | no
          RCPT    | 552 5.2.2 mailbox full        | Refused  | no
          RCPT    | 553 5.1.3 bad address         | Refused  | no
          RCPT    | 554 5.7.1 relay access denied | Refused  | yes
          RCPT    | 530 5.7.0 sign in first       | TryLater | yes
          DATA    | 451 4.3.0 try again           | TryLater | no
          DATA    | 554 5.6.0 no thanks           | Refused  | yes
          BODY    | 452 4.3.1 disk full           | TryLater | no
          BODY    | 554 5.7.1 looks like spam     | Refused  | yes
          QUIT    | 500 what                      | Accepted | no
          EHLO    | hang up                       | TryLater | no
          MAIL    | hang up                       | TryLater | no
          RCPT    | hang up                       | TryLater | no
          DATA    | hang up                       | TryLater | no
          QUIT    | hang up                       | Accepted | no
          QUIT    | say nothing                   | Accepted | no
          """)
  void everyReplyHasItsMeaning(String step, String reply, String meaning, String operatorHears) {
    try (var server = ScriptedSmtp.saying(Map.of(step, reply));
        var log = LogTrap.open()) {
      Answer answer = send(server.port(), Duration.ofSeconds(30));
      assertThat(answer.getClass().getSimpleName()).isEqualTo(meaning);
      assertThat(log.lines().stream().anyMatch(line -> line.startsWith("ERROR ")))
          .isEqualTo(operatorHears.equals("yes"));
    }
  }

  @Test
  void theReasonKeepsTheCodeAndNotTheServersWords() {
    try (var server =
        ScriptedSmtp.saying(Map.of("RCPT", "550-5.1.1 <bram@x.example> is\r\n550 5.1.1 unknown"))) {
      assertThat(send(server.port(), Duration.ofSeconds(30)))
          .isEqualTo(new Answer.Refused("about the recipient: 550 5.1.1"));
    }
  }

  @Test
  void silenceAfterTheMailWasHandedOverIsNotARefusal() {
    try (var server = ScriptedSmtp.saying(Map.of("BODY", ScriptedSmtp.SAY_NOTHING))) {
      Answer answer = send(server.port(), Duration.ofMillis(400));
      assertThat(answer).isEqualTo(new Answer.TryLater("no answer within 400 ms"));
    }
  }

  @Test
  void aConnectionThatIsGivenUpIsClosed() {
    try (var server = HangingServer.that(Habit.HANGS)) {
      assertThat(send(server.port(), Duration.ofMillis(200))).isInstanceOf(Answer.TryLater.class);
      assertTimeoutPreemptively(
          Duration.ofSeconds(30),
          () -> {
            while (server.openConnections() > 0) {
              LockSupport.parkNanos(1_000_000);
            }
          });
    }
  }

  @Test
  void theReferenceIsTheMessageIdThatTheServerKnows() {
    try (var server = ScriptedSmtp.saying(Map.of())) {
      var accepted = (Accepted) send(server.port(), Duration.ofSeconds(30));
      assertThat(server.heard()).contains("Message-ID: " + accepted.providerRef());
    }
  }

  private static Answer send(int port, Duration limit) {
    var settings =
        new MailSettings(
            "localhost",
            port,
            Security.NONE,
            null,
            "achterwacht@gemeente.example",
            "achterwacht.gemeente.example",
            URI.create("https://achterwacht.gemeente.example"));
    return new MailChannel(settings).send(Messages.alarmCallTo("bram@gemeente.example"), limit);
  }
}

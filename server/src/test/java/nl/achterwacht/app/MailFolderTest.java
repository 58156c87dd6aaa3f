package nl.achterwacht.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.notify.Channel.Answer;
import nl.achterwacht.notify.Message;
import nl.achterwacht.notify.NoticeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailFolderTest {
  private static final Instant NOW = Instant.parse("2026-11-23T13:00:00Z");
  private static final Duration TIME_LIMIT = Duration.ofSeconds(1);

  @Test
  void theNewestLettersStayAndTheFolderNeverGrowsFar(@TempDir Path data) throws IOException {
    Path folder = data.resolve("mail");
    var mail = new MailFolder(folder);
    for (int i = 0; i < 600; i++) {
      assertThat(mail.send(letter(NoticeId.next()), TIME_LIMIT))
          .isInstanceOf(Answer.Accepted.class);
    }

    NoticeId last = NoticeId.next();
    mail.send(letter(last), TIME_LIMIT);

    try (Stream<Path> letters = Files.list(folder)) {
      assertThat(letters.toList()).hasSizeBetween(200, 250).contains(folder.resolve(last + ".txt"));
    }
  }

  @Test
  void theSameNoticeAgainIsTheSameLetter(@TempDir Path folder) throws IOException {
    var mail = new MailFolder(folder);
    Message letter = letter(NoticeId.next());
    mail.send(letter, TIME_LIMIT);
    mail.send(letter, TIME_LIMIT);

    try (Stream<Path> letters = Files.list(folder)) {
      assertThat(letters).hasSize(1);
    }
  }

  private static Message letter(NoticeId id) {
    return new Message(
        id,
        OrganisationId.next(),
        "bram@voorbeeldstad.example",
        "alarm.call",
        Message.Urgency.ALARM,
        "nl",
        "ALARM",
        "Kun jij kijken?",
        "/control-room/",
        List.of(),
        null,
        "{}",
        NOW,
        NOW.plusSeconds(600));
  }
}

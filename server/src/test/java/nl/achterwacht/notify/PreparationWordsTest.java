package nl.achterwacht.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.achterwacht.base.OrganisationId;
import org.junit.jupiter.api.Test;

/** The words about preparing a visit, as they go out: golden/notices-preparation.txt. */
class PreparationWordsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/notices-preparation.txt");
  private static final Instant NOW = Instant.parse("2026-11-23T13:00:00Z");
  private static final List<NoticeKind> KINDS =
      List.of(
          NoticeKind.COMPANION_ASKED,
          NoticeKind.STANDBY_ASKED,
          NoticeKind.COLLEAGUE_DECLINED,
          NoticeKind.WORKER_NOT_READY,
          NoticeKind.SUPERVISOR_NOT_READY,
          NoticeKind.APPROVAL_ASKED,
          NoticeKind.STARTED_UNREADY,
          NoticeKind.COMPANION_HELP);

  @Test
  void eachSaysWhatToDoAndNothingAboutTheResident() throws IOException {
    var all = new StringBuilder();
    for (String language : List.of("nl", "en")) {
      for (NoticeKind kind : KINDS) {
        Message message = new NoticeTexts().message(notice(kind, language));
        assertThat(message.title()).hasSizeLessThanOrEqualTo(80);
        assertThat(message.urgency()).isEqualTo(Message.Urgency.NORMAL);
        // It must never take the place of a question about a watch.
        assertThat(message.topic()).isNull();
        all.append(language).append(' ').append(message.kind()).append(" ► ");
        all.append(message.link()).append('\n');
        all.append(message.title()).append('\n').append(message.text()).append("\n\n");
      }
    }
    assertThat(all.toString()).isEqualTo(Files.readString(GOLDEN));
  }

  private static Notice notice(NoticeKind kind, String language) {
    return new Notice(
        OrganisationId.next(),
        NoticeId.next(),
        null,
        null,
        "email",
        "anna@example.org",
        kind,
        language,
        Map.of("workerName", "Anna", "by", "Bram", "visitId", "7"),
        new Subject(null, -1, 0, null),
        NOW,
        NOW.plus(kind.validFor()),
        null,
        new NoticeState.Waiting(0, NOW));
  }
}

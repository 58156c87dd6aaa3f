package nl.achterwacht.notify;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import nl.achterwacht.base.Json;
import org.jspecify.annotations.Nullable;

/**
 * The words of notices, in Dutch and English, from {@code texts/notices_*.properties}. A silent
 * alarm has words of its own; nothing here knows anything about a client.
 */
public final class NoticeTexts {
  private static final ZoneId NETHERLANDS = ZoneId.of("Europe/Amsterdam");
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  private final Map<String, Properties> byLanguage = Map.of("nl", load("nl"), "en", load("en"));

  /** What is handed to the channel for this notice. */
  public Message message(Notice notice) {
    return new Message(
        notice.id(),
        notice.organisation(),
        notice.address(),
        notice.kind() == NoticeKind.ALARM_EVENT
            ? notice.params().getOrDefault("event", notice.kind().text())
            : notice.kind().text(),
        notice.kind().urgent() ? Message.Urgency.ALARM : Message.Urgency.NORMAL,
        notice.language(),
        text(notice, "title"),
        text(notice, "text"),
        link(notice),
        actions(notice),
        topic(notice),
        Json.write(notice.params()),
        notice.madeAt(),
        notice.expiresAt());
  }

  /**
   * What is handed to the channel for a bundle: the notice itself, or in a mass alarm one message
   * about all of them, under the key of the bundle.
   */
  Message message(List<Notice> bundle) {
    Notice first = bundle.getFirst();
    if (first.bundle() == null) {
      return message(first);
    }
    boolean someSilent =
        first.kind() == NoticeKind.ALARM_CALL
            && bundle.stream().anyMatch(n -> "true".equals(n.params().get("silent")));
    String count = Integer.toString(bundle.size());
    String words = first.kind().text() + (someSilent ? ".bundle-silent" : ".bundle");
    return new Message(
        first.key(),
        first.organisation(),
        first.address(),
        first.kind().text(),
        first.kind().urgent() ? Message.Urgency.ALARM : Message.Urgency.NORMAL,
        first.language(),
        String.valueOf(find(first, words + ".title")).replace("{count}", count),
        String.valueOf(find(first, words + ".text")).replace("{count}", count),
        "/control-room/",
        List.of(),
        "mass-" + first.kind().text(),
        Json.write(Map.of("count", bundle.size())),
        first.madeAt(),
        first.expiresAt());
  }

  private String text(Notice notice, String part) {
    String kind = notice.kind().text();
    String alarmKind = notice.params().get("alarmKind");
    boolean silent = "true".equals(notice.params().get("silent"));
    String taskKind = notice.params().get("taskKind");
    String found = silent ? find(notice, kind + ".silent." + part) : null;
    if (found == null && taskKind != null) {
      found = find(notice, kind + "." + taskKind + "." + part);
    }
    if (found == null && alarmKind != null) {
      found = find(notice, kind + "." + alarmKind + "." + part);
    }
    if (found == null) {
      found = find(notice, kind + "." + part);
    }
    if (found == null) {
      throw new IllegalStateException("no words for " + kind + "." + part);
    }
    return filled(found, notice);
  }

  private @Nullable String find(Notice notice, String key) {
    Properties words = byLanguage.get(notice.language());
    if (words == null) {
      throw new IllegalStateException("no words in language " + notice.language());
    }
    return words.getProperty(key);
  }

  private String filled(String template, Notice notice) {
    String who = notice.params().get("workerName");
    String somebody = find(notice, "somebody");
    return template
        .replace("{worker}", who == null ? String.valueOf(somebody) : who)
        .replace("{by}", notice.params().getOrDefault("by", String.valueOf(somebody)))
        .replace("{task}", String.valueOf(find(notice, "task." + notice.params().get("taskKind"))))
        .replace("{code}", notice.params().getOrDefault("code", ""))
        .replace("{at}", clock(notice.params().get("raisedAt")))
        .replace("{due}", clock(notice.params().get("dueAt")));
  }

  private static String clock(@Nullable String moment) {
    return moment == null ? "" : CLOCK.format(Instant.parse(moment).atZone(NETHERLANDS));
  }

  private static String link(Notice notice) {
    return switch (notice.kind()) {
      case ALARM_CALL, TAKE_OVER, STEP_EMPTY, ALARM_EVENT, FAIL_SAFE ->
          notice.subject().alarmId() == null
              ? "/control-room/"
              : "/control-room/#/alarms/" + notice.subject().alarmId();
      case STANDBY_NOT_STARTED,
          STANDBY_COULD_NOT_BE_HEARD,
          STANDBY_WRONG_CODE,
          SUPERVISOR_NOT_READY,
          APPROVAL_ASKED,
          STARTED_UNREADY ->
          "/control-room/";
      case TASK_GIVEN, TASK_DUE, TASK_OVERDUE, TASK_POSTPONED ->
          "/control-room/#/tasks/" + notice.params().get("taskId");
      case REPORT_READY -> "/control-room/#/yearly-reports";
      case PROTOCOL_TO_READ, PROTOCOL_REMINDER ->
          OwnApp.isDesk(notice) ? "/control-room/#/protocol" : "/worker/#/protocol";
      case AGENDA_READY, MINUTES_READY -> {
        String meeting = notice.params().get("meetingId");
        yield OwnApp.isDesk(notice)
            ? "/control-room/#/meetings/" + meeting
            : "/worker/#/meetings?" + meeting;
      }
      case HELP_COMES,
          WORKER_NOT_STARTED,
          WORKER_REMINDER,
          WORKER_SIGN_DUE,
          WORKER_SIGN_DUE_PHONE,
          WORKER_SIGN_DUE_AFTER_OUTAGE,
          COMPANION_ASKED,
          STANDBY_ASKED,
          COLLEAGUE_DECLINED,
          WORKER_NOT_READY,
          COMPANION_HELP,
          SIGNAL_ANSWERED,
          CONTACT_CODE ->
          "/worker/";
    };
  }

  private List<Message.Action> actions(Notice notice) {
    return switch (notice.kind()) {
      case ALARM_CALL -> List.of(action(notice, "acknowledge"));
      case TAKE_OVER -> List.of(action(notice, "acknowledge"));
      case WORKER_REMINDER -> List.of(action(notice, "sign-of-life"), action(notice, "extend"));
      case WORKER_SIGN_DUE, WORKER_SIGN_DUE_PHONE, WORKER_SIGN_DUE_AFTER_OUTAGE ->
          List.of(action(notice, "sign-of-life"), action(notice, "help"));
      case HELP_COMES,
          STEP_EMPTY,
          FAIL_SAFE,
          WORKER_NOT_STARTED,
          STANDBY_NOT_STARTED,
          STANDBY_COULD_NOT_BE_HEARD,
          STANDBY_WRONG_CODE,
          COMPANION_ASKED,
          STANDBY_ASKED,
          COLLEAGUE_DECLINED,
          WORKER_NOT_READY,
          SUPERVISOR_NOT_READY,
          APPROVAL_ASKED,
          STARTED_UNREADY,
          COMPANION_HELP,
          TASK_GIVEN,
          TASK_DUE,
          TASK_OVERDUE,
          TASK_POSTPONED,
          SIGNAL_ANSWERED,
          REPORT_READY,
          PROTOCOL_TO_READ,
          PROTOCOL_REMINDER,
          AGENDA_READY,
          MINUTES_READY,
          CONTACT_CODE,
          ALARM_EVENT ->
          List.of();
    };
  }

  private Message.Action action(Notice notice, String name) {
    return new Message.Action(name, String.valueOf(find(notice, "action." + name)));
  }

  /** A newer notice about the same alarm or watch replaces the older one on the device. */
  private static @Nullable String topic(Notice notice) {
    if (notice.subject().alarmId() != null) {
      return notice.subject().alarmId().toString().replace("-", "");
    }
    return notice.subject().watchId() == null
        ? null
        : notice.subject().watchId().toString().replace("-", "");
  }

  private static Properties load(String language) {
    String file = "/texts/notices_" + language + ".properties";
    var words = new Properties();
    try (var in = NoticeTexts.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing");
      }
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}

package nl.achterwacht.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.achterwacht.notify.Channel;
import nl.achterwacht.notify.Notice;
import nl.achterwacht.notify.NoticeId;
import nl.achterwacht.notify.NoticeKind;
import org.jspecify.annotations.Nullable;

/** The outside that is to deliver: busy, stalled, doubling and lying, as its town's seed says. */
final class Provider {
  /** What a provider does with one attempt. {@code answer} is null when it hangs for long. */
  record Done(boolean delivers, boolean twice, Channel.@Nullable Answer answer) {}

  private record Content(@Nullable UUID person, String channel, NoticeKind kind, Object subject) {}

  private final Batch batch;
  private final Map<NoticeId, Content> known = new HashMap<>();

  Provider(Batch batch) {
    this.batch = batch;
  }

  /** Hands over one attempt of {@code notice}. */
  Done take(Town town, Notice notice, String name) {
    var content = new Content(notice.personId(), notice.channel(), notice.kind(), notice.subject());
    Content before = known.putIfAbsent(notice.id(), content);
    if (before != null && !before.equals(content)) {
      throw town.broke("one key was used for two messages: %s and %s".formatted(before, content));
    }
    Done done = done(town, name + "/" + notice.state().attempts());
    town.story()
        .tell(
            "  to %s: %s%s".formatted(name, notice.kind(), done.answer() == null ? " hangs" : ""));
    if (done.delivers()) {
      deliver(town, notice, name);
    }
    if (done.twice()) {
      deliver(town, notice, name);
    }
    return done;
  }

  private static Done done(Town town, String attempt) {
    double luck = town.isHealed() ? 0 : town.draw().of("provider", attempt);
    var accepted = new Channel.Answer.Accepted("ref");
    if (luck < 0.70) {
      return new Done(true, false, accepted);
    } else if (luck < 0.76) {
      return new Done(false, false, accepted); // lies
    } else if (luck < 0.86) {
      return new Done(false, false, new Channel.Answer.TryLater("busy"));
    } else if (luck < 0.91) {
      boolean gone = town.draw().chance(0.15, "gone", attempt);
      if (gone) {
        town.loseSomebody(); // that address is never tried again
      }
      String why = gone ? Channel.Answer.Refused.GONE + " by the provider" : "no such address";
      return new Done(false, false, new Channel.Answer.Refused(why));
    } else if (luck < 0.94) {
      return new Done(true, false, new Channel.Answer.TryLater("an answer nobody understands"));
    } else if (luck < 0.96) {
      return new Done(true, true, accepted);
    }
    return new Done(luck < 0.98, false, null);
  }

  private void deliver(Town town, Notice notice, String name) {
    UUID person = notice.personId();
    if (person == null) {
      return;
    }
    String who = town.nameOf(new nl.achterwacht.base.PersonId(person));
    if (who.equals("Anna")) {
      boolean aboutPanic = "panic".equals(notice.params().get("alarmKind"));
      batch.phone(town).promises().phoneShows(notice.kind().text(), aboutPanic, notice.madeAt());
      batch.anna(town).hears(notice.kind(), name);
      return;
    }
    UUID alarm = notice.subject().alarmId();
    if (notice.kind() == NoticeKind.ALARM_CALL && alarm != null) {
      batch.colleagues(town).called(alarm, who, name, notice.subject().step());
    } else if (notice.kind() == NoticeKind.TAKE_OVER && alarm != null) {
      batch.colleagues(town).askedToTakeOver(alarm, who, name);
    }
  }
}

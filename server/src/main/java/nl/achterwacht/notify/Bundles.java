package nl.achterwacht.notify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.achterwacht.base.OrganisationId;

/** In a mass alarm a receiver is called once about all of it, not hundreds of times. */
final class Bundles {
  /** From this many notices of a kind to the same address at once, they go as one message. */
  static final int FROM = 4;

  private record Receiver(
      OrganisationId organisation,
      String address,
      String language,
      NoticeKind kind,
      // "Four alarms at once" must never count a drill, nor hide that something is one.
      boolean drill) {}

  private Bundles() {}

  /**
   * Which of {@code claimed} are to be bundled now. What was with a provider before never is: it
   * goes again under the key that it had.
   */
  static List<Notice> made(List<Notice> claimed) {
    Map<Receiver, List<Notice>> byReceiver = new LinkedHashMap<>();
    for (Notice notice : claimed) {
      if (notice.kind().bundles() && notice.bundle() == null && notice.state().attempts() == 1) {
        var receiver =
            new Receiver(
                notice.organisation(),
                notice.address(),
                notice.language(),
                notice.kind(),
                "drill".equals(notice.params().get("alarmKind")));
        byReceiver.computeIfAbsent(receiver, r -> new ArrayList<>()).add(notice);
      }
    }
    List<Notice> made = new ArrayList<>();
    for (List<Notice> same : byReceiver.values()) {
      if (same.size() >= FROM) {
        NoticeId key = same.getFirst().id();
        same.forEach(notice -> made.add(notice.in(key)));
      }
    }
    return made;
  }

  /** {@code claimed}, with those that were bundled in their bundles. */
  static List<Notice> with(List<Notice> bundled, List<Notice> claimed) {
    Map<NoticeId, Notice> byId = new HashMap<>();
    bundled.forEach(notice -> byId.put(notice.id(), notice));
    return claimed.stream().map(notice -> byId.getOrDefault(notice.id(), notice)).toList();
  }

  /** The notices by the message they go out in, urgent ones first; most go by themselves. */
  static Collection<List<Notice>> of(List<Notice> claimed) {
    Map<NoticeId, List<Notice>> urgent = new LinkedHashMap<>();
    Map<NoticeId, List<Notice>> other = new LinkedHashMap<>();
    for (Notice notice : claimed) {
      (notice.kind().urgent() ? urgent : other)
          .computeIfAbsent(notice.key(), k -> new ArrayList<>())
          .add(notice);
    }
    List<List<Notice>> messages = new ArrayList<>(urgent.values());
    messages.addAll(other.values());
    return messages;
  }
}

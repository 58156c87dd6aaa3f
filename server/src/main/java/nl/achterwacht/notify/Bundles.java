package nl.achterwacht.notify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.achterwacht.base.OrganisationId;

/** In a mass alarm a receiver is called once about all of it, not hundreds of times. */
final class Bundles {
  /** From this many calls to the same address at once, they go as one. */
  static final int FROM = 4;

  private record Receiver(OrganisationId organisation, String address, String language) {}

  private Bundles() {}

  /** The notices in bundles, each to be sent as one message; most bundles hold one notice. */
  static List<List<Notice>> of(List<Notice> notices) {
    List<List<Notice>> bundles = new ArrayList<>();
    Map<Receiver, List<Notice>> calls = new LinkedHashMap<>();
    for (Notice notice : notices) {
      if (notice.kind() == NoticeKind.ALARM_CALL) {
        var receiver = new Receiver(notice.organisation(), notice.address(), notice.language());
        calls.computeIfAbsent(receiver, r -> new ArrayList<>()).add(notice);
      } else {
        bundles.add(List.of(notice));
      }
    }
    for (List<Notice> same : calls.values()) {
      if (same.size() >= FROM) {
        bundles.add(0, same);
      } else {
        same.forEach(notice -> bundles.add(0, List.of(notice)));
      }
    }
    return bundles;
  }
}

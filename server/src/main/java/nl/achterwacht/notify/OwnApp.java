package nl.achterwacht.notify;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** In which of the two apps somebody opens what everybody may read. */
public final class OwnApp {
  static final String PARAM = "app";
  private static final String PHONE = "worker";
  private static final String DESK = "control-room";
  private static final Set<String> AT_A_DESK =
      Set.of("standby", "supervisor", "safety-officer", "administrator");

  private OwnApp() {}

  /** What a telling to somebody with these roles says of it. */
  public static Map<String, String> params(Collection<String> roles) {
    return Map.of(PARAM, roles.stream().anyMatch(AT_A_DESK::contains) ? DESK : PHONE);
  }

  static boolean isDesk(Notice notice) {
    return DESK.equals(notice.params().get(PARAM));
  }
}

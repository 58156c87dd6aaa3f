package nl.achterwacht.place.coverage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decides whether a phone could be heard during a visit. Pure. */
public final class CoverageRules {
  /** What came so much later than it was made was kept on the phone: there was no coverage. */
  static final Duration LATE = Duration.ofMinutes(2);

  private CoverageRules() {}

  /**
   * An act of a phone.
   *
   * @param madeAt by the phone's own clock, which may be wrong
   * @param onSite whether the worker was at the place then
   */
  public record PhoneAct(Instant madeAt, Instant receivedAt, boolean onSite) {
    private Duration delay() {
      return Duration.between(madeAt, receivedAt);
    }
  }

  /** Whether a phone was heard during a visit. */
  public enum Heard {
    /** Everything came through at once. */
    HEARD,
    /** Something made on site came late. */
    SILENT,
    /** Too little was sent to tell. */
    UNKNOWN
  }

  /**
   * Judges one visit. A clock that is wrong is wrong by the same for all acts of a visit, so the
   * quickest of them tells by how much; with a single act nothing can be told.
   */
  public static Heard judge(List<PhoneAct> acts) {
    Optional<Duration> quickest = acts.stream().map(PhoneAct::delay).min(Duration::compareTo);
    List<PhoneAct> onSite = acts.stream().filter(PhoneAct::onSite).toList();
    if (quickest.isEmpty() || acts.size() < 2 || onSite.isEmpty()) {
      return Heard.UNKNOWN;
    }
    Duration late = quickest.get().plus(LATE);
    return onSite.stream().anyMatch(act -> act.delay().compareTo(late) >= 0)
        ? Heard.SILENT
        : Heard.HEARD;
  }
}

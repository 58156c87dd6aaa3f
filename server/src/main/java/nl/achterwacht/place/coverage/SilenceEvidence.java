package nl.achterwacht.place.coverage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.achterwacht.place.coverage.CoverageMemory.Coverage;
import org.jspecify.annotations.Nullable;

/**
 * Lists what could explain a silence, for whoever handles the alarm. Facts from our own timestamps,
 * no verdict: a silence that can be explained is handled like any other.
 */
public final class SilenceEvidence {
  private static final int BATTERY_ABOUT_EMPTY = 15;
  private static final Duration POSITION_IS_FRESH = Duration.ofMinutes(10);

  private SilenceEvidence() {}

  /**
   * What we know when somebody asks why it is silent.
   *
   * @param lastHeardAt when the phone last reached us; null when it never did
   * @param battery what the phone last said of it; null when it never did
   * @param coverage what is remembered of this floor of this place; null without a known place
   * @param outages times of ours in which nobody could reach us
   * @param lastPositionAt when the phone last said where it was; null when it never did
   */
  public record Known(
      @Nullable Instant lastHeardAt,
      @Nullable Battery battery,
      @Nullable Coverage coverage,
      List<Outage> outages,
      @Nullable Instant lastPositionAt) {}

  /** What the phone said of its battery, and when. */
  public record Battery(int percent, Instant at) {}

  /** A time in which nobody could reach us. */
  public record Outage(Instant from, Instant until) {}

  /** One fact. */
  public sealed interface Fact {
    /** Whether it could explain the silence; false for a fact that speaks against it. */
    boolean explains();

    /** The battery, as the phone last told. */
    record BatteryWas(int percent, Instant at, boolean explains) implements Fact {}

    /** So many of the visits to this floor were silent. */
    record PlaceWas(int silent, int visits, boolean explains) implements Fact {}

    /** Our own outage, in the silence. */
    record WeWereAway(Instant from, Instant until) implements Fact {
      @Override
      public boolean explains() {
        return true;
      }
    }

    /** The last position is so old. */
    record PositionIs(Duration old, boolean explains) implements Fact {}

    /** The phone never told where it is: it may have no permission to. */
    record NoPosition() implements Fact {
      @Override
      public boolean explains() {
        return false;
      }
    }
  }

  /** The facts as of {@code now}; those that could explain the silence stand first. */
  public static List<Fact> of(Known known, Instant now) {
    var facts = new ArrayList<Fact>();
    for (Outage outage : known.outages()) {
      if (known.lastHeardAt() == null || outage.until().isAfter(known.lastHeardAt())) {
        facts.add(new Fact.WeWereAway(outage.from(), outage.until()));
      }
    }
    Coverage coverage = known.coverage();
    if (coverage != null && coverage.visits() > 0) {
      facts.add(new Fact.PlaceWas(coverage.silent(), coverage.visits(), coverage.silent() > 0));
    }
    Battery battery = known.battery();
    if (battery != null) {
      facts.add(
          new Fact.BatteryWas(
              battery.percent(), battery.at(), battery.percent() <= BATTERY_ABOUT_EMPTY));
    }
    facts.add(position(known.lastPositionAt(), now));
    return facts.stream().sorted((a, b) -> Boolean.compare(b.explains(), a.explains())).toList();
  }

  /** A fresh position shows that the phone reaches us: then it is not the coverage. */
  private static Fact position(@Nullable Instant lastPositionAt, Instant now) {
    if (lastPositionAt == null) {
      return new Fact.NoPosition();
    }
    Duration old = Duration.between(lastPositionAt, now);
    return new Fact.PositionIs(old, old.compareTo(POSITION_IS_FRESH) > 0);
  }
}

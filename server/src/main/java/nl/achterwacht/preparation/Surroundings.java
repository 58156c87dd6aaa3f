package nl.achterwacht.preparation;

import java.util.Set;
import nl.achterwacht.base.Tx;
import nl.achterwacht.visit.Visit;
import org.jspecify.annotations.Nullable;

/** What is known of a visit without asking the worker: office hours, light, place, response. */
public interface Surroundings {
  /** Asked each time the visit is judged. */
  Known of(Tx tx, Visit visit);

  /**
   * What is known.
   *
   * @param factors codes of risk factors that hold, such as {@code W4}
   * @param outsideOfficeHours it begins or ends outside the team's office hours
   * @param dark it is dark at arrival or departure
   * @param hotSpot street or neighbourhood is a hot spot
   * @param cautions how many stand for the address now
   * @param responseMinutes how soon somebody can be there, measured; null when never measured
   */
  record Known(
      Set<String> factors,
      boolean outsideOfficeHours,
      boolean dark,
      boolean hotSpot,
      int cautions,
      @Nullable Integer responseMinutes) {
    public Known {
      factors = Set.copyOf(factors);
    }
  }
}

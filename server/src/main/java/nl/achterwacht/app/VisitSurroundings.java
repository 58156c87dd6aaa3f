package nl.achterwacht.app;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.TeamRef;
import nl.achterwacht.base.Tx;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.Person;
import nl.achterwacht.place.Address;
import nl.achterwacht.place.Place;
import nl.achterwacht.place.PlaceRegister;
import nl.achterwacht.place.area.HotSpots;
import nl.achterwacht.place.caution.CautionKeeper;
import nl.achterwacht.place.coverage.CoverageMemory;
import nl.achterwacht.place.coverage.CoverageMemory.ResponseTime;
import nl.achterwacht.policy.RiskFactor;
import nl.achterwacht.preparation.Surroundings;
import nl.achterwacht.travel.Daylight;
import nl.achterwacht.travel.Holidays;
import nl.achterwacht.travel.OfficeHoursRegister;
import nl.achterwacht.travel.ZonedInterval;
import nl.achterwacht.visit.Appointment;
import nl.achterwacht.visit.Visit;
import org.jspecify.annotations.Nullable;

/**
 * What the policy is told of a visit without asking anybody: the clock, the sun, and what is held
 * about the place.
 */
final class VisitSurroundings implements Surroundings {
  private final OfficeHoursRegister hours = new OfficeHoursRegister();
  private final PeopleRegister people;
  private final PlaceRegister places;
  private final CautionKeeper cautions;
  private final CoverageMemory coverage;
  private final HotSpots hotSpots;

  VisitSurroundings(
      PeopleRegister people,
      PlaceRegister places,
      CautionKeeper cautions,
      CoverageMemory coverage,
      HotSpots hotSpots) {
    this.people = people;
    this.places = places;
    this.cautions = cautions;
    this.coverage = coverage;
    this.hotSpots = hotSpots;
  }

  @Override
  public Known of(Tx tx, Visit visit) {
    OrganisationId organisation = visit.organisation();
    Appointment planned = visit.appointment();
    Address written = Address.ofText(planned.place().address());
    Optional<Place> place = places.find(tx, organisation, written);
    Address address = place.map(Place::address).orElse(written);
    return new Known(
        factors(tx, planned, place),
        isOutsideHours(tx, visit),
        isDark(planned, planned.plannedStartAt()) || isDark(planned, planned.plannedEndAt()),
        !hotSpots.covering(tx, organisation, address).isEmpty(),
        place.map(one -> cautions.countInForce(tx, organisation, one.id())).orElse(0),
        place
            .flatMap(one -> coverage.responseTime(tx, one))
            .map(VisitSurroundings::minutes)
            .orElse(null));
  }

  /** Rounded up: what took 10 minutes and a second was not there within 10. */
  private static Integer minutes(ResponseTime measured) {
    return Math.toIntExact(measured.median().plusSeconds(59).toMinutes());
  }

  private Set<String> factors(Tx tx, Appointment planned, Optional<Place> place) {
    Set<String> factors = new TreeSet<>();
    if (Holidays.isHoliday(ZonedInterval.dutchDay(planned.plannedStartAt()))) {
      factors.add(RiskFactor.T3.name());
    }
    if (place.isPresent() && coverage.of(tx, place.get(), planned.place().floor()).isPoor()) {
      factors.add(RiskFactor.W4.name());
    }
    return factors;
  }

  private boolean isOutsideHours(Tx tx, Visit visit) {
    @Nullable Person worker = people.person(tx, visit.organisation(), visit.worker());
    if (worker == null) {
      return false;
    }
    Appointment planned = visit.appointment();
    return hours
        .of(tx, new TeamRef(visit.organisation(), worker.team()))
        .isOutside(ZonedInterval.dutch(planned.plannedStartAt(), planned.plannedEndAt()));
  }

  private static boolean isDark(Appointment planned, Instant moment) {
    return Daylight.isDark(moment, planned.place().latitude(), planned.place().longitude());
  }
}

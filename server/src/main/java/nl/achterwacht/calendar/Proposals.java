package nl.achterwacht.calendar;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.visit.Appointment;
import nl.achterwacht.visit.Visit;
import nl.achterwacht.visit.VisitRegister;
import nl.achterwacht.watch.Place;
import org.jspecify.annotations.Nullable;

/** Appointments found in calendars, of which the worker has yet to say whether they are visits. */
public final class Proposals {
  private static final String TRAVEL_MODE = "other";
  private static final int TRAVEL_MINUTES = 30;

  private final InstantSource clock;
  private final PlannedVisits visits;
  private final KeptStore store = new KeptStore();

  public Proposals(InstantSource clock, PlannedVisits visits) {
    this.clock = clock;
    this.visits = visits;
  }

  /**
   * What a worker fills in when accepting; what is null is as the calendar has it.
   *
   * @param startAt needed, as is {@code endAt}, when the calendar knows only the day
   * @param place needed when the calendar does not know it
   */
  public record Wish(
      @Nullable Place place,
      @Nullable String purpose,
      @Nullable Instant startAt,
      @Nullable Instant endAt,
      boolean highRisk) {}

  /** What came of accepting. */
  public sealed interface Accepted {
    record Done(Visit visit) implements Accepted {}

    /** There is no such proposal. */
    record Unknown() implements Accepted {}

    /** It was accepted or dismissed before. */
    record Decided() implements Accepted {}

    /** The calendar does not say where. */
    record PlaceMissing() implements Accepted {}

    /** The calendar knows only the day, or when it begins and not when it ends. */
    record TimesMissing() implements Accepted {}

    /** It cannot be planned like this. */
    record Faulty(VisitRegister.Fault fault) implements Accepted {}
  }

  /** Those that are not over, earliest first. */
  public List<Kept> of(Tx tx, OrganisationId organisation, PersonId person, int offset, int limit) {
    return store.proposed(tx, organisation, person, clock.instant(), offset, limit);
  }

  /** Makes it a visit with its watch; from now on it follows its appointment. */
  public Accepted accept(Tx tx, OrganisationId organisation, PersonId person, UUID id, Wish wish) {
    Optional<Kept> found = store.lockKept(tx, organisation, person, id);
    if (found.isEmpty()) {
      return new Accepted.Unknown();
    }
    Kept kept = found.get();
    if (kept.state() != Kept.State.PROPOSED) {
      return new Accepted.Decided();
    }
    Place place = placeOf(kept, wish);
    if (place == null) {
      return new Accepted.PlaceMissing();
    }
    Instant start = wish.startAt() != null ? wish.startAt() : kept.allDay() ? null : kept.start();
    Instant end = wish.endAt() != null ? wish.endAt() : hasLength(kept) ? kept.end() : null;
    if (start == null || end == null) {
      return new Accepted.TimesMissing();
    }
    String purpose = wish.purpose() != null ? wish.purpose() : kept.title();
    Appointment planned =
        new Appointment(
            place, purpose, start, end, wish.highRisk(), TRAVEL_MODE, null, TRAVEL_MINUTES);
    Optional<VisitRegister.Fault> fault = visits.register().faultOf(planned);
    if (fault.isPresent()) {
      return new Accepted.Faulty(fault.get());
    }
    Visit visit = visits.open(tx, organisation).plan(person, planned, person);
    store.decide(tx, organisation, kept, Kept.State.ACCEPTED, visit.id());
    return new Accepted.Done(visit);
  }

  /** It is no visit; false when there is no such proposal. */
  public boolean dismiss(Tx tx, OrganisationId organisation, PersonId person, UUID id) {
    Optional<Kept> found =
        store
            .lockKept(tx, organisation, person, id)
            .filter(kept -> kept.state() != Kept.State.ACCEPTED);
    found.ifPresent(kept -> store.decide(tx, organisation, kept, Kept.State.DISMISSED, null));
    return found.isPresent();
  }

  static Appointment appointment(
      Place place, @Nullable String purpose, Instant start, Instant end) {
    return new Appointment(place, purpose, start, end, false, TRAVEL_MODE, null, TRAVEL_MINUTES);
  }

  private static @Nullable Place placeOf(Kept kept, Wish wish) {
    String address = kept.address();
    if (wish.place() != null || address == null) {
      return wish.place();
    }
    return new Place(address, null, null, null);
  }

  private static boolean hasLength(Kept kept) {
    return !kept.allDay() && kept.end().isAfter(kept.start());
  }
}

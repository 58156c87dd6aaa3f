package nl.achterwacht.http.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.place.Address;
import nl.achterwacht.place.AddressKey;
import nl.achterwacht.place.Place;
import nl.achterwacht.preparation.CompanionRegister;
import nl.achterwacht.visit.Visit;
import nl.achterwacht.visit.VisitQuery;
import nl.achterwacht.visit.VisitRegister;
import nl.achterwacht.watch.Watch;
import nl.achterwacht.watch.WatchRegister;
import nl.achterwacht.watch.WatchState;
import org.jspecify.annotations.Nullable;

/**
 * Who may read the cautions of a place, beyond those who manage them: whoever goes there, alone or
 * along, around the visit; and the standby, while somebody is out there.
 */
final class PlaceAccess {
  static final Set<String> MANAGERS = Set.of("supervisor", "safety-officer");

  private static final Duration BEFORE = Duration.ofDays(14);
  private static final Duration AFTER = Duration.ofHours(12);
  private static final Duration LONGEST_VISIT = Duration.ofHours(24);
  private static final int MOST_VISITS = 200;

  private final VisitRegister visits;
  private final WatchRegister watches;
  private final CompanionRegister companions;

  PlaceAccess(VisitRegister visits, WatchRegister watches, CompanionRegister companions) {
    this.visits = visits;
    this.watches = watches;
    this.companions = companions;
  }

  /** Whether {@code caller} is one of those who go on {@code visit}. */
  boolean goesOn(Tx tx, Caller caller, Visit visit) {
    return visit.worker().equals(caller.person())
        || companions.watchOf(tx, caller.organisation(), visit.id(), caller.person()).isPresent();
  }

  /** Whether the cautions at the address of {@code visit} may be read by {@code caller} now. */
  boolean mayReadCautions(Tx tx, Caller caller, Visit visit, Instant now) {
    if (caller.isOneOf(MANAGERS)) {
      return true;
    }
    if (visit.cancelled()) {
      return false;
    }
    if (goesOn(tx, caller, visit)) {
      return isAround(visit, now);
    }
    return caller.isOneOf(Set.of("standby")) && isOut(tx, visit);
  }

  /** Whether {@code caller} has a visit of their own at {@code place}, lately or soon. */
  boolean goesTo(Tx tx, Caller caller, Place place, Instant now) {
    var query =
        new VisitQuery(
            caller.person(),
            now.minus(AFTER).minus(LONGEST_VISIT),
            now.plus(BEFORE),
            0,
            MOST_VISITS);
    AddressKey there = AddressKey.of(place.address());
    return visits.list(tx, caller.organisation(), query).stream()
        .filter(visit -> isAround(visit, now))
        .map(visit -> AddressKey.of(Address.ofText(visit.appointment().place().address())))
        .anyMatch(there::meansSameAs);
  }

  private static boolean isAround(Visit visit, Instant now) {
    return !now.isBefore(visit.appointment().plannedStartAt().minus(BEFORE))
        && now.isBefore(visit.appointment().plannedEndAt().plus(AFTER));
  }

  private boolean isOut(Tx tx, Visit visit) {
    @Nullable Watch watch = watches.find(tx, visit.organisation(), visit.watch());
    return watch != null
        && switch (watch.state()) {
          case WatchState.Running _, WatchState.Overdue _, WatchState.Alarmed _ -> true;
          case WatchState.Planned _, WatchState.Closed _ -> false;
        };
  }
}

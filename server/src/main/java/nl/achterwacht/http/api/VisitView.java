package nl.achterwacht.http.api;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.Person;
import nl.achterwacht.visit.Appointment;
import nl.achterwacht.visit.LastChange;
import nl.achterwacht.visit.SeriesId;
import nl.achterwacht.visit.Visit;
import nl.achterwacht.watch.Place;
import nl.achterwacht.watch.Watch;
import nl.achterwacht.watch.WatchId;
import nl.achterwacht.watch.WatchRegister;
import nl.achterwacht.watch.WatchState;
import org.jspecify.annotations.Nullable;

/** Visits as the contract's {@code Visit}; however many, with two questions to the database. */
final class VisitView {
  private final WatchRegister watches;
  private final PeopleRegister people;

  VisitView(WatchRegister watches, PeopleRegister people) {
    this.watches = watches;
    this.people = people;
  }

  /** The contract's {@code Visit}. */
  record VisitJson(
      UUID id,
      int version,
      UUID workerId,
      String workerName,
      Place place,
      @Nullable String purpose,
      Instant plannedStartAt,
      Instant plannedEndAt,
      boolean highRisk,
      String travelMode,
      @Nullable UUID vehicleId,
      int travelMinutes,
      String state,
      @Nullable UUID watchId,
      @Nullable UUID seriesId,
      @Nullable String companion,
      @Nullable String changedByName,
      @Nullable Instant changedAt) {}

  VisitJson one(Tx tx, Visit visit) {
    return all(tx, visit.organisation(), List.of(visit)).getFirst();
  }

  /** In the same order. */
  List<VisitJson> all(Tx tx, OrganisationId organisation, Collection<Visit> visits) {
    List<PersonId> named = visits.stream().flatMap(VisitView::named).distinct().toList();
    return all(tx, organisation, visits, people.byId(tx, organisation, named));
  }

  /** The same, where the people are known already. */
  List<VisitJson> all(
      Tx tx, OrganisationId organisation, Collection<Visit> visits, Map<PersonId, Person> known) {
    Map<WatchId, Watch> under =
        watches.all(tx, organisation, visits.stream().map(Visit::watch).toList());
    return visits.stream()
        .map(visit -> json(visit, Optional.ofNullable(under.get(visit.watch())), known))
        .toList();
  }

  private static Stream<PersonId> named(Visit visit) {
    return Stream.concat(
        Stream.of(visit.worker()),
        Optional.ofNullable(visit.lastChange()).map(LastChange::by).stream());
  }

  private static VisitJson json(Visit visit, Optional<Watch> watch, Map<PersonId, Person> people) {
    Appointment planned = visit.appointment();
    @Nullable LastChange change = visit.lastChange();
    @Nullable SeriesId series = visit.series();
    return new VisitJson(
        visit.id().value(),
        visit.version(),
        visit.worker().value(),
        name(people, visit.worker()),
        planned.place(),
        planned.purpose(),
        planned.plannedStartAt(),
        planned.plannedEndAt(),
        planned.highRisk(),
        planned.travelMode(),
        planned.vehicleId(),
        planned.travelMinutes(),
        visit.cancelled() ? "cancelled" : state(watch),
        visit.watch().value(),
        series == null ? null : series.value(),
        companion(watch),
        change == null ? null : name(people, change.by()),
        change == null ? null : change.at());
  }

  /** Who comes along, in the words of whoever said so. */
  private static @Nullable String companion(Optional<Watch> watch) {
    return watch.isEmpty() ? null : watch.get().trip().companion();
  }

  private static String name(Map<PersonId, Person> people, PersonId id) {
    @Nullable Person person = people.get(id);
    return person == null ? "" : person.name();
  }

  /** How a visit stands, its watch tells. */
  private static String state(Optional<Watch> watch) {
    if (watch.isEmpty()) {
      return "planned";
    }
    return switch (watch.get().state().shown()) {
      case WatchState.Planned _ -> "planned";
      case WatchState.Running _, WatchState.Overdue _, WatchState.Alarmed _ -> "under-watch";
      case WatchState.Closed s -> s.how() == WatchState.How.CANCELLED ? "cancelled" : "done";
    };
  }
}

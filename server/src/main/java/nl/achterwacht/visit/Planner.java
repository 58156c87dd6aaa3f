package nl.achterwacht.visit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.people.DutyRegister;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.Person;
import org.jspecify.annotations.Nullable;

/**
 * Everybody's visits of some days, and what does not go together. A few questions, however many.
 */
public final class Planner {
  /** More than this is no week that somebody looks at; a screen is told that there are more. */
  public static final int MOST = 5_000;

  // The longest way home that an appointment may have.
  private static final Duration REACH = Duration.ofHours(10);

  private final ZoneId zone;
  private final PeopleRegister people = new PeopleRegister();
  private final DutyRegister duties = new DutyRegister();
  private final VisitStore store = new VisitStore();

  /**
   * @param zone where a day begins at midnight
   */
  public Planner(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * What is planned in a period.
   *
   * @param people everybody who has not left, by id
   * @param isComplete false when there are more than {@link #MOST}
   */
  public record Period(
      List<Visit> visits,
      List<Conflict> conflicts,
      Map<PersonId, Person> people,
      boolean isComplete) {}

  /**
   * A visit as it might be planned.
   *
   * @param id of the visit it is now; a new one when there is none yet
   */
  public record Draft(
      VisitId id,
      PersonId worker,
      Instant startAt,
      Instant endAt,
      Duration travel,
      @Nullable UUID vehicle) {}

  /** A conflict of a draft, with the visit that it clashes with; null when it is with none. */
  public record Clash(Conflict.Kind kind, @Nullable Visit other) {}

  /** The week that begins on {@code monday}; see {@link #between}. */
  public Period week(Tx tx, OrganisationId organisation, LocalDate monday) {
    return between(
        tx,
        organisation,
        monday.atStartOfDay(zone).toInstant(),
        monday.plusWeeks(1).atStartOfDay(zone).toInstant());
  }

  /** All visits that are at least partly in a period and were not cancelled, earliest first. */
  public Period between(Tx tx, OrganisationId organisation, Instant from, Instant until) {
    Map<PersonId, Person> everybody = people.byId(tx, organisation, null);
    List<Visit> around =
        store.between(tx, organisation, from.minus(REACH), until.plus(REACH), MOST + 1);
    List<Visit> known = around.subList(0, Math.min(MOST, around.size()));
    List<Visit> visits =
        known.stream()
            .filter(v -> v.appointment().plannedEndAt().isAfter(from))
            .filter(v -> v.appointment().plannedStartAt().isBefore(until))
            .toList();
    return new Period(
        visits,
        conflicts(tx, organisation, slots(known, everybody), from, until),
        everybody,
        around.size() <= MOST);
  }

  /** What {@code draft} would not go together with. */
  public List<Clash> clashes(Tx tx, OrganisationId organisation, Draft draft) {
    Map<PersonId, Person> everybody = people.byId(tx, organisation, null);
    @Nullable Person worker = everybody.get(draft.worker());
    if (worker == null) {
      return List.of();
    }
    Instant from = draft.startAt().minus(REACH);
    Instant until = draft.endAt().plus(REACH);
    List<Visit> around =
        store.between(tx, organisation, from, until, MOST).stream()
            .filter(v -> !v.id().equals(draft.id()))
            .toList();
    List<Conflicts.Slot> slots = new ArrayList<>(slots(around, everybody));
    slots.add(
        new Conflicts.Slot(
            draft.id(),
            draft.worker(),
            worker.team(),
            draft.startAt(),
            draft.endAt(),
            draft.travel(),
            draft.vehicle()));
    return conflicts(tx, organisation, slots, from, until).stream()
        .filter(conflict -> conflict.visit().equals(draft.id()))
        .map(conflict -> new Clash(conflict.kind(), find(around, conflict.other())))
        .toList();
  }

  private List<Conflict> conflicts(
      Tx tx, OrganisationId organisation, List<Conflicts.Slot> slots, Instant from, Instant until) {
    return Conflicts.of(
        slots, duties.between(tx, organisation, from.minus(REACH), until.plus(REACH)));
  }

  private static List<Conflicts.Slot> slots(List<Visit> visits, Map<PersonId, Person> everybody) {
    List<Conflicts.Slot> slots = new ArrayList<>();
    for (Visit visit : visits) {
      @Nullable Person worker = everybody.get(visit.worker());
      if (worker != null) {
        slots.add(slot(visit, worker.team()));
      }
    }
    return slots;
  }

  private static Conflicts.Slot slot(Visit visit, TeamId team) {
    Appointment planned = visit.appointment();
    return new Conflicts.Slot(
        visit.id(),
        visit.worker(),
        team,
        planned.plannedStartAt(),
        planned.plannedEndAt(),
        Duration.ofMinutes(planned.travelMinutes()),
        planned.vehicleId());
  }

  private static @Nullable Visit find(List<Visit> visits, @Nullable VisitId id) {
    return visits.stream().filter(v -> v.id().equals(id)).findFirst().orElse(null);
  }
}

package nl.achterwacht.calendar;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.Person;
import nl.achterwacht.people.TeamNumbers;
import nl.achterwacht.visit.Appointment;
import nl.achterwacht.visit.Visit;
import nl.achterwacht.visit.VisitId;
import nl.achterwacht.visit.VisitRegister;
import nl.achterwacht.watch.NewWatch;
import nl.achterwacht.watch.Shape;
import nl.achterwacht.watch.TripFacts;
import nl.achterwacht.watch.WatchId;
import nl.achterwacht.watch.WatchPlan;
import org.jspecify.annotations.Nullable;

/** Plans visits that come from elsewhere, each with its watch, by the numbers of its team. */
public final class PlannedVisits {
  private final PeopleRegister people;
  private final VisitRegister visits;

  public PlannedVisits(PeopleRegister people, VisitRegister visits) {
    this.people = people;
    this.visits = visits;
  }

  /** The visits themselves, for moving and cancelling. */
  public VisitRegister register() {
    return visits;
  }

  /** Plans for one organisation, in one transaction, reading its people and teams once. */
  public Desk open(Tx tx, OrganisationId organisation) {
    var workers = new HashMap<PersonId, Person>();
    for (Person person : people.people(tx, organisation)) {
      if (person.roles().contains("worker")) {
        workers.put(person.id(), person);
      }
    }
    return new Desk(tx, organisation, workers);
  }

  /** Where visits are planned. */
  public final class Desk {
    private final Tx tx;
    private final OrganisationId organisation;
    private final Map<PersonId, Person> workers;
    private final Map<TeamId, TeamNumbers> numbers = new HashMap<>();

    private Desk(Tx tx, OrganisationId organisation, Map<PersonId, Person> workers) {
      this.tx = tx;
      this.organisation = organisation;
      this.workers = workers;
    }

    /** Whether this person still works here, in the role of a worker. */
    public boolean knows(PersonId worker) {
      return workers.containsKey(worker);
    }

    /**
     * Plans the visit and its watch.
     *
     * @param by who plans it
     */
    public Visit plan(PersonId workerId, Appointment planned, PersonId by) {
      Person worker = workers.get(workerId);
      if (worker == null) {
        throw new IllegalStateException("no worker " + workerId);
      }
      VisitId id = VisitId.next();
      var trip =
          new TripFacts(
              id.value(),
              planned.place(),
              planned.purpose(),
              planned.travelMode(),
              planned.vehicleId(),
              null);
      var watch =
          new NewWatch(
              organisation,
              WatchId.next(),
              worker.id(),
              worker.team(),
              watchPlan(planned, numbers.computeIfAbsent(worker.team(), this::numbersOf)),
              trip,
              VisitRegister.firstLeg());
      return visits.plan(tx, id, planned, watch, by);
    }

    private TeamNumbers numbersOf(TeamId team) {
      @Nullable TeamNumbers found = people.numbers(tx, organisation, team);
      if (found == null) {
        throw new IllegalStateException("no team " + team);
      }
      return found;
    }
  }

  private static WatchPlan watchPlan(Appointment planned, TeamNumbers numbers) {
    return new WatchPlan(
        Shape.VISIT,
        planned.highRisk(),
        false,
        numbers.shiftSignEvery(),
        numbers.reminder(),
        planned.highRisk() ? numbers.highRiskGrace() : numbers.grace(),
        numbers.phoneAfter(),
        numbers.extension(),
        Duration.ofMinutes(planned.travelMinutes()),
        numbers.journeyMargin(),
        numbers.shortGrace());
  }
}

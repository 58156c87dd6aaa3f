package nl.achterwacht.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.achterwacht.agreement.AgreementKeeper;
import nl.achterwacht.agreement.WorkingAgreement;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Slice;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.incident.Incident;
import nl.achterwacht.incident.IncidentKeeper;
import nl.achterwacht.incident.IncidentLine;
import nl.achterwacht.incident.IncidentQuery;
import nl.achterwacht.meeting.AgendaLine;
import nl.achterwacht.meeting.AgendaLines;
import nl.achterwacht.meeting.AgendaSource;
import nl.achterwacht.meeting.ItemKind;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.Person;
import nl.achterwacht.place.Place;
import nl.achterwacht.place.PlaceId;
import nl.achterwacht.place.PlaceRegister;
import nl.achterwacht.policy.RiskClass;
import nl.achterwacht.preparation.PreparationKeeper;
import nl.achterwacht.signal.Signal;
import nl.achterwacht.signal.SignalKeeper;
import nl.achterwacht.task.Task;
import nl.achterwacht.task.TaskKeeper;
import nl.achterwacht.task.TaskKind;
import nl.achterwacht.task.TaskState;
import nl.achterwacht.visit.Visit;
import nl.achterwacht.visit.VisitId;
import nl.achterwacht.visit.VisitQuery;
import nl.achterwacht.visit.VisitRegister;
import org.jspecify.annotations.Nullable;

/**
 * What fills the agenda of a team meeting. Of an address the whole team sees the street and never
 * the door, and nobody's name but colleagues'.
 */
final class AgendaSources {
  private static final Duration AHEAD = Duration.ofDays(14);
  private static final Duration RECENT = Duration.ofDays(60);
  private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");
  private static final int MOST = 50;

  private final PeopleRegister people;
  private final TaskKeeper tasks;
  private final InstantSource clock;

  AgendaSources(PeopleRegister people, TaskKeeper tasks, InstantSource clock) {
    this.people = people;
    this.tasks = tasks;
    this.clock = clock;
  }

  private interface Lines {
    AgendaLines of(Tx tx, OrganisationId organisation, TeamId team, Instant at);
  }

  private static AgendaSource source(ItemKind kind, Lines lines) {
    return new AgendaSource() {
      @Override
      public ItemKind kind() {
        return kind;
      }

      @Override
      public AgendaLines lines(Tx tx, OrganisationId organisation, TeamId team, Instant at) {
        return lines.of(tx, organisation, team, at);
      }
    };
  }

  /** Signals that nobody has answered. */
  AgendaSource signals(SignalKeeper signals, PlaceRegister places) {
    return source(
        ItemKind.SIGNALS,
        (tx, organisation, team, at) -> {
          List<Signal> all = signals.list(tx, organisation, team, null, Slice.WHOLE);
          Map<UUID, PersonId> open =
              owners(tx, organisation, all.stream().map(one -> one.id().value()).toList());
          Map<PersonId, Person> names = people.byId(tx, organisation, null);
          return AgendaLines.first(
              MOST,
              all.stream().filter(one -> open.containsKey(one.id().value())).toList(),
              one ->
                  new AgendaLine(
                      one.said().kind(),
                      streetOf(tx, organisation, places, one.place()),
                      nameOf(names, open.get(one.id().value())),
                      one.madeAt().toString(),
                      null,
                      one.id().value()));
        });
  }

  /** Incidents that are still open, and those of the last two months. */
  AgendaSource incidents(IncidentKeeper incidents, PlaceRegister places) {
    return source(
        ItemKind.INCIDENTS,
        (tx, organisation, team, at) -> {
          Instant since = clock.instant().minus(RECENT);
          var query = new IncidentQuery(team, null, null, null, null, false);
          List<Incident> recent =
              incidents.list(tx, organisation, query, Slice.WHOLE).stream()
                  .map(IncidentLine::incident)
                  .filter(one -> one.isOpen() || one.happenedAt().isAfter(since))
                  .toList();
          return AgendaLines.first(
              MOST,
              recent,
              one ->
                  new AgendaLine(
                      one.kind().text(),
                      streetOf(tx, organisation, places, one.place()),
                      null,
                      one.happenedAt().toString(),
                      null,
                      one.id().value()));
        });
  }

  /** Tasks of the team that should have been done by now. */
  AgendaSource overdueTasks() {
    return source(
        ItemKind.TASKS,
        (tx, organisation, team, at) -> {
          Map<PersonId, Person> names = people.byId(tx, organisation, null);
          List<AgendaLine> lines = new ArrayList<>();
          for (Task task : tasks.open(tx, organisation, team, null, Slice.WHOLE)) {
            // Whose talk is late is nothing for the whole team to read.
            if (task.kind() != TaskKind.AFTERCARE
                && task.state() instanceof TaskState.Open open
                && open.dueAt().isBefore(clock.instant())) {
              lines.add(
                  new AgendaLine(
                      task.kind().text(),
                      // Of an incident it is a code, and which incident is told elsewhere.
                      task.kind() == TaskKind.INCIDENT ? "" : task.what(),
                      nameOf(names, open.owner()),
                      open.dueAt().toString(),
                      null,
                      task.id().value()));
            }
          }
          return AgendaLines.first(MOST, lines, line -> line);
        });
  }

  /** Agreements that must be looked at within two weeks of the meeting. */
  AgendaSource agreements(AgreementKeeper agreements) {
    return source(
        ItemKind.AGREEMENTS,
        (tx, organisation, team, at) -> {
          Map<PersonId, Person> names = people.byId(tx, organisation, null);
          List<AgendaLine> lines = new ArrayList<>();
          for (WorkingAgreement one : agreements.list(tx, organisation, team, false, Slice.WHOLE)) {
            Instant due =
                one.terms().reviewOn().atTime(LocalTime.of(17, 0)).atZone(HERE).toInstant();
            if (!due.isAfter(at.plus(AHEAD))) {
              lines.add(
                  new AgendaLine(
                      "review",
                      one.terms().words(),
                      nameOf(names, one.terms().owner()),
                      due.toString(),
                      null,
                      one.id().value()));
            }
          }
          return AgendaLines.first(MOST, lines, line -> line);
        });
  }

  /** Visits of two weeks whose risk was raised, by the policy or by who planned them. */
  AgendaSource riskyVisits(VisitRegister visits, PreparationKeeper preparations) {
    return source(
        ItemKind.VISITS,
        (tx, organisation, team, at) -> {
          Map<PersonId, Person> names = people.byId(tx, organisation, null);
          Map<VisitId, RiskClass> risky = preparations.risky(tx, organisation);
          var query = new VisitQuery(null, at, at.plus(AHEAD), 0, Integer.MAX_VALUE);
          List<AgendaLine> lines = new ArrayList<>();
          for (Visit visit : visits.list(tx, organisation, query)) {
            @Nullable Person worker = names.get(visit.worker());
            @Nullable RiskClass risk = risky.get(visit.id());
            boolean raised = risk != null || visit.appointment().highRisk();
            if (worker != null && worker.team().equals(team) && raised && !visit.cancelled()) {
              lines.add(
                  new AgendaLine(
                      (risk == null ? RiskClass.HIGH : risk).text(),
                      "",
                      worker.name(),
                      visit.appointment().plannedStartAt().toString(),
                      null,
                      visit.id().value()));
            }
          }
          return AgendaLines.first(MOST, lines, line -> line);
        });
  }

  static String streetOf(
      Tx tx, OrganisationId organisation, PlaceRegister places, @Nullable PlaceId id) {
    @Nullable Place place = id == null ? null : places.find(tx, organisation, id).orElse(null);
    if (place == null || place.address().street() == null) {
      return "";
    }
    String town = place.address().town();
    return place.address().street() + (town == null ? "" : ", " + town);
  }

  /** Who answers for what is still open about these. */
  private Map<UUID, PersonId> owners(Tx tx, OrganisationId organisation, List<UUID> subjects) {
    Map<UUID, PersonId> owners = new HashMap<>();
    for (Task task : tasks.about(tx, organisation, subjects)) {
      if (task.state() instanceof TaskState.Open open) {
        owners.put(task.subject(), open.owner());
      }
    }
    return owners;
  }

  private static @Nullable String nameOf(Map<PersonId, Person> names, @Nullable PersonId id) {
    @Nullable Person person = id == null ? null : names.get(id);
    return person == null ? null : person.name();
  }
}

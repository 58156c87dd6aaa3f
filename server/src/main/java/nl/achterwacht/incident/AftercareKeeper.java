package nl.achterwacht.incident;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.achterwacht.base.Ids;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.task.NewTask;
import nl.achterwacht.task.Task;
import nl.achterwacht.task.TaskEvent;
import nl.achterwacht.task.TaskId;
import nl.achterwacht.task.TaskKeeper;
import nl.achterwacht.task.TaskState;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what must follow an incident: who it happened to, the steps of their aftercare and those of
 * the incident as a whole, each with a task in the same transaction.
 */
public final class AftercareKeeper {
  private final InstantSource clock;
  private final IncidentJournal journal;
  private final TaskKeeper tasks;
  private final Caretakers caretakers;
  private final AftercarePlan plan;
  private final TeamMeetings meetings;
  private final IncidentStore incidents = new IncidentStore();
  private final InvolvedStore involved = new InvolvedStore();
  private final StepStore steps = new StepStore();

  public AftercareKeeper(
      InstantSource clock,
      IncidentJournal journal,
      TaskKeeper tasks,
      PeopleRegister people,
      AftercarePlan plan,
      TeamMeetings meetings) {
    this.clock = clock;
    this.journal = journal;
    this.tasks = tasks;
    this.caretakers = new Caretakers(people);
    this.plan = plan;
    this.meetings = meetings;
  }

  /** What came of a step. */
  public enum Outcome {
    DONE,
    /** It was not done; another date is given. */
    NOT_DONE,
    /** The offer was refused; it is repeated. */
    REFUSED,
    /** Of the incident as a whole: not needed here. */
    NOT_NEEDED
  }

  /**
   * What somebody says of a step; never what was said in a talk.
   *
   * @param heldBy who held the talk; null for whoever says it
   * @param nextOn when it is tried again
   */
  public record Told(Outcome outcome, @Nullable PersonId heldBy, @Nullable LocalDate nextOn) {}

  public List<Involved> involved(Tx tx, OrganisationId organisation, IncidentId incident) {
    return involved.of(tx, organisation, incident);
  }

  public List<Step> steps(Tx tx, OrganisationId organisation, IncidentId incident) {
    return steps.of(tx, organisation, incident);
  }

  /** Those of these tasks that are a step of an incident. */
  public List<TaskStep> stepsOf(Tx tx, OrganisationId organisation, List<TaskId> of) {
    return of.isEmpty() ? List.of() : steps.ofTasks(tx, organisation, of);
  }

  /** Plans what must follow the incident as a whole. */
  void planned(Tx tx, Incident incident) {
    @Nullable Instant meeting =
        meetings.next(tx, incident.organisation(), incident.team()).orElse(null);
    plan.ofIncident(incident.kind(), incident.happenedAt(), meeting, clock.instant())
        .forEach(due -> open(tx, incident, null, due));
  }

  /** Who turned out to be involved; a victim gets aftercare. */
  public IncidentResult involve(
      Tx tx,
      OrganisationId organisation,
      IncidentId id,
      PersonId person,
      String role,
      PersonId by) {
    return on(
        tx,
        organisation,
        id,
        incident -> {
          if (!incident.isOpen()) {
            return new IncidentResult.Refused(IncidentResult.Reason.CLOSED);
          }
          involve(tx, incident, person, role);
          journal.note(tx, incident, "involved", by);
          return new IncidentResult.Done(id);
        });
  }

  void involve(Tx tx, Incident incident, PersonId person, String role) {
    involved.put(tx, incident.organisation(), incident.id(), person, role);
    boolean hasPlan =
        steps.of(tx, incident.organisation(), incident.id()).stream()
            .anyMatch(step -> person.equals(step.person()));
    if (role.equals(Involved.VICTIM) && !hasPlan) {
      plan.ofVictim(incident.kind(), incident.happenedAt(), clock.instant())
          .forEach(due -> open(tx, incident, person, due));
      giveAway(tx, incident, person);
    }
  }

  /** Somebody was not involved after all; what was planned for them is dropped. */
  public IncidentResult remove(
      Tx tx, OrganisationId organisation, IncidentId id, PersonId person, PersonId by) {
    return on(
        tx,
        organisation,
        id,
        incident -> {
          endAll(tx, incident, person, "not-needed", by);
          involved.remove(tx, organisation, id, person);
          journal.note(tx, incident, "not-involved", by);
          return new IncidentResult.Done(id);
        });
  }

  /** Takes in what came of a step. */
  public IncidentResult told(
      Tx tx, OrganisationId organisation, IncidentId id, UUID stepId, Told told, PersonId by) {
    return on(
        tx,
        organisation,
        id,
        incident -> {
          Optional<Step> step =
              steps.of(tx, organisation, id).stream()
                  .filter(one -> one.id().equals(stepId))
                  .findFirst();
          if (step.isEmpty()) {
            return new IncidentResult.Unknown();
          }
          Optional<IncidentResult.Reason> no = AftercareRules.refusal(step.get(), told, today());
          if (no.isPresent()) {
            return new IncidentResult.Refused(no.get());
          }
          took(tx, incident, step.get(), told, by);
          journal.note(tx, incident, "step-" + word(told.outcome()), by);
          return new IncidentResult.Done(id);
        });
  }

  private void took(Tx tx, Incident incident, Step step, Told told, PersonId by) {
    var answered = new StepStore.Answered(told.heldBy(), told.nextOn());
    switch (told.outcome()) {
      case NOT_DONE -> {
        LocalDate next = told.nextOn();
        if (next == null) {
          throw new IllegalStateException("the rules let a step go without a date");
        }
        Instant dueAt = plan.endOfWork(next);
        steps.tryAgain(tx, incident.organisation(), step, answered, dueAt);
        tell(tx, incident, step, new TaskEvent.Postponed(by, dueAt, "not-done"), by);
      }
      case REFUSED -> {
        end(tx, incident, step, told, by);
        open(tx, incident, step.person(), plan.offerAgain(clock.instant()));
      }
      case DONE, NOT_NEEDED -> end(tx, incident, step, told, by);
    }
  }

  /** Ends the aftercare of one person, by somebody's word; whatever was open of it need not be. */
  public IncidentResult close(
      Tx tx,
      OrganisationId organisation,
      IncidentId id,
      PersonId person,
      String word,
      PersonId by) {
    return on(
        tx,
        organisation,
        id,
        incident -> {
          Optional<Involved> open =
              involved.of(tx, organisation, id).stream()
                  .filter(one -> one.person().equals(person))
                  .findFirst();
          if (open.isEmpty()) {
            return new IncidentResult.Unknown();
          }
          if (open.get().closedAt() != null) {
            return new IncidentResult.Refused(IncidentResult.Reason.ALREADY_ENDED);
          }
          endAll(tx, incident, person, "not-needed", by);
          involved.close(tx, incident, person, by, word, clock.instant());
          journal.note(tx, incident, "aftercare-closed", by);
          return new IncidentResult.Done(id);
        });
  }

  /** A step whose task was ended somewhere else is ended too. */
  public void ended(Tx tx, Task task) {
    if (task.state() instanceof TaskState.Ended ended) {
      steps
          .ofTask(tx, task.organisation(), task.id())
          .filter(Step::isOpen)
          .ifPresent(step ->
              steps.end(
                  tx,
                  task.organisation(),
                  step,
                  ended.how() == TaskState.How.DONE ? "done" : "not-needed",
                  ended.by(),
                  StepStore.Answered.NOTHING,
                  ended.at()));
    }
  }

  private void endAll(Tx tx, Incident incident, PersonId person, String outcome, PersonId by) {
    for (Step step : steps.of(tx, incident.organisation(), incident.id())) {
      if (step.isOpen() && person.equals(step.person())) {
        end(tx, incident, step, outcome, StepStore.Answered.NOTHING, by);
      }
    }
  }

  private void end(Tx tx, Incident incident, Step step, Told told, PersonId by) {
    PersonId heldBy = told.heldBy() == null ? by : told.heldBy();
    var answered = new StepStore.Answered(heldBy, null);
    end(tx, incident, step, word(told.outcome()), answered, by);
  }

  private void end(
      Tx tx,
      Incident incident,
      Step step,
      String outcome,
      StepStore.Answered answered,
      PersonId by) {
    steps.end(tx, incident.organisation(), step, outcome, by, answered, clock.instant());
    tell(tx, incident, step, new TaskEvent.Completed(by, outcome), by);
  }

  private void tell(Tx tx, Incident incident, Step step, TaskEvent event, PersonId by) {
    tasks.handle(tx, incident.organisation(), step.task(), event, by);
  }

  private void open(Tx tx, Incident incident, @Nullable PersonId person, AftercarePlan.Due due) {
    Task task =
        tasks.open(
            tx,
            new NewTask(
                incident.organisation(),
                due.step().task(),
                incident.team(),
                incident.id().value(),
                due.step().text(),
                caretakers.of(tx, incident.organisation(), incident.team(), victims(tx, incident)),
                null,
                due.at()));
    steps.insert(
        tx,
        incident.organisation(),
        new Step(
            Ids.next(),
            incident.id(),
            person,
            due.step(),
            task.id(),
            due.at(),
            null,
            null,
            null,
            null,
            null));
  }

  /** What {@code victim} would have had to do, before anybody knew it happened to them. */
  private void giveAway(Tx tx, Incident incident, PersonId victim) {
    @Nullable PersonId other =
        caretakers.of(tx, incident.organisation(), incident.team(), victims(tx, incident));
    for (Task task : tasks.about(tx, incident.organisation(), List.of(incident.id().value()))) {
      if (other != null
          && task.state() instanceof TaskState.Open open
          && open.owner().equals(victim)) {
        tasks.handle(
            tx, incident.organisation(), task.id(), new TaskEvent.Given(other, other), other);
      }
    }
  }

  private Set<PersonId> victims(Tx tx, Incident incident) {
    Set<PersonId> victims = new HashSet<>();
    involved.of(tx, incident.organisation(), incident.id()).stream()
        .filter(Involved::isVictim)
        .forEach(one -> victims.add(one.person()));
    return victims;
  }

  private interface Work {
    IncidentResult on(Incident incident);
  }

  private IncidentResult on(Tx tx, OrganisationId organisation, IncidentId id, Work work) {
    return incidents
        .lock(tx, organisation, id)
        .map(work::on)
        .orElseGet(IncidentResult.Unknown::new);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), plan.zone());
  }

  private static String word(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

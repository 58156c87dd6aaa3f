package nl.achterwacht.incident;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.base.Ids;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.incident.IncidentResult.Reason;
import nl.achterwacht.task.NewTask;
import nl.achterwacht.task.Task;
import nl.achterwacht.task.TaskEvent;
import nl.achterwacht.task.TaskId;
import nl.achterwacht.task.TaskKeeper;
import nl.achterwacht.task.TaskKind;
import org.jspecify.annotations.Nullable;

/** Keeps what is done toward who did it: the only writer of its table. */
public final class MeasureKeeper {
  /** What the task to look at a measure again says; a code, so that pages say it in words. */
  public static final String REVIEW = "measure-review";

  private final InstantSource clock;
  private final IncidentJournal journal;
  private final TaskKeeper tasks;
  private final AftercarePlan days;
  private final IncidentStore incidents = new IncidentStore();
  private final MeasureStore store = new MeasureStore();

  public MeasureKeeper(
      InstantSource clock, IncidentJournal journal, TaskKeeper tasks, AftercarePlan days) {
    this.clock = clock;
    this.journal = journal;
    this.tasks = tasks;
    this.days = days;
  }

  /** A measure as somebody asks for it. */
  public record Asked(
      String kind,
      List<String> behaviours,
      PersonId decidedBy,
      Measure.Term term,
      Measure.Hearing hearing,
      Measure.Objection objection,
      @Nullable String toldTo) {}

  public List<Measure> of(Tx tx, OrganisationId organisation, IncidentId incident) {
    return store.of(tx, organisation, incident);
  }

  /** Takes a measure, and plans to look at it again. */
  public IncidentResult take(
      Tx tx, OrganisationId organisation, IncidentId id, Asked asked, PersonId by) {
    Optional<Incident> found = incidents.lock(tx, organisation, id);
    if (found.isEmpty()) {
      return new IncidentResult.Unknown();
    }
    Incident incident = found.get();
    Optional<Reason> no =
        MeasureRules.refusal(incident.kind(), asked.behaviours(), asked.term(), today());
    if (no.isPresent()) {
      return new IncidentResult.Refused(no.get());
    }
    TaskId review = reviewOf(tx, incident, asked.term(), by);
    store.insert(
        tx,
        organisation,
        new Measure(
            Ids.next(),
            id,
            asked.kind(),
            asked.behaviours(),
            asked.decidedBy(),
            by,
            clock.instant(),
            asked.term(),
            asked.hearing(),
            asked.objection(),
            asked.toldTo(),
            review,
            0));
    journal.note(tx, incident, "measure-taken", by);
    return new IncidentResult.Done(id);
  }

  /** Changes what may change of it: its end, the hearing, the objection, who was told. */
  public IncidentResult change(
      Tx tx, OrganisationId organisation, IncidentId id, UUID measure, Asked asked, PersonId by) {
    Optional<Incident> found = incidents.lock(tx, organisation, id);
    Optional<Measure> before =
        store.of(tx, organisation, id).stream().filter(one -> one.id().equals(measure)).findFirst();
    if (found.isEmpty() || before.isEmpty()) {
      return new IncidentResult.Unknown();
    }
    Measure old = before.get();
    var term =
        new Measure.Term(
            asked.term().text(),
            old.term().startsOn(),
            asked.term().endsOn(),
            asked.term().reviewOn());
    // What was to be looked at before today may have been; only a new date must lie ahead.
    boolean sameReview = term.reviewOn().equals(old.term().reviewOn());
    LocalDate from = sameReview ? old.term().startsOn() : today();
    Optional<Reason> no = MeasureRules.refusal(found.get().kind(), old.behaviours(), term, from);
    if (no.isPresent()) {
      return new IncidentResult.Refused(no.get());
    }
    TaskId review = sameReview ? old.review() : movedReview(tx, found.get(), old, term, by);
    store.update(
        tx,
        organisation,
        new Measure(
            old.id(),
            id,
            old.kind(),
            old.behaviours(),
            old.decidedBy(),
            old.madeBy(),
            old.madeAt(),
            term,
            asked.hearing(),
            asked.objection(),
            asked.toldTo(),
            review,
            old.version() + 1));
    journal.note(tx, found.get(), "measure-changed", by);
    return new IncidentResult.Done(id);
  }

  private TaskId movedReview(
      Tx tx, Incident incident, Measure old, Measure.Term term, PersonId by) {
    tasks.handle(
        tx, incident.organisation(), old.review(), new TaskEvent.Completed(by, "not-needed"), by);
    return reviewOf(tx, incident, term, by);
  }

  private TaskId reviewOf(Tx tx, Incident incident, Measure.Term term, PersonId by) {
    Task task =
        tasks.open(
            tx,
            new NewTask(
                incident.organisation(),
                TaskKind.INCIDENT,
                incident.team(),
                incident.id().value(),
                REVIEW,
                null,
                by,
                days.endOfWork(term.reviewOn())));
    return task.id();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), days.zone());
  }
}

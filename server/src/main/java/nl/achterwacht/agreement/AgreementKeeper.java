package nl.achterwacht.agreement;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.agreement.AgreementResult.Done;
import nl.achterwacht.agreement.AgreementResult.Reason;
import nl.achterwacht.agreement.AgreementResult.Refused;
import nl.achterwacht.agreement.WorkingAgreement.Change;
import nl.achterwacht.agreement.WorkingAgreement.Kind;
import nl.achterwacht.agreement.WorkingAgreement.Terms;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Slice;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.journal.Entry;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.task.NewTask;
import nl.achterwacht.task.Task;
import nl.achterwacht.task.TaskEvent;
import nl.achterwacht.task.TaskKeeper;
import nl.achterwacht.task.TaskKind;
import nl.achterwacht.task.TaskListener;
import nl.achterwacht.task.TaskState;
import org.jspecify.annotations.Nullable;

/**
 * Keeps working agreements: the only writer of their tables. While one stands there is a task to
 * look at it again; ending that task, in whatever way, plans the next look.
 */
public final class AgreementKeeper implements TaskListener {
  private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");
  private static final LocalTime END_OF_DAY = LocalTime.of(17, 0);
  private static final int SHORTEST_DAYS = 14;
  private static final int LONGEST_DAYS = 366;
  private static final int LONGEST_WHAT = 500;

  private final InstantSource clock;
  private final Journal journal;
  private final TaskKeeper tasks;
  private final AgreementStore store = new AgreementStore();

  public AgreementKeeper(InstantSource clock, Journal journal, TaskKeeper tasks) {
    this.clock = clock;
    this.journal = journal;
    this.tasks = tasks;
  }

  /** Makes one, with the task to look at it again; {@code meeting} is where it was agreed. */
  public AgreementResult make(
      Tx tx,
      OrganisationId organisation,
      TeamId team,
      Terms terms,
      @Nullable UUID meeting,
      PersonId by) {
    Optional<Reason> fault = faultOf(terms.reviewOn());
    if (fault.isPresent()) {
      return new Refused(fault.get());
    }
    Instant now = clock.instant();
    AgreementId id = AgreementId.next();
    Task task = openReview(tx, organisation, id, team, terms, by);
    var made =
        new WorkingAgreement(
            organisation, id, team, terms, task.id().value(), meeting, now, null, 1);
    store.insert(tx, made);
    noted(tx, made, Kind.MADE, by, null, now);
    return new Done(made);
  }

  /**
   * Changes it.
   *
   * @param version on which the change was written
   */
  public AgreementResult change(
      Tx tx,
      OrganisationId organisation,
      AgreementId id,
      int version,
      Terms terms,
      String reason,
      PersonId by) {
    Optional<WorkingAgreement> before = store.lock(tx, organisation, id);
    Optional<Reason> fault = faultOf(before, version).or(() -> faultOf(terms.reviewOn()));
    return fault.isPresent()
        ? new Refused(fault.get())
        : goOn(tx, before.orElseThrow(), Kind.CHANGED, terms, reason, by);
  }

  /** It was looked at and is still right; it is looked at again on a later day. */
  public AgreementResult review(
      Tx tx,
      OrganisationId organisation,
      AgreementId id,
      int version,
      LocalDate again,
      String reason,
      PersonId by) {
    Optional<WorkingAgreement> before = store.lock(tx, organisation, id);
    Optional<Reason> fault = faultOf(before, version).or(() -> faultOf(again));
    if (fault.isPresent()) {
      return new Refused(fault.get());
    }
    Terms now = before.orElseThrow().terms();
    Terms next = new Terms(now.words(), now.owner(), again);
    return goOn(tx, before.orElseThrow(), Kind.REVIEWED, next, reason, by);
  }

  /** It does not hold any more. */
  public AgreementResult end(
      Tx tx, OrganisationId organisation, AgreementId id, int version, String reason, PersonId by) {
    Optional<WorkingAgreement> before = store.lock(tx, organisation, id);
    Optional<Reason> fault = faultOf(before, version);
    if (fault.isPresent()) {
      return new Refused(fault.get());
    }
    Instant now = clock.instant();
    WorkingAgreement after = next(before.orElseThrow(), before.orElseThrow().terms(), null, now);
    store.update(tx, after);
    noted(tx, after, Kind.ENDED, by, reason, now);
    tasks.answered(tx, organisation, id.value(), by, reason);
    return new Done(after);
  }

  /** Those of a team, or of all when it is null: first to be looked at again comes first. */
  public List<WorkingAgreement> list(
      Tx tx, OrganisationId organisation, @Nullable TeamId team, boolean ended, Slice slice) {
    return store.list(tx, organisation, team, ended, slice);
  }

  /** One, locked until the end of the transaction. */
  public Optional<WorkingAgreement> find(Tx tx, OrganisationId organisation, AgreementId id) {
    return store.lock(tx, organisation, id);
  }

  /** Its steps, the latest first. */
  public List<Change> history(Tx tx, OrganisationId organisation, AgreementId id) {
    return store.history(tx, organisation, id);
  }

  /** The task to look again was ended on its own page: that was the look. */
  @Override
  public void ended(Tx tx, Task task) {
    if (task.kind() == TaskKind.REVIEW && task.state() instanceof TaskState.Ended ended) {
      store
          .lockByTask(tx, task.organisation(), task.id().value())
          .filter(agreement -> agreement.endedAt() == null)
          .ifPresent(agreement -> {
            Terms terms = agreement.terms();
            var next = new Terms(terms.words(), terms.owner(), nextReview(tx, agreement));
            goOn(tx, agreement, Kind.REVIEWED, next, ended.answer(), ended.by());
          });
    }
  }

  /** As long from now as it was planned ahead the last time. */
  private LocalDate nextReview(Tx tx, WorkingAgreement agreement) {
    Instant since = store.history(tx, agreement.organisation(), agreement.id()).getFirst().at();
    long days =
        ChronoUnit.DAYS.between(LocalDate.ofInstant(since, HERE), agreement.terms().reviewOn());
    return today().plusDays(Math.clamp(days, SHORTEST_DAYS, LONGEST_DAYS));
  }

  private AgreementResult goOn(
      Tx tx, WorkingAgreement before, Kind kind, Terms terms, String reason, PersonId by) {
    Instant now = clock.instant();
    UUID id = before.id().value();
    Task task = openReview(tx, before.organisation(), before.id(), before.team(), terms, by);
    WorkingAgreement after = next(before, terms, task.id().value(), null);
    store.update(tx, after);
    noted(tx, after, kind, by, reason, now);
    // The new task is known by now, so ending the old one does not plan a look of its own.
    for (Task other : tasks.about(tx, before.organisation(), List.of(id))) {
      if (other.state() instanceof TaskState.Open && !other.id().equals(task.id())) {
        tasks.handle(tx, other.organisation(), other.id(), new TaskEvent.Completed(by, reason), by);
      }
    }
    return new Done(after);
  }

  private static WorkingAgreement next(
      WorkingAgreement before, Terms terms, @Nullable UUID task, @Nullable Instant endedAt) {
    return new WorkingAgreement(
        before.organisation(),
        before.id(),
        before.team(),
        terms,
        task,
        before.meeting(),
        before.madeAt(),
        endedAt,
        before.version() + 1);
  }

  private Task openReview(
      Tx tx, OrganisationId organisation, AgreementId id, TeamId team, Terms terms, PersonId by) {
    String what = terms.words();
    return tasks.open(
        tx,
        new NewTask(
            organisation,
            TaskKind.REVIEW,
            team,
            id.value(),
            what.length() > LONGEST_WHAT ? what.substring(0, LONGEST_WHAT - 1) + "…" : what,
            terms.owner(),
            by,
            terms.reviewOn().atTime(END_OF_DAY).atZone(HERE).toInstant()));
  }

  private static Optional<Reason> faultOf(Optional<WorkingAgreement> found, int version) {
    if (found.isEmpty()) {
      return Optional.of(Reason.UNKNOWN);
    }
    if (found.get().endedAt() != null) {
      return Optional.of(Reason.ENDED);
    }
    return found.get().version() == version ? Optional.empty() : Optional.of(Reason.STALE);
  }

  private Optional<Reason> faultOf(LocalDate reviewOn) {
    if (!reviewOn.isAfter(today())) {
      return Optional.of(Reason.PAST);
    }
    return reviewOn.isAfter(today().plusDays(LONGEST_DAYS))
        ? Optional.of(Reason.TOO_FAR)
        : Optional.empty();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), HERE);
  }

  private void noted(
      Tx tx, WorkingAgreement after, Kind kind, PersonId by, @Nullable String reason, Instant now) {
    store.add(tx, after, new Change(after.version(), kind, after.terms(), by, now, reason));
    String data = Json.write(Map.of("agreementId", after.id().toString()));
    journal.record(
        tx,
        List.of(
            new Entry(
                after.organisation(),
                now,
                "agreement." + kind.text(),
                by.value(),
                null,
                null,
                null,
                null,
                data)));
  }
}

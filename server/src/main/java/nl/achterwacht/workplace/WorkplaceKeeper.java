package nl.achterwacht.workplace;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.achterwacht.base.Ids;
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
import nl.achterwacht.task.TaskState;
import nl.achterwacht.workplace.WorkplaceResult.Done;
import nl.achterwacht.workplace.WorkplaceResult.Reason;
import nl.achterwacht.workplace.WorkplaceResult.Refused;
import nl.achterwacht.workplace.WorkplaceResult.Unknown;
import org.jspecify.annotations.Nullable;

/**
 * Keeps lone workplaces: the only writer of their table. Whoever changes one leaves behind what it
 * was. One that is in use always has a review that somebody must hold: it is a task. What is still
 * to be done about it goes along when it changes team.
 */
public final class WorkplaceKeeper {
  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
  private static final int REVIEW_MONTHS = 12;

  private final InstantSource clock;
  private final Journal journal;
  private final TaskKeeper tasks;
  private final WorkplaceStore store = new WorkplaceStore();
  private final AssessmentStore assessed = new AssessmentStore();

  public WorkplaceKeeper(InstantSource clock, Journal journal, TaskKeeper tasks) {
    this.clock = clock;
    this.journal = journal;
    this.tasks = tasks;
  }

  /**
   * Adds a workplace, and its first review.
   *
   * @param reviewAt when that is; null for a year later
   */
  public Workplace add(
      Tx tx,
      OrganisationId organisation,
      Workplace.Details details,
      @Nullable Instant reviewAt,
      PersonId by) {
    Instant now = clock.instant();
    var made = new Workplace(organisation, WorkplaceId.next(), details, by, now, null, 0);
    store.insert(tx, made);
    store.setNextReview(tx, organisation, made.id(), reviewAt);
    note(tx, made, "workplace.added", by, now);
    openReview(tx, made, by, now);
    return made;
  }

  /**
   * Changes what is known of it.
   *
   * @param version the one that was read
   */
  public WorkplaceResult change(
      Tx tx,
      OrganisationId organisation,
      WorkplaceId id,
      int version,
      Workplace.Details after,
      PersonId by) {
    return inUse(tx, organisation, id, before -> changed(tx, before, version, after, by));
  }

  private WorkplaceResult changed(
      Tx tx, Workplace before, int version, Workplace.Details asked, PersonId by) {
    if (before.version() != version) {
      return new Refused(Reason.CHANGED_MEANWHILE);
    }
    boolean moves = !asked.team().equals(before.details().team());
    Workplace.Details after = moves ? withOwnerThere(tx, before, asked) : asked;
    List<Differences.Difference> differences = Differences.between(before.details(), after);
    if (differences.isEmpty()) {
      return new Done(before);
    }
    Instant now = clock.instant();
    store.update(tx, with(before, after, version));
    for (Differences.Difference one : differences) {
      noteChange(tx, before, one.field(), one.was(), one.became(), by);
    }
    note(tx, before, "workplace.changed", by, now);
    if (moves) {
      takeAlong(tx, before, after, by);
    } else if (!after.owner().equals(before.details().owner())) {
      giveOn(tx, before, after.owner(), by);
    }
    return new Done(with(before, after, version + 1));
  }

  /**
   * How the means of alarm were found to be.
   *
   * @param byName who tried them
   * @param result works, unreliable or fails
   */
  public record AlarmTest(LocalDate on, String byName, String result) {}

  /** The means of alarm were tried, whatever else is being changed about it. */
  public WorkplaceResult alarmTested(
      Tx tx, OrganisationId organisation, WorkplaceId id, AlarmTest test, PersonId by) {
    return inUse(
        tx,
        organisation,
        id,
        before -> {
          Facts tested = before.details().facts().tested(test.on(), test.byName(), test.result());
          return changed(tx, before, before.version(), before.details().with(tested), by);
        });
  }

  /** It is not used any more: what must still be done about it is dropped. */
  public WorkplaceResult end(
      Tx tx, OrganisationId organisation, WorkplaceId id, String reason, PersonId by) {
    return inUse(
        tx,
        organisation,
        id,
        before -> {
          Instant now = clock.instant();
          store.end(tx, before, new Workplace.Ending(now, by, reason));
          note(tx, before, "workplace.ended", by, now);
          for (Task task : open(tx, before)) {
            tasks.handle(tx, organisation, task.id(), new TaskEvent.Dropped(by, reason), by);
          }
          return new Done(store.find(tx, organisation, id).orElseThrow());
        });
  }

  /**
   * It was looked at again, and is still right or was put right.
   *
   * @param nextAt when it is looked at after this; null for a year later
   */
  public WorkplaceResult review(
      Tx tx,
      OrganisationId organisation,
      WorkplaceId id,
      String answer,
      @Nullable Instant nextAt,
      PersonId by) {
    return inUse(
        tx,
        organisation,
        id,
        workplace -> {
          store.setNextReview(tx, organisation, id, nextAt);
          for (Task task : open(tx, workplace)) {
            if (task.kind() == TaskKind.REVIEW) {
              tasks.handle(tx, organisation, task.id(), new TaskEvent.Completed(by, answer), by);
            }
          }
          return new Done(workplace);
        });
  }

  /** A review was ended, here or on the page of tasks: the next one is opened at once. */
  public void ended(Tx tx, Task task) {
    if (task.kind() != TaskKind.REVIEW) {
      return;
    }
    var id = new WorkplaceId(task.subject());
    Optional<Workplace> found = store.lock(tx, task.organisation(), id);
    if (found.isPresent()
        && found.get().isActive()
        && task.state() instanceof TaskState.Ended ended) {
      openReview(tx, found.get(), ended.by(), clock.instant());
    }
  }

  /** One workplace; empty when there is none. */
  public Optional<Workplace> find(Tx tx, OrganisationId organisation, WorkplaceId id) {
    return store.find(tx, organisation, id);
  }

  /** The workplace that a task is about, by its own id or that of a measure. */
  public Optional<Workplace> about(Tx tx, OrganisationId organisation, UUID subject) {
    return store.about(tx, organisation, subject);
  }

  /** By name; of one team when that is asked, and with those not used any more when asked. */
  public List<Workplace> list(
      Tx tx, OrganisationId organisation, @Nullable TeamId team, boolean endedToo, Slice slice) {
    return store.list(tx, organisation, team, endedToo, slice);
  }

  /** What each is called, also those that are not used any more. */
  public Map<UUID, String> names(Tx tx, OrganisationId organisation) {
    return store.names(tx, organisation);
  }

  /** What was changed, the latest first. */
  public List<Workplace.Change> changes(
      Tx tx, OrganisationId organisation, WorkplaceId id, Slice slice) {
    return store.changes(tx, organisation, id, slice);
  }

  /** Does {@code act} with the workplace locked, if it is there and in use. */
  WorkplaceResult inUse(
      Tx tx,
      OrganisationId organisation,
      WorkplaceId id,
      Function<Workplace, WorkplaceResult> act) {
    Optional<Workplace> found = store.lock(tx, organisation, id);
    if (found.isEmpty()) {
      return new Unknown();
    }
    return found.get().isActive() ? act.apply(found.get()) : new Refused(Reason.ENDED);
  }

  /** Keeps what a part of it was and what it became: for what other modules know of it too. */
  public void noteChange(
      Tx tx,
      Workplace workplace,
      String field,
      @Nullable String was,
      @Nullable String became,
      PersonId by) {
    var change = new Workplace.Change(Ids.next(), clock.instant(), by, field, was, became);
    store.note(tx, workplace.organisation(), workplace.id(), change);
  }

  private void openReview(Tx tx, Workplace workplace, PersonId by, Instant now) {
    Instant yearLater = now.atZone(AMSTERDAM).plusMonths(REVIEW_MONTHS).toInstant();
    Instant dueAt =
        store
            .nextReview(tx, workplace.organisation(), workplace.id())
            .filter(at -> at.isAfter(now))
            .orElse(yearLater);
    store.setNextReview(tx, workplace.organisation(), workplace.id(), null);
    tasks.open(
        tx,
        new NewTask(
            workplace.organisation(),
            TaskKind.REVIEW,
            workplace.details().team(),
            workplace.id().value(),
            workplace.details().name(),
            workplace.details().owner(),
            by,
            dueAt));
  }

  /** Somebody of the team that it leaves does not answer for it any more, unless that is asked. */
  private Workplace.Details withOwnerThere(Tx tx, Workplace before, Workplace.Details after) {
    Workplace.Details was = before.details();
    return after.owner().equals(was.owner())
        ? after.with(
            tasks.ownerIn(tx, before.organisation(), was.owner(), was.team(), after.team()))
        : after;
  }

  /** What is still open goes to the new team, whose ladder it climbs from now on. */
  private void takeAlong(Tx tx, Workplace before, Workplace.Details after, PersonId by) {
    TeamId from = before.details().team();
    for (Task task : open(tx, before)) {
      if (task.state() instanceof TaskState.Open open) {
        PersonId to =
            isOfOwner(task)
                ? after.owner()
                : tasks.ownerIn(tx, before.organisation(), open.owner(), from, after.team());
        tasks.move(tx, task, after.team(), to, by);
        noteChange(tx, before, "task-" + task.kind().text(), null, task.what(), by);
      }
    }
  }

  private static boolean isOfOwner(Task task) {
    return task.kind() == TaskKind.REVIEW || task.kind() == TaskKind.DRILL;
  }

  private void giveOn(Tx tx, Workplace workplace, PersonId to, PersonId by) {
    for (Task task : open(tx, workplace)) {
      if (isOfOwner(task)) {
        tasks.handle(tx, workplace.organisation(), task.id(), new TaskEvent.Given(by, to), by);
      }
    }
  }

  /** What is still open about it: its review and its measures. */
  private List<Task> open(Tx tx, Workplace workplace) {
    List<UUID> subjects = new ArrayList<>(List.of(workplace.id().value()));
    assessed
        .measures(tx, workplace.organisation(), List.of(workplace.id()))
        .forEach(measure -> subjects.add(measure.id().value()));
    return tasks.about(tx, workplace.organisation(), subjects).stream()
        .filter(task -> task.state() instanceof TaskState.Open)
        .toList();
  }

  private static Workplace with(Workplace before, Workplace.Details details, int version) {
    return new Workplace(
        before.organisation(),
        before.id(),
        details,
        before.madeBy(),
        before.madeAt(),
        null,
        version);
  }

  private void note(Tx tx, Workplace workplace, String kind, PersonId by, Instant now) {
    journal.record(
        tx,
        List.of(
            new Entry(
                workplace.organisation(),
                now,
                kind,
                by.value(),
                null,
                null,
                null,
                null,
                Json.write(Map.of("workplaceId", workplace.id().toString())))));
  }
}

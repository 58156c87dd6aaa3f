package nl.achterwacht.task;

import static nl.achterwacht.base.Decision.stay;
import static nl.achterwacht.base.Decision.to;

import java.time.Duration;
import java.time.Instant;
import nl.achterwacht.base.Decision;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.task.TaskEffect.Climb;
import nl.achterwacht.task.TaskEffect.Reason;
import nl.achterwacht.task.TaskEffect.Refuse;
import nl.achterwacht.task.TaskEffect.Remind;
import nl.achterwacht.task.TaskEffect.TellOwner;
import nl.achterwacht.task.TaskEffect.TellPostponed;
import nl.achterwacht.task.TaskEvent.Completed;
import nl.achterwacht.task.TaskEvent.Dropped;
import nl.achterwacht.task.TaskEvent.Given;
import nl.achterwacht.task.TaskEvent.Moved;
import nl.achterwacht.task.TaskEvent.Postponed;
import nl.achterwacht.task.TaskEvent.Woken;
import nl.achterwacht.task.TaskState.Ended;
import nl.achterwacht.task.TaskState.How;
import nl.achterwacht.task.TaskState.Open;

/**
 * The rules of a task. Pure. Until a person ends it, a task always has a next moment: neglect makes
 * it climb, first to the supervisors and then further, and the last rung repeats.
 */
final class TaskRules {
  private static final Duration FURTHEST = Duration.ofDays(366);

  private TaskRules() {}

  /** The first state. A moment that has passed already makes it due at once. */
  static Open begin(TaskKind kind, PersonId owner, Instant dueAt, Instant now) {
    return new Open(owner, dueAt, firstWake(kind, dueAt, now), 0);
  }

  static Decision<TaskState, TaskEffect> decide(
      TaskKind kind, TaskState state, TaskEvent event, Instant now) {
    return switch (state) {
      case Open s when event.isWordless() -> refuse(s, Reason.NO_ANSWER);
      case Open s -> whileOpen(kind, s, event, now);
      case Ended s -> event instanceof Woken ? stay(s) : refuse(s, Reason.ALREADY_ENDED);
    };
  }

  private static Decision<TaskState, TaskEffect> whileOpen(
      TaskKind kind, Open s, TaskEvent event, Instant now) {
    return switch (event) {
      case Completed e -> to(new Ended(now, How.DONE, e.by(), e.answer()));
      case Dropped e -> to(new Ended(now, How.DROPPED, e.by(), e.reason()));
      case Postponed e when !e.dueAt().isAfter(now) -> refuse(s, Reason.NOT_LATER);
      case Postponed e when e.dueAt().isAfter(now.plus(FURTHEST)) -> refuse(s, Reason.TOO_FAR);
      case Postponed e -> {
        var later = begin(kind, s.owner(), e.dueAt(), now);
        yield e.by().equals(s.owner()) ? to(later, new TellPostponed(s.owner())) : to(later);
      }
      case Given e when e.to().equals(s.owner()) -> stay(s);
      case Given e -> to(new Open(e.to(), s.dueAt(), s.wakeAt(), s.rung()), new TellOwner(e.to()));
      case Moved e when e.to().equals(s.owner()) -> to(onOtherLadder(s, e.to(), now));
      case Moved e -> to(onOtherLadder(s, e.to(), now), new TellOwner(e.to()));
      case Woken() when now.isBefore(s.wakeAt()) -> stay(s);
      case Woken() when now.isBefore(s.dueAt()) ->
          to(new Open(s.owner(), s.dueAt(), s.dueAt(), 0), new Remind(s.owner()));
      case Woken() -> {
        int rung = s.rung() + 1;
        yield to(
            new Open(s.owner(), s.dueAt(), now.plus(kind.step()), rung),
            new Climb(s.owner(), rung));
      }
    };
  }

  /** The rung it stands on is told again at once, for there nobody heard of it yet. */
  private static Open onOtherLadder(Open s, PersonId owner, Instant now) {
    return s.rung() == 0
        ? new Open(owner, s.dueAt(), s.wakeAt(), 0)
        : new Open(owner, s.dueAt(), now, s.rung() - 1);
  }

  private static Instant firstWake(TaskKind kind, Instant dueAt, Instant now) {
    Instant remind = dueAt.minus(kind.remindBefore());
    return remind.isAfter(now) ? remind : dueAt;
  }

  private static Decision<TaskState, TaskEffect> refuse(TaskState state, Reason reason) {
    return stay(state, new Refuse(reason));
  }
}

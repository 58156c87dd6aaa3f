package nl.achterwacht.alarm;

import static nl.achterwacht.base.Decision.stay;
import static nl.achterwacht.base.Decision.to;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.achterwacht.alarm.AlarmEffect.AskToTakeOver;
import nl.achterwacht.alarm.AlarmEffect.CallFailSafe;
import nl.achterwacht.alarm.AlarmEffect.CallStep;
import nl.achterwacht.alarm.AlarmEffect.Finish;
import nl.achterwacht.alarm.AlarmEffect.Reason;
import nl.achterwacht.alarm.AlarmEffect.Refuse;
import nl.achterwacht.alarm.AlarmEffect.StopCalling;
import nl.achterwacht.alarm.AlarmEffect.TellStepEmpty;
import nl.achterwacht.alarm.AlarmEffect.TellWorkerHelpComes;
import nl.achterwacht.alarm.AlarmEvent.ByHandler;
import nl.achterwacht.alarm.AlarmEvent.ClosingAsked;
import nl.achterwacht.alarm.AlarmEvent.DrillEnded;
import nl.achterwacht.alarm.AlarmEvent.EscalationAsked;
import nl.achterwacht.alarm.AlarmEvent.HandOverAnswered;
import nl.achterwacht.alarm.AlarmEvent.HandOverOffered;
import nl.achterwacht.alarm.AlarmEvent.RaisedAgain;
import nl.achterwacht.alarm.AlarmEvent.StepUnreachable;
import nl.achterwacht.alarm.AlarmEvent.Updated;
import nl.achterwacht.alarm.AlarmEvent.Woken;
import nl.achterwacht.alarm.AlarmEvent.WorkerSafe;
import nl.achterwacht.alarm.AlarmState.Acknowledged;
import nl.achterwacht.alarm.AlarmState.Calling;
import nl.achterwacht.alarm.AlarmState.Closed;
import nl.achterwacht.alarm.AlarmState.HandingOver;
import nl.achterwacht.base.Decision;
import nl.achterwacht.base.PersonId;

/**
 * The rules of an alarm. Pure: the same arguments always give the same decision. {@code Staffing}
 * says which steps have somebody to call at this moment.
 */
final class AlarmRules {
  /** How soon the ladder is tried again when nobody at all can be called. */
  static final Duration NOBODY_RETRY = Duration.ofSeconds(60);

  private AlarmRules() {}

  /** Which steps of the ladder have somebody to call now. */
  interface Staffing {
    boolean hasSomebody(int step);
  }

  /** The alarm is raised: the first step with somebody in it is called. */
  static Decision<AlarmState, AlarmEffect> open(AlarmPlan plan, Staffing staffing, Instant now) {
    return callFrom(plan, staffing, 0, 1, false, now);
  }

  static Decision<AlarmState, AlarmEffect> decide(
      AlarmPlan plan, AlarmState state, AlarmEvent event, Staffing staffing, Instant now) {
    return switch (event) {
      // The phone may be in wrong hands, and nobody judges how they are themselves.
      case ByHandler e when plan.isAbout(e.by()) -> refuse(state, Reason.ABOUT_YOU);
      case HandOverOffered e when plan.isAbout(e.to()) -> refuse(state, Reason.ABOUT_THEM);
      case DrillEnded _ when plan.kind() != AlarmKind.DRILL ->
          refuse(state, Reason.ONLY_A_DRILL_ENDS_AS_DRILL);
      case AlarmEvent e -> byState(plan, state, e, staffing, now);
    };
  }

  private static Decision<AlarmState, AlarmEffect> byState(
      AlarmPlan plan, AlarmState state, AlarmEvent event, Staffing staffing, Instant now) {
    return switch (state) {
      case Calling s -> whileCalling(plan, s, event, staffing, now);
      case Acknowledged s -> whileAcknowledged(plan, s, event, staffing, now);
      case HandingOver s -> whileHandingOver(plan, s, event, staffing, now);
      case Closed s -> whileClosed(s, event);
    };
  }

  private static Decision<AlarmState, AlarmEffect> whileCalling(
      AlarmPlan plan, Calling s, AlarmEvent event, Staffing staffing, Instant now) {
    return switch (event) {
      case Woken _ when now.isBefore(s.nextStepAt()) -> stay(s);
      case Woken _ -> callNext(plan, staffing, s, now);
      case AlarmEvent.Acknowledged e -> taken(plan, s, e.by(), now);
      case EscalationAsked e when e.seenStep() < s.step() -> stay(s);
      case EscalationAsked _ -> callNext(plan, staffing, s, now);
      case StepUnreachable e when e.step() == s.step() && e.round() == s.round() ->
          afterUnreachable(plan, staffing, s, now);
      case StepUnreachable _, RaisedAgain _ -> stay(s);
      case WorkerSafe e when yieldsToSafeCode(plan.kind(), s) ->
          closed(s, e.by(), Outcome.WITHDRAWN, now);
      case WorkerSafe _ -> stay(s);
      case Updated _, HandOverOffered _, ClosingAsked _ -> refuse(s, Reason.ACKNOWLEDGE_FIRST);
      case HandOverAnswered _ -> refuse(s, Reason.NOT_OFFERED_TO_YOU);
      case DrillEnded e -> closed(s, e.by(), Outcome.DRILL, now);
    };
  }

  private static Decision<AlarmState, AlarmEffect> whileAcknowledged(
      AlarmPlan plan, Acknowledged s, AlarmEvent event, Staffing staffing, Instant now) {
    return switch (event) {
      case Woken _ when now.isBefore(s.until()) -> stay(s);
      // The promise ran out: the ladder goes on where it stood.
      case Woken _ -> callNext(plan, staffing, s, now);
      case AlarmEvent.Acknowledged e when e.by().equals(s.by()) -> to(renewed(plan, s, now));
      case AlarmEvent.Acknowledged _ -> refuse(s, Reason.HANDLED_BY_OTHER);
      case Updated e when e.by().equals(s.by()) -> to(renewed(plan, s, now));
      case Updated _ -> refuse(s, Reason.HANDLED_BY_OTHER);
      case HandOverOffered e when e.by().equals(s.by()) ->
          to(
              new HandingOver(s.step(), s.round(), s.by(), e.to(), now.plus(plan.promise())),
              new AskToTakeOver(e.to()));
      case HandOverOffered _ -> refuse(s, Reason.HANDLED_BY_OTHER);
      case HandOverAnswered _ -> refuse(s, Reason.NOT_OFFERED_TO_YOU);
      case EscalationAsked e when e.seenStep() < s.step() -> stay(s);
      case EscalationAsked e when e.by().equals(s.by()) -> callNext(plan, staffing, s, now);
      // Pressed before it was known that somebody took it: no further call starts.
      case EscalationAsked _ -> refuse(s, Reason.HANDLED_BY_OTHER);
      case ClosingAsked e when !e.by().equals(s.by()) -> refuse(s, Reason.HANDLED_BY_OTHER);
      case ClosingAsked e -> close(plan, s, e, now);
      // After somebody acknowledged, whoever acknowledged closes; the code is shown to them.
      case WorkerSafe _, StepUnreachable _, RaisedAgain _ -> stay(s);
      case DrillEnded e -> closed(s, e.by(), Outcome.DRILL, now);
    };
  }

  private static Decision<AlarmState, AlarmEffect> whileHandingOver(
      AlarmPlan plan, HandingOver s, AlarmEvent event, Staffing staffing, Instant now) {
    return switch (event) {
      case Woken _ when now.isBefore(s.until()) -> stay(s);
      case Woken _ -> callNext(plan, staffing, s, now);
      case HandOverAnswered e when e.by().equals(s.to()) && e.accepted() ->
          taken(plan, s, e.by(), now);
      case HandOverAnswered e when e.by().equals(s.to()) ->
          to(new Acknowledged(s.step(), s.round(), s.by(), now.plus(plan.promise())));
      case HandOverAnswered _ -> refuse(s, Reason.NOT_OFFERED_TO_YOU);
      // Pressing "I take this" is accepting, for the one who was asked.
      case AlarmEvent.Acknowledged e when e.by().equals(s.to()) -> taken(plan, s, e.by(), now);
      case AlarmEvent.Acknowledged e when e.by().equals(s.by()) -> to(renewed(plan, s, now));
      case AlarmEvent.Acknowledged _ -> refuse(s, Reason.HANDLED_BY_OTHER);
      case Updated e when e.by().equals(s.by()) -> to(renewed(plan, s, now));
      case Updated _ -> refuse(s, Reason.HANDLED_BY_OTHER);
      case HandOverOffered e when e.by().equals(s.by()) ->
          to(
              new HandingOver(s.step(), s.round(), s.by(), e.to(), now.plus(plan.promise())),
              new AskToTakeOver(e.to()));
      case HandOverOffered _ -> refuse(s, Reason.HANDLED_BY_OTHER);
      case EscalationAsked e when e.seenStep() < s.step() -> stay(s);
      case EscalationAsked e when e.by().equals(s.by()) -> callNext(plan, staffing, s, now);
      // Pressed before it was known that somebody took it: no further call starts.
      case EscalationAsked _ -> refuse(s, Reason.HANDLED_BY_OTHER);
      case ClosingAsked e when !e.by().equals(s.by()) -> refuse(s, Reason.HANDLED_BY_OTHER);
      case ClosingAsked e -> close(plan, s, e, now);
      case WorkerSafe _, StepUnreachable _, RaisedAgain _ -> stay(s);
      case DrillEnded e -> closed(s, e.by(), Outcome.DRILL, now);
    };
  }

  private static Decision<AlarmState, AlarmEffect> whileClosed(Closed s, AlarmEvent event) {
    return switch (event) {
      case Woken _, StepUnreachable _, WorkerSafe _, RaisedAgain _, DrillEnded _ -> stay(s);
      case AlarmEvent.Acknowledged _,
          Updated _,
          HandOverOffered _,
          HandOverAnswered _,
          EscalationAsked _,
          ClosingAsked _ ->
          refuse(s, Reason.ALREADY_CLOSED);
    };
  }

  /** Whether the worker's own safe code closes it: a missed sign that nobody ever acknowledged. */
  static boolean yieldsToSafeCode(AlarmKind kind, AlarmState state) {
    return kind == AlarmKind.MISSED_SIGN && state instanceof Calling calling && !calling.wasTaken();
  }

  private static Decision<AlarmState, AlarmEffect> callNext(
      AlarmPlan plan, Staffing staffing, AlarmState s, Instant now) {
    boolean repeats = s.step() >= plan.lastStep();
    boolean wasTaken = !(s instanceof Calling calling) || calling.wasTaken();
    return callFrom(
        plan,
        staffing,
        repeats ? plan.lastStep() : s.step() + 1,
        repeats ? s.round() + 1 : s.round(),
        wasTaken,
        now);
  }

  /** Nobody of this step can be reached: on at once, but the last step keeps its pace. */
  private static Decision<AlarmState, AlarmEffect> afterUnreachable(
      AlarmPlan plan, Staffing staffing, Calling s, Instant now) {
    return s.step() < plan.lastStep()
        ? callNext(plan, staffing, s, now)
        : stay(s, new CallFailSafe());
  }

  /**
   * A step with nobody on duty is skipped at once and told; the last step repeats for ever. When
   * the steps that are left have nobody, those before them are called again rather than nobody.
   */
  private static Decision<AlarmState, AlarmEffect> callFrom(
      AlarmPlan plan, Staffing staffing, int first, int round, boolean wasTaken, Instant now) {
    List<AlarmEffect> effects = new ArrayList<>();
    for (int step = first; step <= plan.lastStep(); step++) {
      if (staffing.hasSomebody(step)) {
        effects.add(new CallStep(step, round));
        Instant next = now.plus(plan.toNext().get(step));
        return new Decision<>(new Calling(step, round, next, wasTaken), effects);
      }
      effects.add(new TellStepEmpty(step));
    }
    for (int step = 0; step < first; step++) {
      if (staffing.hasSomebody(step)) {
        effects.add(new CallStep(step, round + 1));
        Instant next = now.plus(plan.toNext().get(step));
        return new Decision<>(new Calling(step, round + 1, next, wasTaken), effects);
      }
    }
    effects.add(new CallFailSafe());
    Instant again = now.plus(NOBODY_RETRY);
    return new Decision<>(new Calling(plan.lastStep(), round, again, wasTaken), effects);
  }

  private static Decision<AlarmState, AlarmEffect> taken(
      AlarmPlan plan, AlarmState s, PersonId by, Instant now) {
    var next = new Acknowledged(s.step(), s.round(), by, now.plus(plan.promise()));
    return plan.silent()
        ? to(next, new StopCalling())
        : to(next, new StopCalling(), new TellWorkerHelpComes(by));
  }

  private static Acknowledged renewed(AlarmPlan plan, Acknowledged s, Instant now) {
    return new Acknowledged(s.step(), s.round(), s.by(), now.plus(plan.promise()));
  }

  private static HandingOver renewed(AlarmPlan plan, HandingOver s, Instant now) {
    return new HandingOver(s.step(), s.round(), s.by(), s.to(), now.plus(plan.promise()));
  }

  private static Decision<AlarmState, AlarmEffect> close(
      AlarmPlan plan, AlarmState s, ClosingAsked e, Instant now) {
    boolean isDrill = plan.kind() == AlarmKind.DRILL;
    if ((e.outcome() == Outcome.DRILL) != isDrill) {
      return refuse(s, Reason.ONLY_A_DRILL_ENDS_AS_DRILL);
    }
    return closed(s, e.by(), e.outcome(), now);
  }

  private static Decision<AlarmState, AlarmEffect> closed(
      AlarmState s, PersonId by, Outcome outcome, Instant now) {
    return to(
        new Closed(s.step(), s.round(), now, by, outcome),
        new StopCalling(),
        new Finish(by, outcome));
  }

  private static Decision<AlarmState, AlarmEffect> refuse(AlarmState s, Reason reason) {
    return stay(s, new Refuse(reason));
  }
}

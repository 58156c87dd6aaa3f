package nl.achterwacht.watch;

import static nl.achterwacht.base.Decision.stay;
import static nl.achterwacht.base.Decision.to;
import static nl.achterwacht.watch.Trip.earliest;

import java.time.Instant;
import nl.achterwacht.base.Decision;
import nl.achterwacht.watch.WatchEffect.Cause;
import nl.achterwacht.watch.WatchEffect.OfferSafeCode;
import nl.achterwacht.watch.WatchEffect.RaiseAlarm;
import nl.achterwacht.watch.WatchEffect.Reason;
import nl.achterwacht.watch.WatchEffect.Refuse;
import nl.achterwacht.watch.WatchEffect.StandbyNotice;
import nl.achterwacht.watch.WatchEffect.TellStandby;
import nl.achterwacht.watch.WatchEffect.TellWorker;
import nl.achterwacht.watch.WatchEffect.WorkerNotice;
import nl.achterwacht.watch.WatchEvent.AlarmClosed;
import nl.achterwacht.watch.WatchEvent.Cancelled;
import nl.achterwacht.watch.WatchEvent.CodeGiven;
import nl.achterwacht.watch.WatchEvent.Departed;
import nl.achterwacht.watch.WatchEvent.DeviceAlarmed;
import nl.achterwacht.watch.WatchEvent.Ended;
import nl.achterwacht.watch.WatchEvent.Extended;
import nl.achterwacht.watch.WatchEvent.HelpAsked;
import nl.achterwacht.watch.WatchEvent.LegReached;
import nl.achterwacht.watch.WatchEvent.Replanned;
import nl.achterwacht.watch.WatchEvent.SignOfLife;
import nl.achterwacht.watch.WatchEvent.Started;
import nl.achterwacht.watch.WatchEvent.Woken;
import nl.achterwacht.watch.WatchState.Alarmed;
import nl.achterwacht.watch.WatchState.Closed;
import nl.achterwacht.watch.WatchState.How;
import nl.achterwacht.watch.WatchState.Mask;
import nl.achterwacht.watch.WatchState.Overdue;
import nl.achterwacht.watch.WatchState.Planned;
import nl.achterwacht.watch.WatchState.Running;

/** The rules of a watch. Pure: the same arguments always give the same decision. */
final class WatchRules {
  private WatchRules() {}

  /** How a watch begins that was not planned before: running at once. */
  static Running begin(WatchPlan plan, Started start, Instant now) {
    return Trip.begun(plan, start, now);
  }

  static Decision<WatchState, WatchEffect> decide(
      WatchPlan plan, WatchState state, WatchEvent event, Instant now) {
    return switch (state) {
      case Planned s -> whilePlanned(plan, s, event, now);
      case Running s -> whileRunning(plan, s, event, now);
      case Overdue s -> whileOverdue(plan, s, event, now);
      case Alarmed s -> whileAlarmed(plan, s, event, now);
      case Closed s -> whileClosed(s, event, now);
    };
  }

  private static Decision<WatchState, WatchEffect> whilePlanned(
      WatchPlan plan, Planned s, WatchEvent event, Instant now) {
    return switch (event) {
      case Started e -> to(Trip.begun(plan, e, now));
      case SignOfLife _ -> stay(s);
      case Extended e -> to(new Planned(s.leg(), s.startBy().plus(e.by()), 0));
      case LegReached _ -> refuse(s, Reason.NOT_STARTED_YET);
      case Departed e ->
          to(Trip.leaving(plan, e.madeAt(), now), raise(Cause.DEPARTURE, e.madeAt(), now));
      case HelpAsked e -> help(s, s.startBy(), e, now);
      case DeviceAlarmed e ->
          to(alarmed(s, s.startBy(), now), raise(Cause.DEVICE, e.madeAt(), now));
      case Ended e when e.code() == Code.DURESS -> Silence.duress(plan, s, e, now);
      case Ended _ -> refuse(s, Reason.NOT_STARTED_YET);
      case CodeGiven e when e.code() == Code.DURESS -> Silence.duress(plan, s, e, now);
      case CodeGiven _ -> refuse(s, Reason.NOT_STARTED_YET);
      case Cancelled e -> to(new Closed(s.leg(), now, e.by(), How.CANCELLED));
      // Only another start begins the asking anew: whoever was asked about this one still is.
      case Replanned e when e.startBy().equals(s.startBy()) -> stay(s);
      case Replanned e -> to(new Planned(s.leg(), e.startBy(), 0));
      case Woken _ when now.isBefore(s.asksAt()) -> stay(s);
      case Woken _ when s.asked() == 0 ->
          to(new Planned(s.leg(), s.startBy(), 1), new TellWorker(WorkerNotice.NOT_STARTED));
      case Woken _ ->
          to(
              new Planned(s.leg(), s.startBy(), s.asked() + 1),
              new TellStandby(StandbyNotice.NOT_STARTED));
      case AlarmClosed _ -> stay(s);
    };
  }

  private static Decision<WatchState, WatchEffect> whileRunning(
      WatchPlan plan, Running s, WatchEvent event, Instant now) {
    return switch (event) {
      case Started _ -> refuse(s, Reason.ALREADY_STARTED);
      case SignOfLife e -> to(Trip.signed(plan, s, e.madeAt(), now));
      case Extended e -> to(Trip.prolonged(plan, s, e, now));
      case LegReached e -> to(Trip.onLeg(plan, s, e, now));
      case Departed e ->
          to(Trip.leaving(plan, e.madeAt(), now), raise(Cause.DEPARTURE, e.madeAt(), now));
      case HelpAsked e -> help(s, s.endAt(), e, now);
      case DeviceAlarmed e -> to(alarmed(s, s.endAt(), now), raise(Cause.DEVICE, e.madeAt(), now));
      case Ended e -> end(plan, s, e, now);
      case CodeGiven e when e.code() == Code.SAFE -> to(Trip.signed(plan, s, e.madeAt(), now));
      case CodeGiven e when e.code() == Code.DURESS -> Silence.duress(plan, s, e, now);
      case CodeGiven e -> refuseCode(s, e.code());
      case Cancelled _, Replanned _ -> refuse(s, Reason.ALREADY_STARTED);
      case Woken _ when s.wakeAt().orElseThrow().isAfter(now) -> stay(s);
      case Woken _ when s.dueAt().isAfter(now) ->
          to(Trip.reminded(s), new TellWorker(WorkerNotice.REMINDER));
      case Woken e when e.outageAt(s.dueAt()).isPresent() ->
          afterOutage(plan, s, e.outageAt(s.dueAt()).get(), now);
      case Woken e when e.outageAt(s.dueAt().plus(plan.grace())).isPresent() ->
          afterOutage(plan, s, e.outageAt(s.dueAt().plus(plan.grace())).get(), now);
      case Woken _ when !s.dueAt().plus(plan.grace()).isAfter(now) ->
          to(
              alarmed(s, s.endAt(), now),
              new TellWorker(WorkerNotice.SIGN_DUE),
              raise(Cause.SIGN_MISSED, s.dueAt(), now));
      case Woken _ -> to(Trip.overdue(plan, s), new TellWorker(WorkerNotice.SIGN_DUE));
      case AlarmClosed e when e.goesOn() || e.othersOpen() -> stay(s);
      case AlarmClosed e -> to(new Closed(s.leg(), now, e.by(), How.BY_HANDLER));
    };
  }

  private static Decision<WatchState, WatchEffect> whileOverdue(
      WatchPlan plan, Overdue s, WatchEvent event, Instant now) {
    return switch (event) {
      case Started _ -> refuse(s, Reason.ALREADY_STARTED);
      case SignOfLife e ->
          backOrStay(s, Trip.signed(plan, Trip.asRunning(s), e.madeAt(), now), now);
      case Extended e -> backOrStay(s, Trip.prolonged(plan, Trip.asRunning(s), e, now), now);
      case LegReached e -> backOrStay(s, Trip.onLeg(plan, Trip.asRunning(s), e, now), now);
      case Departed e ->
          backOrStay(
              s, Trip.leaving(plan, e.madeAt(), now), now, raise(Cause.DEPARTURE, e.madeAt(), now));
      case HelpAsked e -> help(s, s.endAt(), e, now);
      case DeviceAlarmed e -> to(alarmed(s, s.endAt(), now), raise(Cause.DEVICE, e.madeAt(), now));
      case Ended e -> end(plan, s, e, now);
      case CodeGiven e when e.code() == Code.SAFE ->
          backOrStay(s, Trip.signed(plan, Trip.asRunning(s), e.madeAt(), now), now);
      case CodeGiven e when e.code() == Code.DURESS -> Silence.duress(plan, s, e, now);
      case CodeGiven e -> refuseCode(s, e.code());
      case Cancelled _, Replanned _ -> refuse(s, Reason.ALREADY_STARTED);
      case Woken _ when s.wakeAt().orElseThrow().isAfter(now) -> stay(s);
      case Woken _ when s.alarmAt().isAfter(now) ->
          to(Trip.phoned(s), new TellWorker(WorkerNotice.SIGN_DUE_PHONE));
      case Woken e when !s.ownOutage() && e.outageAt(s.alarmAt()).isPresent() ->
          afterOutage(plan, Trip.asRunning(s), e.outageAt(s.alarmAt()).get(), now);
      case Woken _ -> to(alarmed(s, s.endAt(), now), raise(Cause.SIGN_MISSED, s.dueAt(), now));
      case AlarmClosed e when e.goesOn() || e.othersOpen() -> stay(s);
      case AlarmClosed e -> to(new Closed(s.leg(), now, e.by(), How.BY_HANDLER));
    };
  }

  private static Decision<WatchState, WatchEffect> whileAlarmed(
      WatchPlan plan, Alarmed s, WatchEvent event, Instant now) {
    return switch (event) {
      case AlarmClosed e when e.othersOpen() -> stay(s);
      case AlarmClosed e when e.goesOn() -> to(Trip.resumed(plan, s, now));
      case AlarmClosed e -> to(new Closed(s.leg(), now, e.by(), How.BY_HANDLER));
      case DeviceAlarmed e -> stay(s, raise(Cause.DEVICE, e.madeAt(), now));
      case HelpAsked e when e.silent() -> stay(s, raiseHelp(e, now));
      // The loud button: now the screen may say so.
      case HelpAsked e -> to(alarmed(s, s.endAt(), s.since()), raiseHelp(e, now));
      case WatchEvent e when s.mask() instanceof Mask.Seems(WatchState seeming) ->
          Silence.goesOn(plan, s, seeming, e, now);
      case Started _ -> refuse(s, Reason.ALREADY_STARTED);
      // It never silently withdraws an alarm: the journal shows it to the person who handles it.
      case SignOfLife _, Extended _, Woken _ -> stay(s);
      case LegReached e -> to(new Alarmed(e.leg(), s.since(), s.endAt(), s.mask()));
      case Departed e -> stay(s, raise(Cause.DEPARTURE, e.madeAt(), now));
      case Ended e ->
          switch (e.code()) {
            case DURESS -> Silence.duress(plan, s, e, now);
            case SAFE -> stay(s, new OfferSafeCode(e.by(), wayHomeFollows(plan, s, e)));
            case WRONG, NONE -> refuseCode(s, e.code());
          };
      case CodeGiven e ->
          switch (e.code()) {
            case DURESS -> Silence.duress(plan, s, e, now);
            case SAFE -> stay(s, new OfferSafeCode(e.by(), true));
            case WRONG, NONE -> refuseCode(s, e.code());
          };
      case Cancelled _, Replanned _ -> refuse(s, Reason.HANDLER_DECIDES);
    };
  }

  /** Nothing revives a closed watch; but help asked late, from a queue, always alarms. */
  private static Decision<WatchState, WatchEffect> whileClosed(
      Closed s, WatchEvent event, Instant now) {
    return switch (event) {
      case HelpAsked e -> stay(s, raiseHelp(e, now));
      case DeviceAlarmed e -> stay(s, raise(Cause.DEVICE, e.madeAt(), now));
      case Departed e -> stay(s, raise(Cause.DEPARTURE, e.madeAt(), now));
      case Ended e when e.code() == Code.DURESS -> stay(s, raiseSilently(e.madeAt(), now));
      case CodeGiven e when e.code() == Code.DURESS -> stay(s, raiseSilently(e.madeAt(), now));
      case Started _, Extended _, LegReached _, Cancelled _, Replanned _ ->
          refuse(s, Reason.ALREADY_CLOSED);
      case SignOfLife _, Ended _, CodeGiven _, Woken _, AlarmClosed _ -> stay(s);
    };
  }

  /** Our own outage is not the worker's silence: first ask, and say who could not be heard. */
  private static Decision<WatchState, WatchEffect> afterOutage(
      WatchPlan plan, Running s, Outage outage, Instant now) {
    Instant alarmAt = outage.graceEnds(s.dueAt(), plan.shortGrace(), now);
    return to(
        new Overdue(s.leg(), s.dueAt(), s.endAt(), alarmAt, null, true),
        new TellWorker(WorkerNotice.SIGN_DUE_AFTER_OUTAGE),
        new TellStandby(StandbyNotice.COULD_NOT_BE_HEARD));
  }

  /** The end as the worker gives it, while no alarm is open. */
  private static Decision<WatchState, WatchEffect> end(
      WatchPlan plan, WatchState s, Ended e, Instant now) {
    return switch (e.code()) {
      case DURESS -> Silence.duress(plan, s, e, now);
      case WRONG -> refuseCode(s, Code.WRONG);
      case NONE, SAFE ->
          wayHomeFollows(plan, s, e) ? homeward(plan, s, e, now) : close(plan, s, e, now);
    };
  }

  private static Decision<WatchState, WatchEffect> homeward(
      WatchPlan plan, WatchState s, Ended e, Instant now) {
    Running home = Trip.homeward(plan, e.madeAt(), now);
    return s instanceof Overdue overdue ? backOrStay(overdue, home, now) : to(home);
  }

  private static Decision<WatchState, WatchEffect> close(
      WatchPlan plan, WatchState s, Ended e, Instant now) {
    return plan.highRisk() && e.code() == Code.NONE
        ? refuse(s, Reason.CODE_NEEDED)
        : to(new Closed(s.leg(), now, e.by(), e.how()));
  }

  private static boolean wayHomeFollows(WatchPlan plan, WatchState s, Ended e) {
    return e.onSite() && plan.shape() == Shape.VISIT && s.leg() != Leg.HOME;
  }

  private static Decision<WatchState, WatchEffect> help(
      WatchState s, Instant endAt, HelpAsked e, Instant now) {
    Mask mask = e.silent() ? new Mask.Seems(s) : new Mask.None();
    return to(new Alarmed(s.leg(), now, endAt, mask), raiseHelp(e, now));
  }

  @SafeVarargs
  private static Decision<WatchState, WatchEffect> backOrStay(
      Overdue s, Running next, Instant now, WatchEffect... effects) {
    // A sign made too long ago does not say that all is well now.
    return next.dueAt().isAfter(now) ? to(next, effects) : stay(Trip.withLeg(s, next), effects);
  }

  private static Alarmed alarmed(WatchState s, Instant endAt, Instant now) {
    return new Alarmed(s.leg(), now, endAt, new Mask.None());
  }

  private static RaiseAlarm raise(Cause cause, Instant raisedAt, Instant now) {
    return new RaiseAlarm(cause, earliest(raisedAt, now), false);
  }

  private static RaiseAlarm raiseHelp(HelpAsked e, Instant now) {
    return new RaiseAlarm(Cause.HELP_ASKED, earliest(e.madeAt(), now), e.silent());
  }

  static RaiseAlarm raiseSilently(Instant madeAt, Instant now) {
    return new RaiseAlarm(Cause.DURESS, earliest(madeAt, now), true);
  }

  private static Decision<WatchState, WatchEffect> refuse(WatchState s, Reason reason) {
    return stay(s, new Refuse(reason));
  }

  private static Decision<WatchState, WatchEffect> refuseCode(WatchState s, Code code) {
    return code == Code.WRONG
        ? stay(s, new Refuse(Reason.CODE_WRONG), new TellStandby(StandbyNotice.WRONG_CODE))
        : refuse(s, Reason.CODE_NEEDED);
  }
}

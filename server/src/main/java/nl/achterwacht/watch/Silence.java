package nl.achterwacht.watch;

import static nl.achterwacht.base.Decision.stay;
import static nl.achterwacht.base.Decision.to;

import java.time.Duration;
import java.time.Instant;
import nl.achterwacht.base.Decision;
import nl.achterwacht.watch.WatchEffect.Reason;
import nl.achterwacht.watch.WatchEffect.TellWorker;
import nl.achterwacht.watch.WatchEffect.WorkerNotice;
import nl.achterwacht.watch.WatchEvent.CodeGiven;
import nl.achterwacht.watch.WatchEvent.Ended;
import nl.achterwacht.watch.WatchState.Alarmed;
import nl.achterwacht.watch.WatchState.Mask;
import nl.achterwacht.watch.WatchState.Mask.None;
import nl.achterwacht.watch.WatchState.Mask.SeemsEnded;
import nl.achterwacht.watch.WatchState.Mask.SeemsRunning;

/**
 * The rules while an alarm is open, as far as they must not show: under a mask every act of the
 * worker changes the mask as it would have changed the watch, and nothing else.
 */
final class Silence {
  private Silence() {}

  /** The worker ends the visit or types a code to do so, while an alarm is open. */
  static Decision<WatchState, WatchEffect> ended(WatchPlan plan, Alarmed s, Ended e, Instant now) {
    boolean wayHomeFollows = e.onSite() && plan.shape() == Shape.VISIT && s.leg() != Leg.HOME;
    Mask wouldSee = wayHomeFollows ? Trip.seemsToRun(plan, s.endAt(), now) : new SeemsEnded();
    return switch (e.code()) {
      case DURESS -> duress(s, e.alarmYields(), wouldSee, e.madeAt(), now);
      case WRONG -> WatchRules.refuseCode(s, Code.WRONG);
      case SAFE -> safe(s, wouldSee, WatchRules.safe(e.by(), wayHomeFollows));
      case NONE ->
          switch (s.mask()) {
            case None _ -> WatchRules.refuse(s, Reason.CODE_NEEDED);
            case SeemsRunning _ when plan.highRisk() && !wayHomeFollows ->
                WatchRules.refuse(s, Reason.CODE_NEEDED);
            case SeemsRunning _ -> to(masked(s, wouldSee));
            case SeemsEnded _ -> stay(s);
          };
    };
  }

  /** The worker types a code to say that all is well: the safe one, or under duress the other. */
  static Decision<WatchState, WatchEffect> codeGiven(
      WatchPlan plan, Alarmed s, CodeGiven e, Instant now) {
    Mask wouldSee =
        s.mask() instanceof SeemsEnded ? s.mask() : Trip.seemsToRun(plan, s.endAt(), now);
    return switch (e.code()) {
      case DURESS -> duress(s, e.alarmYields(), wouldSee, e.madeAt(), now);
      case WRONG, NONE -> WatchRules.refuseCode(s, e.code());
      case SAFE -> safe(s, wouldSee, WatchRules.safe(e.by(), true));
    };
  }

  /** A question that did not come would betray the alarm, so it comes, once. */
  static Decision<WatchState, WatchEffect> woken(Alarmed s, Instant now) {
    return switch (s.mask()) {
      case SeemsRunning m when !m.asked() && !m.dueAt().isAfter(now) ->
          to(masked(s, new SeemsRunning(m.dueAt(), true)), new TellWorker(WorkerNotice.SIGN_DUE));
      case SeemsRunning _, SeemsEnded _, None _ -> stay(s);
    };
  }

  static Alarmed afterSign(WatchPlan plan, Alarmed s, Instant now) {
    return s.mask() instanceof SeemsRunning ? masked(s, Trip.seemsToRun(plan, s.endAt(), now)) : s;
  }

  static Alarmed afterExtension(Alarmed s, Duration by) {
    return s.mask() instanceof SeemsRunning m
        ? masked(s, new SeemsRunning(m.dueAt().plus(by), false))
        : s;
  }

  /** The worker pressed the loud panic button: now the screen may say so. */
  static Alarmed lifted(Alarmed s) {
    return masked(s, new None());
  }

  private static Decision<WatchState, WatchEffect> duress(
      Alarmed s, boolean alarmYields, Mask wouldSee, Instant madeAt, Instant now) {
    // An alarm that a safe code would not have closed must stay visible after a duress code too.
    boolean shows = s.mask() instanceof None && !alarmYields;
    return to(shows ? s : masked(s, wouldSee), WatchRules.raiseSilently(madeAt, now));
  }

  private static Decision<WatchState, WatchEffect> safe(
      Alarmed s, Mask wouldSee, WatchEffect offer) {
    // After a duress code no code of the worker is believed; it only changes what the screen shows.
    boolean believed = s.mask() instanceof None;
    return believed ? stay(s, offer) : to(masked(s, wouldSee));
  }

  private static Alarmed masked(Alarmed s, Mask mask) {
    return new Alarmed(s.leg(), s.since(), s.endAt(), mask);
  }
}

package nl.achterwacht.watch;

import static nl.achterwacht.base.Decision.stay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.achterwacht.base.Decision;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.watch.WatchEffect.Cause;
import nl.achterwacht.watch.WatchEffect.OfferSafeCode;
import nl.achterwacht.watch.WatchEffect.RaiseAlarm;
import nl.achterwacht.watch.WatchEffect.Refuse;
import nl.achterwacht.watch.WatchEffect.StandbyNotice;
import nl.achterwacht.watch.WatchEffect.TellStandby;
import nl.achterwacht.watch.WatchEffect.TellWorker;
import nl.achterwacht.watch.WatchEvent.AlarmClosed;
import nl.achterwacht.watch.WatchEvent.Coded;
import nl.achterwacht.watch.WatchState.Alarmed;
import nl.achterwacht.watch.WatchState.Closed;
import nl.achterwacht.watch.WatchState.Mask.Seems;
import nl.achterwacht.watch.WatchState.Overdue;
import nl.achterwacht.watch.WatchState.Planned;
import nl.achterwacht.watch.WatchState.Running;

/**
 * The rules of what must not show. Whoever looks at the phone sees the watch that would be if the
 * code had been the safe one: the same rules decide it, so that nothing can differ (DESIGN 4,
 * promise 5).
 */
final class Silence {
  private Silence() {}

  /** The duress code where the screen told the truth until now. */
  static Decision<WatchState, WatchEffect> duress(
      WatchPlan plan, WatchState s, Coded event, Instant now) {
    Decision<WatchState, WatchEffect> seen =
        asIfSafe(plan, s, event.withCode(Code.SAFE), event.alarmYields(), now);
    RaiseAlarm alarm = WatchRules.raiseSilently(event.madeAt(), now);
    // An alarm that the safe code would not have closed stays visible; so does what was closed.
    if (seen.next() instanceof Alarmed || s instanceof Closed) {
      return stay(s, alarm);
    }
    Instant since = s instanceof Alarmed alarmed ? alarmed.since() : now;
    return with(masked(since, endOf(s, now), seen.next()), seen.effects(), alarm);
  }

  /** Something happens under a mask: what is shown goes on, and nothing else. */
  static Decision<WatchState, WatchEffect> goesOn(
      WatchPlan plan, Alarmed s, WatchState seeming, WatchEvent event, Instant now) {
    if (event instanceof Coded coded && coded.code() == Code.DURESS) {
      Decision<WatchState, WatchEffect> seen =
          asIfSafe(plan, seeming, coded.withCode(Code.SAFE), true, now);
      return with(
          masked(s.since(), s.endAt(), seen.next()),
          seen.effects(),
          WatchRules.raiseSilently(coded.madeAt(), now));
    }
    Decision<WatchState, WatchEffect> seen = asIfSafe(plan, seeming, event, true, now);
    return new Decision<>(masked(s.since(), s.endAt(), seen.next()), seen.effects());
  }

  private static Decision<WatchState, WatchEffect> asIfSafe(
      WatchPlan plan, WatchState s, WatchEvent event, boolean alarmYields, Instant now) {
    Decision<WatchState, WatchEffect> honest = WatchRules.decide(plan, s, event, now);
    WatchState next = honest.next();
    for (WatchEffect effect : honest.effects()) {
      if (effect instanceof OfferSafeCode(PersonId by, boolean goesOn) && alarmYields) {
        next = WatchRules.decide(plan, next, new AlarmClosed(by, false, goesOn), now).next();
      }
    }
    return new Decision<>(next, honest.effects().stream().filter(Silence::isNoticed).toList());
  }

  /** What the phone, or the person who holds it, would notice; and calls for help stay real. */
  private static boolean isNoticed(WatchEffect effect) {
    return switch (effect) {
      case TellWorker _, Refuse _ -> true;
      case TellStandby e -> e.what() == StandbyNotice.WRONG_CODE;
      case RaiseAlarm e -> e.cause() != Cause.SIGN_MISSED;
      case OfferSafeCode _ -> false;
    };
  }

  private static Alarmed masked(Instant since, Instant endAt, WatchState shown) {
    return new Alarmed(shown.leg(), since, endOf(shown, endAt), new Seems(shown));
  }

  private static Instant endOf(WatchState state, Instant otherwise) {
    return switch (state) {
      case Planned s -> s.startBy();
      case Running s -> s.endAt();
      case Overdue s -> s.endAt();
      case Alarmed s -> s.endAt();
      case Closed _ -> otherwise;
    };
  }

  private static Decision<WatchState, WatchEffect> with(
      WatchState next, List<WatchEffect> effects, RaiseAlarm alarm) {
    List<WatchEffect> all = new ArrayList<>(effects);
    all.add(alarm);
    return new Decision<>(next, all);
  }
}

package nl.achterwacht.watch;

import static nl.achterwacht.Cast.ANNA;
import static nl.achterwacht.Cast.BRAM;
import static nl.achterwacht.Cast.T14_00;
import static nl.achterwacht.Cast.at;
import static nl.achterwacht.Cast.minutes;
import static nl.achterwacht.watch.Plans.HIGH_RISK_VISIT;
import static nl.achterwacht.watch.Plans.JOURNEY;
import static nl.achterwacht.watch.Plans.SHIFT;
import static nl.achterwacht.watch.Plans.VISIT;
import static nl.achterwacht.watch.Plans.VISIT_WITH_HALFWAY_SIGN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nl.achterwacht.watch.WatchEffect.Cause;
import nl.achterwacht.watch.WatchEffect.OfferSafeCode;
import nl.achterwacht.watch.WatchEffect.RaiseAlarm;
import nl.achterwacht.watch.WatchEffect.Refuse;
import nl.achterwacht.watch.WatchEffect.TellWorker;
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
import org.junit.jupiter.api.Test;

/**
 * Nothing on the worker's phone tells the duress code from the safe one (DESIGN 4, promise 5). Two
 * worlds that differ in that code only are laid side by side: what shows must be the same.
 */
class SilenceTest {
  private static final Instant NOW = at(46);
  private static final List<WatchPlan> PLANS =
      List.of(VISIT, HIGH_RISK_VISIT, VISIT_WITH_HALFWAY_SIGN, SHIFT, JOURNEY);
  private static final List<WatchState> STATES =
      List.of(
          new Planned(Leg.OUT, at(30), 0),
          new Planned(Leg.OUT, at(30), 1),
          new Running(Leg.OUT, at(60), at(60), at(55)),
          new Running(Leg.ON_SITE, at(50), at(80), null),
          new Running(Leg.HOME, at(50), at(50), null),
          new Overdue(Leg.ON_SITE, at(45), at(45), at(50), at(47), false),
          new Overdue(Leg.ON_SITE, at(45), at(90), at(50), null, false),
          new Overdue(Leg.HOME, at(10), at(10), at(48), null, true),
          new Alarmed(Leg.ON_SITE, at(40), at(35), new Mask.None()),
          new Alarmed(Leg.HOME, at(40), at(120), new Mask.None()),
          new Closed(Leg.HOME, at(20), ANNA, How.FINISHED));

  /** What the phone shows, answers and sounds. */
  private record Seen(WatchState shown, List<WatchEffect> noticed) {}

  /** A watch with whether its alarms would yield to the safe code. */
  private record World(WatchPlan plan, WatchState state, boolean yields) {
    World after(WatchEvent event, Instant now) {
      return new World(plan, next(event, now), yields);
    }

    Seen seen(WatchEvent event, Instant now) {
      var effects = WatchRules.decide(plan, state, told(event), now).effects();
      return new Seen(
          next(event, now).shown(),
          effects.stream().filter(e -> e instanceof TellWorker || e instanceof Refuse).toList());
    }

    /** As the keepers do it: an offered code closes the alarms that yield to it. */
    private WatchState next(WatchEvent event, Instant now) {
      var decision = WatchRules.decide(plan, state, told(event), now);
      WatchState next = decision.next();
      for (WatchEffect effect : decision.effects()) {
        if (effect instanceof OfferSafeCode(var by, boolean goesOn) && yields) {
          next = WatchRules.decide(plan, next, new AlarmClosed(by, false, goesOn), now).next();
        }
      }
      return next;
    }

    private WatchEvent told(WatchEvent event) {
      return event instanceof WatchEvent.Coded coded ? coded.withAlarmYields(yields) : event;
    }
  }

  private static List<WatchEvent.Coded> codes(Instant madeAt) {
    return List.of(
        new Ended(madeAt, ANNA, How.FINISHED, true, Code.SAFE, true),
        new Ended(madeAt, ANNA, How.NOBODY_HOME, false, Code.SAFE, true),
        new CodeGiven(madeAt, ANNA, Code.SAFE, true));
  }

  @Test
  void theScreenIsTheSameAfterTheSafeCodeAndAfterTheDuressCodeInEveryState() {
    for (WatchPlan plan : PLANS) {
      for (WatchState state : STATES) {
        for (boolean yields : List.of(true, false)) {
          for (Instant madeAt : List.of(NOW, NOW.minusSeconds(3), at(-60))) {
            for (WatchEvent.Coded safe : codes(madeAt)) {
              var world = new World(plan, state, yields);
              assertThat(world.seen(safe.withCode(Code.DURESS), NOW))
                  .as("%s in %s, %s, yields %s", safe, state, plan.shape(), yields)
                  .isEqualTo(world.seen(safe, NOW));
            }
          }
        }
      }
    }
  }

  @Test
  void theDuressCodeAlwaysRaisesASilentAlarm() {
    for (WatchState state : STATES) {
      for (WatchEvent.Coded safe : codes(NOW)) {
        assertThat(WatchRules.decide(VISIT, state, safe.withCode(Code.DURESS), NOW).effects())
            .contains(new RaiseAlarm(Cause.DURESS, NOW, true));
      }
    }
  }

  @Test
  void whateverFollowsShowsTheSameInBothWorlds() {
    for (int seed = 0; seed < 3_000; seed++) {
      var random = new Random(seed);
      WatchPlan plan = PLANS.get(random.nextInt(PLANS.size()));
      WatchState state = STATES.get(random.nextInt(STATES.size()));
      WatchEvent.Coded safe = codes(NOW).get(random.nextInt(3));
      World honest = new World(plan, state, true).after(safe, NOW);
      World silent = new World(plan, state, true).after(safe.withCode(Code.DURESS), NOW);
      List<Object> story = new ArrayList<>(List.of(seed, plan.shape(), state, safe));
      Instant now = NOW;
      for (int step = 0; step < 30; step++) {
        now = now.plusSeconds(random.nextInt(400));
        WatchEvent event = random.nextInt(3) > 0 ? new Woken(List.of()) : any(random, now);
        story.add(event);
        assertThat(silent.seen(event, now)).as("%s", story).isEqualTo(honest.seen(event, now));
        honest = honest.after(event, now);
        silent = silent.after(event, now);
        assertThat(silent.state().wakeAt()).as("%s", story).isEqualTo(honest.state().wakeAt());
      }
    }
  }

  @Test
  void underAMaskNoCodeOfTheWorkerIsBelievedButTheScreenSeemsToBelieveIt() {
    var masked =
        new World(VISIT, new Running(Leg.ON_SITE, at(60), at(60), null), true)
            .after(new CodeGiven(NOW, ANNA, Code.DURESS, true), NOW);
    var ended = masked.after(new Ended(NOW, ANNA, How.FINISHED, false, Code.SAFE, true), NOW);

    assertThat(ended.state()).isInstanceOf(Alarmed.class);
    assertThat(ended.state().shown()).isInstanceOf(Closed.class);
  }

  @Test
  void aSilentPanicShowsNothing() {
    for (WatchState state : STATES) {
      var decision = WatchRules.decide(VISIT, state, new HelpAsked(NOW, true), NOW);
      assertThat(decision.next().shown()).isEqualTo(state);
      assertThat(decision.next().wakeAt()).isEqualTo(state.wakeAt());
      assertThat(decision.effects()).containsExactly(new RaiseAlarm(Cause.HELP_ASKED, NOW, true));
    }
  }

  @Test
  void theLoudButtonLiftsTheMask() {
    WatchState masked =
        WatchRules.decide(VISIT, STATES.get(2), new HelpAsked(NOW, true), NOW).next();
    var decision = WatchRules.decide(VISIT, masked, new HelpAsked(at(47), false), at(47));
    assertThat(decision.next().shown()).isEqualTo(decision.next());
    assertThat(decision.effects()).containsExactly(new RaiseAlarm(Cause.HELP_ASKED, at(47), false));
  }

  @Test
  void aDeviceAlarmDoesNotLiftTheMask() {
    WatchState masked =
        WatchRules.decide(VISIT, STATES.get(2), new HelpAsked(NOW, true), NOW).next();
    assertThat(WatchRules.decide(VISIT, masked, new DeviceAlarmed(NOW), NOW).next())
        .isEqualTo(masked);
  }

  @Test
  void aDepartureUnderAMaskIsToldAndShowsAsEver() {
    WatchState running = STATES.get(2);
    WatchState masked = WatchRules.decide(VISIT, running, new HelpAsked(NOW, true), NOW).next();
    var decision = WatchRules.decide(VISIT, masked, new Departed(NOW), NOW);
    assertThat(decision.effects()).containsExactly(new RaiseAlarm(Cause.DEPARTURE, NOW, false));
    assertThat(decision.next().shown())
        .isEqualTo(WatchRules.decide(VISIT, running, new Departed(NOW), NOW).next());
  }

  @Test
  void aMaskEndsWithTheLastAlarm() {
    WatchState masked =
        WatchRules.decide(VISIT, STATES.get(2), new HelpAsked(NOW, true), NOW).next();
    assertThat(WatchRules.decide(VISIT, masked, new AlarmClosed(BRAM, true, false), NOW).next())
        .isEqualTo(masked);
    assertThat(WatchRules.decide(VISIT, masked, new AlarmClosed(BRAM, false, false), NOW).next())
        .isInstanceOf(Closed.class);
  }

  private static WatchEvent any(Random random, Instant now) {
    Instant madeAt = random.nextBoolean() ? now : now.minusSeconds(random.nextInt(3_000));
    return switch (random.nextInt(10)) {
      case 0, 1 -> new SignOfLife(madeAt);
      case 2 -> new Extended(madeAt, minutes(15));
      case 3 -> new LegReached(madeAt, Leg.HOME, Optional.empty());
      case 4 -> new Departed(madeAt);
      case 5 -> new Started(madeAt, Leg.OUT, madeAt.plus(minutes(45)));
      case 6 -> new CodeGiven(madeAt, ANNA, random.nextBoolean() ? Code.SAFE : Code.WRONG, true);
      case 7 -> new Cancelled(ANNA);
      case 8 -> new Replanned(madeAt.plus(minutes(60)));
      default ->
          new Ended(
              madeAt,
              ANNA,
              How.FINISHED,
              random.nextBoolean(),
              random.nextBoolean() ? Code.SAFE : Code.NONE,
              true);
    };
  }

  @Test
  void aWrongClockDoesNotBetrayEither() {
    var world = new World(VISIT, STATES.get(2), true);
    for (WatchEvent.Coded safe : codes(T14_00.plus(minutes(10_000)))) {
      assertThat(world.seen(safe.withCode(Code.DURESS), NOW)).isEqualTo(world.seen(safe, NOW));
    }
  }
}

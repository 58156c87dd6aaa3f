package nl.achterwacht.watch;

import static nl.achterwacht.Cast.ANNA;
import static nl.achterwacht.Cast.BRAM;
import static nl.achterwacht.Cast.T14_00;
import static nl.achterwacht.Cast.at;
import static nl.achterwacht.Cast.minutes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.achterwacht.rules.RuleTable;
import nl.achterwacht.watch.WatchState.Alarmed;
import nl.achterwacht.watch.WatchState.Closed;
import nl.achterwacht.watch.WatchState.How;
import nl.achterwacht.watch.WatchState.Mask;
import nl.achterwacht.watch.WatchState.Overdue;
import nl.achterwacht.watch.WatchState.Planned;
import nl.achterwacht.watch.WatchState.Running;
import org.junit.jupiter.api.Test;

/** docs/rules/watch.md. */
class WatchTableTest {
  private static final Outage OUTAGE = new Outage(at(30), at(45));

  @Test
  void theTableOfTheWatchIsAsTheRulesAre() {
    var table =
        new RuleTable(
            "Watch: state × event ► next + effects",
            """
            A visit, expected to end at 14:45: reminder 5 min before, grace 5 min, telephone after
            2 min, one step of "still busy" 15 min, way home 20 min + 15 min margin. `Seems(…)` is
            what the worker's screen shows while a silent alarm is open. In a high-risk visit ending
            without the code is refused; shifts and journeys differ in their deadlines only
            (`TripTest`).
            """);
    states()
        .forEach((state, now) -> {
          table.state(state, now);
          for (WatchEvent event : events(now)) {
            var decision = WatchRules.decide(Plans.VISIT, state, event, now);
            table.line(state, event, decision.next(), decision.effects());
          }
        });
    table.check("watch.md");
  }

  private static Map<WatchState, Instant> states() {
    var running = new Running(Leg.ON_SITE, at(45), at(45), at(40));
    Map<WatchState, Instant> states = new LinkedHashMap<>();
    states.put(new Planned(Leg.OUT, T14_00, 0), at(15));
    states.put(new Planned(Leg.OUT, T14_00, 1), at(30));
    states.put(running, at(20));
    states.put(new Running(Leg.ON_SITE, at(45), at(45), null), at(45));
    states.put(new Running(Leg.HOME, at(45), at(45), null), at(52));
    states.put(new Overdue(Leg.ON_SITE, at(45), at(45), at(50), at(47), false), at(47));
    states.put(new Overdue(Leg.ON_SITE, at(45), at(45), at(50), null, false), at(51));
    states.put(new Overdue(Leg.ON_SITE, at(35), at(35), at(53), null, true), at(53));
    states.put(new Alarmed(Leg.ON_SITE, at(50), at(45), new Mask.None()), at(52));
    states.put(new Alarmed(Leg.ON_SITE, at(20), at(45), new Mask.Seems(running)), at(40));
    states.put(
        new Alarmed(
            Leg.ON_SITE,
            at(20),
            at(45),
            new Mask.Seems(new Closed(Leg.ON_SITE, at(20), ANNA, How.FINISHED))),
        at(25));
    states.put(new Closed(Leg.HOME, at(60), ANNA, How.FINISHED), at(70));
    return states;
  }

  private static List<WatchEvent> events(Instant now) {
    Instant inTheQueue = now.minus(minutes(30));
    List<WatchEvent> events = new ArrayList<>();
    events.add(new WatchEvent.Woken(List.of()));
    events.add(new WatchEvent.Woken(List.of(OUTAGE)));
    events.add(new WatchEvent.Started(now, Leg.OUT, now.plus(minutes(45))));
    events.add(new WatchEvent.SignOfLife(now));
    events.add(new WatchEvent.SignOfLife(inTheQueue));
    events.add(new WatchEvent.Extended(now, minutes(15)));
    events.add(new WatchEvent.LegReached(now, Leg.ON_SITE, Optional.of(now.plus(minutes(20)))));
    events.add(new WatchEvent.LegReached(now, Leg.HOME, Optional.empty()));
    events.add(new WatchEvent.Departed(now));
    events.add(new WatchEvent.Departed(inTheQueue));
    events.add(new WatchEvent.HelpAsked(now, false));
    events.add(new WatchEvent.HelpAsked(now, true));
    events.add(new WatchEvent.DeviceAlarmed(now));
    for (Code code : Code.values()) {
      events.add(new WatchEvent.Ended(now, ANNA, How.FINISHED, true, code, true));
      events.add(new WatchEvent.Ended(now, ANNA, How.FINISHED, false, code, true));
      events.add(new WatchEvent.CodeGiven(now, ANNA, code, true));
    }
    events.add(new WatchEvent.Cancelled(BRAM));
    events.add(new WatchEvent.Replanned(T14_00));
    events.add(new WatchEvent.Replanned(at(120)));
    events.add(new WatchEvent.AlarmClosed(BRAM, true, true));
    events.add(new WatchEvent.AlarmClosed(BRAM, false, true));
    events.add(new WatchEvent.AlarmClosed(BRAM, false, false));
    return events;
  }
}

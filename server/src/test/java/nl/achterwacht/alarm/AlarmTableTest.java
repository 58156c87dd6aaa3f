package nl.achterwacht.alarm;

import static nl.achterwacht.Cast.ANNA;
import static nl.achterwacht.Cast.BRAM;
import static nl.achterwacht.Cast.CARLA;
import static nl.achterwacht.Cast.DIRK;
import static nl.achterwacht.Cast.T14_00;
import static nl.achterwacht.Cast.at;
import static nl.achterwacht.Cast.minutes;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.achterwacht.alarm.AlarmState.Acknowledged;
import nl.achterwacht.alarm.AlarmState.Calling;
import nl.achterwacht.alarm.AlarmState.Closed;
import nl.achterwacht.alarm.AlarmState.HandingOver;
import nl.achterwacht.rules.RuleTable;
import org.junit.jupiter.api.Test;

/** docs/rules/alarm.md. */
class AlarmTableTest {
  private static final AlarmPlan PLAN =
      new AlarmPlan(
          AlarmKind.MISSED_SIGN,
          false,
          ANNA,
          List.of(minutes(2), minutes(2), minutes(2)),
          minutes(5));

  @Test
  void theTableOfTheAlarmIsAsTheRulesAre() {
    var table =
        new RuleTable(
            "Alarm: state × event ► next + effects",
            """
            A missed sign of Anna; a ladder of three steps of 2 min (numbered from 0), a promise of
            5 min. In the first tables every step has somebody to call; in the last one nobody can
            be called at all.
            """);
    states()
        .forEach((state, now) -> {
          table.state(state, now);
          events().forEach(event -> line(table, state, event, _ -> true, now));
        });
    var calling = new Calling(0, 1, at(2), false);
    table.state(calling, at(2));
    line(table, calling, new AlarmEvent.Woken(), _ -> false, at(2));
    table.check("alarm.md");
  }

  private static void line(
      RuleTable table,
      AlarmState state,
      AlarmEvent event,
      AlarmRules.Staffing staffing,
      Instant now) {
    var decision = AlarmRules.decide(PLAN, state, event, staffing, now);
    table.line(state, event, decision.next(), decision.effects());
  }

  private static Map<AlarmState, Instant> states() {
    Map<AlarmState, Instant> states = new LinkedHashMap<>();
    states.put(new Calling(0, 1, at(2), false), at(2));
    states.put(new Calling(2, 1, at(6), true), at(6));
    states.put(new Acknowledged(0, 1, BRAM, at(6)), at(3));
    states.put(new Acknowledged(1, 1, BRAM, at(6)), at(6));
    states.put(new HandingOver(0, 1, BRAM, CARLA, at(6)), at(3));
    states.put(new Closed(0, 1, T14_00, BRAM, Outcome.SAFE), at(3));
    return states;
  }

  private static List<AlarmEvent> events() {
    return List.of(
        new AlarmEvent.Woken(),
        new AlarmEvent.Acknowledged(BRAM),
        new AlarmEvent.Acknowledged(CARLA),
        new AlarmEvent.Acknowledged(ANNA),
        new AlarmEvent.Updated(BRAM, false),
        new AlarmEvent.Updated(DIRK, false),
        new AlarmEvent.HandOverOffered(BRAM, DIRK),
        new AlarmEvent.HandOverOffered(BRAM, ANNA),
        new AlarmEvent.HandOverOffered(DIRK, CARLA),
        new AlarmEvent.HandOverAnswered(CARLA, true),
        new AlarmEvent.HandOverAnswered(CARLA, false),
        new AlarmEvent.HandOverAnswered(DIRK, true),
        new AlarmEvent.EscalationAsked(BRAM, 0),
        new AlarmEvent.EscalationAsked(DIRK, 0),
        new AlarmEvent.StepUnreachable(0, 1),
        new AlarmEvent.StepUnreachable(2, 1),
        new AlarmEvent.WorkerSafe(ANNA),
        new AlarmEvent.RaisedAgain(),
        new AlarmEvent.DrillEnded(CARLA),
        new AlarmEvent.ClosingAsked(BRAM, Outcome.SAFE),
        new AlarmEvent.ClosingAsked(DIRK, Outcome.SAFE),
        new AlarmEvent.ClosingAsked(BRAM, Outcome.DRILL));
  }
}

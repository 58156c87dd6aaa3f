package nl.achterwacht.preparation;

import static nl.achterwacht.Cast.ANNA;
import static nl.achterwacht.Cast.BRAM;
import static nl.achterwacht.Cast.CARLA;
import static nl.achterwacht.Cast.DIRK;
import static nl.achterwacht.Cast.T14_00;
import static nl.achterwacht.Cast.at;

import java.util.List;
import nl.achterwacht.base.Decision;
import nl.achterwacht.policy.Measure;
import nl.achterwacht.rules.RuleTable;
import org.junit.jupiter.api.Test;

/** docs/rules/measure.md. */
class MeasureTableTest {
  private static final Actor ANNA_HERSELF = MeasureRulesTest.WORKER;
  private static final Actor BRAM_ASKED = new Actor(BRAM, false);
  private static final Actor SUPERVISOR = MeasureRulesTest.SUPERVISOR;

  @Test
  void theTableOfTheMeasureIsAsTheRulesAre() {
    var table =
        new RuleTable(
            "Measure: state × event ► next + effects",
            """
            Anna goes from 15:00 to 16:00. First DUO, a measure that rests on a colleague; then TERUG,
            one that somebody notes. A measure counts when it is Proven or Waived.
            """);
    List<MeasureEvent> asked =
        List.of(
            new MeasureEvent.Named(BRAM, ANNA_HERSELF),
            new MeasureEvent.Named(DIRK, ANNA_HERSELF),
            new MeasureEvent.Accepted(BRAM_ASKED),
            new MeasureEvent.Declined(BRAM_ASKED),
            new MeasureEvent.Proved(new Proof.Promised(BRAM), ANNA_HERSELF),
            new MeasureEvent.Waived("kent het gezin", SUPERVISOR),
            new MeasureEvent.Waived("geen tijd", ANNA_HERSELF),
            new MeasureEvent.Withdrawn("ziek", BRAM_ASKED));
    part(
        table,
        Measure.DUO,
        List.of(
            new MeasureState.Asked(),
            new MeasureState.Offered(BRAM, ANNA, T14_00),
            new MeasureState.Declined(BRAM, T14_00),
            new MeasureState.Proven(new Proof.Promised(BRAM), BRAM, T14_00),
            new MeasureState.Waived("kent het gezin", CARLA, T14_00),
            new MeasureState.Withdrawn("ziek", BRAM, T14_00)),
        asked);
    part(
        table,
        Measure.TERUG,
        List.of(
            new MeasureState.Asked(),
            new MeasureState.Proven(new Proof.CallBack(at(90)), ANNA, T14_00)),
        List.of(
            new MeasureEvent.Proved(new Proof.CallBack(at(75)), ANNA_HERSELF),
            new MeasureEvent.Proved(new Proof.CallBack(at(150)), ANNA_HERSELF),
            new MeasureEvent.Proved(new Proof.Ticked(null), ANNA_HERSELF),
            new MeasureEvent.Named(BRAM, ANNA_HERSELF),
            new MeasureEvent.Waived("kort bezoek", SUPERVISOR),
            new MeasureEvent.Withdrawn(null, ANNA_HERSELF)));
    table.check("measure.md");
  }

  private static void part(
      RuleTable table, Measure measure, List<MeasureState> states, List<MeasureEvent> events) {
    for (MeasureState state : states) {
      table.state(state, at(1));
      for (MeasureEvent event : events) {
        Decision<MeasureState, MeasureEffect> decision =
            MeasureRules.decide(MeasureRulesTest.VISIT, measure, state, event, at(1));
        table.line(state, event, decision.next(), decision.effects());
      }
    }
  }
}

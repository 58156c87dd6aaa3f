package nl.achterwacht.place.caution;

import static nl.achterwacht.Cast.ANNA;
import static nl.achterwacht.Cast.BRAM;
import static nl.achterwacht.Cast.CARLA;
import static nl.achterwacht.Cast.T14_00;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.achterwacht.place.caution.CautionEvent.Confirmed;
import nl.achterwacht.place.caution.CautionEvent.EndAsked;
import nl.achterwacht.place.caution.CautionEvent.Renewed;
import nl.achterwacht.place.caution.CautionEvent.Reviewed;
import nl.achterwacht.place.caution.CautionEvent.Woken;
import nl.achterwacht.place.caution.CautionState.Ended;
import nl.achterwacht.place.caution.CautionState.How;
import nl.achterwacht.place.caution.CautionState.InForce;
import nl.achterwacht.rules.RuleTable;
import org.junit.jupiter.api.Test;

/** docs/rules/caution.md. */
class CautionTableTest {
  private static final CautionRules.Facts FACTS = new CautionRules.Facts(ANNA, true);

  @Test
  void theTableOfTheCautionIsAsTheRulesAre() {
    var table =
        new RuleTable(
            "Caution: state × event ► next + effects",
            """
            Proposed by Anna on 23 November 2026; the resident was told by letter. A proposal lapses
            after a month; a caution is looked at again after 6 months, ends within 12 unless it is
            renewed, and never lasts longer than 36.
            """);
    states()
        .forEach((state, now) -> {
          table.state(state, now);
          for (CautionEvent event : events()) {
            var decision = CautionRules.decide(FACTS, state, event, now);
            table.line(state, event, decision.next(), decision.effects());
          }
        });
    table.check("caution.md");
  }

  private static Map<CautionState, Instant> states() {
    Map<CautionState, Instant> states = new LinkedHashMap<>();
    states.put(CautionRules.begin(T14_00), T14_00);
    states.put(CautionRules.begin(months(-2)), T14_00);
    states.put(new InForce(months(-6), CARLA, T14_00, months(6)), T14_00);
    states.put(new InForce(months(-30), CARLA, months(1), months(4)), T14_00);
    states.put(new InForce(months(-12), CARLA, months(-1), months(-1)), T14_00);
    states.put(new Ended(months(-1), How.ENDED, BRAM), T14_00);
    return states;
  }

  private static List<CautionEvent> events() {
    return List.of(
        new Woken(),
        new Confirmed(ANNA, months(12)),
        new Confirmed(CARLA, months(12)),
        new Confirmed(CARLA, months(13)),
        new Reviewed(BRAM),
        new Renewed(BRAM, months(3)),
        new Renewed(BRAM, months(6)),
        new Renewed(BRAM, months(12)),
        new Renewed(BRAM, months(13)),
        new EndAsked(BRAM));
  }

  private static Instant months(int months) {
    return T14_00.atOffset(ZoneOffset.UTC).plusMonths(months).toInstant();
  }
}

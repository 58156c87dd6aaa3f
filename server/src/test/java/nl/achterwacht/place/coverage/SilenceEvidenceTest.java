package nl.achterwacht.place.coverage;

import static nl.achterwacht.Cast.at;
import static nl.achterwacht.Cast.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.achterwacht.place.coverage.CoverageMemory.Coverage;
import nl.achterwacht.place.coverage.SilenceEvidence.Battery;
import nl.achterwacht.place.coverage.SilenceEvidence.Fact;
import nl.achterwacht.place.coverage.SilenceEvidence.Known;
import nl.achterwacht.place.coverage.SilenceEvidence.Outage;
import org.junit.jupiter.api.Test;

/** What could explain a silence, and what speaks against that. */
class SilenceEvidenceTest {
  @Test
  void whatExplainsStandsFirst() {
    var known =
        new Known(
            at(0),
            new Battery(80, at(0)),
            new Coverage("kelder", 4, 5),
            List.of(new Outage(at(10), at(20))),
            at(-5));
    assertThat(SilenceEvidence.of(known, at(30)))
        .containsExactly(
            new Fact.WeWereAway(at(10), at(20)),
            new Fact.PlaceWas(4, 5, true),
            new Fact.PositionIs(minutes(35), true),
            new Fact.BatteryWas(80, at(0), false));
  }

  @Test
  void aFreshPositionAndAFullBatteryExplainNothing() {
    var known = new Known(at(0), new Battery(80, at(0)), new Coverage("", 0, 3), List.of(), at(28));
    assertThat(SilenceEvidence.of(known, at(30))).hasSize(3).noneMatch(Fact::explains);
  }

  @Test
  void anEmptyBatteryExplains() {
    var known = new Known(at(0), new Battery(9, at(0)), null, List.of(), null);
    assertThat(SilenceEvidence.of(known, at(30)))
        .containsExactly(new Fact.BatteryWas(9, at(0), true), new Fact.NoPosition());
  }

  @Test
  void anOutageBeforeTheLastSignIsNoReason() {
    var known = new Known(at(0), null, null, List.of(new Outage(at(-20), at(-10))), null);
    assertThat(SilenceEvidence.of(known, at(30))).containsExactly(new Fact.NoPosition());
  }
}

package nl.achterwacht.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import nl.achterwacht.policy.Judgement.Demand;
import org.junit.jupiter.api.Test;

/** What the worker reads: what is asked, and why. */
class ExplanationTest {
  @Test
  void aDemandIsOneSentenceWithItsReason() {
    var demand = new Demand(Measure.DUO, List.of("P1"), List.of());
    assertThat(Explanation.of(demand, "nl"))
        .isEqualTo("Met z'n tweeën, omdat: eerder agressief tegen medewerkers.");
    assertThat(Explanation.of(demand, "en"))
        .isEqualTo("With a colleague, because: aggressive to staff before.");
  }

  @Test
  void whatWillDoInsteadIsSaid() {
    var demand =
        new Demand(Measure.POLMEE, List.of("P1", "D2"), List.of(Measure.KANTOOR, Measure.NIET));
    assertThat(Explanation.of(demand, "nl"))
        .isEqualTo(
            "Met politie of beveiliging (of: de afspraak op kantoor of niet gaan), omdat: eerder"
                + " agressief tegen medewerkers; slecht nieuws of confrontatie met fouten.");
  }

  @Test
  void manyReasonsAreCounted() {
    var demand = new Demand(Measure.CODE, List.of("D1", "D2", "D3", "P3", "P4", "W3"), List.of());
    assertThat(Explanation.of(demand, "nl"))
        .endsWith("; misschien alcohol- of drugsgebruik; en nog 2.");
  }

  @Test
  void anOwnSentenceIsSaidAsItIs() {
    var demand = new Demand(Measure.PAK, List.of("dat spraken wij af {0}"), List.of());
    assertThat(Explanation.of(demand, "nl"))
        .isEqualTo("Met de paklijst, omdat: dat spraken wij af {0}.");
  }

  @Test
  void aClassIsSaidWithItsPoints() {
    Judgement judgement = Policy.standard().judge(ExampleVisits.facts("D2, W3, P9"), 1);
    assertThat(Explanation.of(judgement, "nl")).isEqualTo("Risico: hoog (7 punten).");
    assertThat(Explanation.of(judgement, "en")).isEqualTo("Risk: high (7 points).");
  }

  @Test
  void bothLanguagesNameEverything() throws IOException {
    Properties dutch = load("nl");
    Properties english = load("en");
    assertThat(dutch.keySet()).isEqualTo(english.keySet());
    for (String language : List.of("nl", "en")) {
      PolicyTexts texts = PolicyTexts.in(language);
      for (RiskFactor factor : RiskFactor.values()) {
        assertThat(texts.name(factor)).isNotBlank();
      }
      for (Measure measure : Measure.values()) {
        assertThat(texts.name(measure)).isNotBlank();
        assertThat(texts.phrase(measure)).isNotBlank();
      }
      for (RiskClass riskClass : RiskClass.values()) {
        assertThat(texts.name(riskClass)).isNotBlank();
      }
      for (Reason reason : Reason.values()) {
        // The judgement names the factors instead of this one.
        assertThat(reason == Reason.FACTORS || !texts.reason(reason.text()).equals(reason.text()))
            .isTrue();
      }
      for (Table table : Table.values()) {
        assertThat(texts.text("table." + table.id())).isNotBlank();
        table.inputs().keySet().forEach(name -> texts.text("column." + name));
        table.outputs().keySet().forEach(name -> texts.text("column." + name));
      }
    }
  }

  private static Properties load(String language) throws IOException {
    var texts = new Properties();
    String file = "/texts/policy_" + language + ".properties";
    try (var in = Objects.requireNonNull(ExplanationTest.class.getResourceAsStream(file));
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    return texts;
  }
}

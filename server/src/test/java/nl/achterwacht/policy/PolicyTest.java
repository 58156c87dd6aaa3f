package nl.achterwacht.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.achterwacht.policy.Judgement.Demand;
import nl.achterwacht.policy.Judgement.WatchAdvice;
import org.junit.jupiter.api.Test;

/** What follows from the tables we ship, and from tables that were changed. */
class PolicyTest {
  /** The catalogue of risk factors: points, or -1 for a factor that is heavy by itself. */
  private static final Map<String, Integer> CATALOGUE =
      Map.ofEntries(
          Map.entry("D1", 2),
          Map.entry("D2", 3),
          Map.entry("D3", 2),
          Map.entry("D4", -1),
          Map.entry("D5", 3),
          Map.entry("D6", 2),
          Map.entry("D7", 2),
          Map.entry("P1", -1),
          Map.entry("P2", -1),
          Map.entry("P3", 2),
          Map.entry("P4", 2),
          Map.entry("P5", 1),
          Map.entry("P6", 2),
          Map.entry("P7", -1),
          Map.entry("P8", 3),
          Map.entry("P9", 1),
          Map.entry("P10", 2),
          Map.entry("W1", -1),
          Map.entry("W2", 2),
          Map.entry("W3", 3),
          Map.entry("W4", 2),
          Map.entry("W5", 2),
          Map.entry("W6", 1),
          Map.entry("W7", 2),
          Map.entry("T1", 2),
          Map.entry("T2", 1),
          Map.entry("T3", 2),
          Map.entry("O1", 2),
          Map.entry("O2", 2),
          Map.entry("O3", 2),
          Map.entry("O4", 1),
          Map.entry("M1", 2),
          Map.entry("M2", -1),
          Map.entry("M3", 2),
          Map.entry("M4", 3),
          Map.entry("M5", -1));

  @Test
  void everyFactorOfTheCatalogueWeighsWhatTheCatalogueSays() {
    assertThat(CATALOGUE).hasSameSizeAs(RiskFactor.values());
    CATALOGUE.forEach((code, points) -> {
      Policy.Weight weight = Policy.standard().weight(RiskFactor.valueOf(code));
      assertThat(weight).as(code).isEqualTo(new Policy.Weight(Math.max(0, points), points < 0));
    });
  }

  @Test
  void factsThatStandForAFactorCountOnce() {
    Judgement byClock = Policy.standard().judge(ExampleVisits.facts("buiten kantooruren"), 1);
    Judgement byHand = Policy.standard().judge(ExampleVisits.facts("T1"), 1);
    Judgement both = Policy.standard().judge(ExampleVisits.facts("T1; buiten kantooruren"), 1);
    assertThat(byClock).isEqualTo(byHand).isEqualTo(both);
    assertThat(byClock.score()).isEqualTo(2);
  }

  @Test
  void theReasonsOfAClassAreTheFactorsThatMadeItHeaviestFirst() {
    Judgement judgement = Policy.standard().judge(ExampleVisits.facts("P5, D2, P1"), 7);
    assertThat(demand(judgement, Measure.LEID).reasons()).containsExactly("P1", "D2", "P5");
    assertThat(judgement.version()).isEqualTo(7);
  }

  @Test
  void veryHighMayAlsoBeMetAtTheOfficeOrNotAtAll() {
    Judgement judgement = Policy.standard().judge(ExampleVisits.facts("P1, D2, W3, P9"), 1);
    assertThat(judgement.riskClass()).isEqualTo(RiskClass.VERY_HIGH);
    assertThat(demand(judgement, Measure.POLMEE).alternatives())
        .containsExactly(Measure.KANTOOR, Measure.NIET);
  }

  @Test
  void whatWillDoInsteadMustDoForEveryRuleThatAsks() {
    Facts evening = ExampleVisits.facts("P3; buiten kantooruren");
    assertThat(demand(Policy.standard().judge(evening, 1), Measure.DUO).alternatives())
        .containsExactly(Measure.DAG);
    Facts eveningAndNew = ExampleVisits.facts("P3, M1; buiten kantooruren");
    Demand demand = demand(Policy.standard().judge(eveningAndNew, 1), Measure.DUO);
    assertThat(demand.alternatives()).isEmpty();
    assertThat(demand.reasons()).containsExactly("outside-office-hours", "M1");
  }

  @Test
  void theWatchIsTighterWithRiskAndOutsideOfficeHours() {
    assertThat(advice("–")).isEqualTo(new WatchAdvice(false, false, 0));
    assertThat(advice("buiten kantooruren")).isEqualTo(new WatchAdvice(false, false, 180));
    assertThat(advice("P3, P4")).isEqualTo(new WatchAdvice(false, false, 0));
    assertThat(advice("P3, P4; buiten kantooruren")).isEqualTo(new WatchAdvice(false, true, 180));
    assertThat(advice("P1")).isEqualTo(new WatchAdvice(true, true, 120));
    assertThat(advice("P1, D2, W3, P9; buiten kantooruren"))
        .isEqualTo(new WatchAdvice(true, true, 120));
  }

  @Test
  void aSentenceOfTheOrganisationsOwnIsAReason() {
    Policy policy =
        Dmn.policy(Dmn.standard().replace("\"always\"", "\"dat spraken wij af met de OR\""));
    assertThat(demand(policy.judge(ExampleVisits.facts("–"), 2), Measure.PAK).reasons())
        .containsExactly("dat spraken wij af met de OR");
  }

  @Test
  void manyThreadsJudgeAlike() throws InterruptedException, ExecutionException {
    Policy policy = Dmn.policy(Dmn.standard());
    List<Facts> visits = new ArrayList<>();
    for (int battery = 0; battery < 100; battery++) {
      for (String more : List.of("–", "W4, P3", "P1; auto", "D1; zonder afspraak")) {
        visits.add(ExampleVisits.facts(more + "; batterij " + battery + " %"));
      }
    }
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Future<List<Judgement>>> all = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        all.add(
            threads.submit(() -> visits.stream().map(facts -> policy.judge(facts, 1)).toList()));
      }
      List<Judgement> alone =
          visits.stream().map(facts -> Policy.standard().judge(facts, 1)).toList();
      for (Future<List<Judgement>> each : all) {
        assertThat(each.get()).isEqualTo(alone);
      }
    }
  }

  private static WatchAdvice advice(String facts) {
    return Policy.standard().judge(ExampleVisits.facts(facts), 1).watch();
  }

  private static Demand demand(Judgement judgement, Measure measure) {
    return judgement.demands().stream()
        .filter(one -> one.measure() == measure)
        .findFirst()
        .orElseThrow();
  }
}

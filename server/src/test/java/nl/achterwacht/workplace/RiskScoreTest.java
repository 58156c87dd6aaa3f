package nl.achterwacht.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import nl.achterwacht.workplace.Decision.Outcome;
import nl.achterwacht.workplace.WorkplaceResult.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables by which a risk is scored, and what may be decided on them. */
class RiskScoreTest {
  @ParameterizedTest
  @CsvSource({
    "1, 0.5, 0.1, 0.05, accept",
    "40, 0.5, 1, 20, accept",
    "7, 3, 1, 21, attention",
    "7, 10, 1, 70, attention",
    "15, 10, 0.5, 75, measures",
    "100, 2, 1, 200, measures",
    "7, 10, 3, 210, at-once",
    "40, 10, 1, 400, at-once",
    "7, 10, 6, 420, stop",
    "100, 10, 10, 10000, stop",
  })
  void fineKinney(
      String effect, String exposure, String probability, String value, String riskClass) {
    RiskScore score = score(effect, exposure, probability);
    assertThat(score.partOffScale()).isNull();
    assertThat(score.value()).isEqualByComparingTo(value);
    assertThat(score.riskClass().text()).isEqualTo(riskClass);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, accept",
    "2, 2, accept",
    "5, 1, attention",
    "3, 3, attention",
    "2, 5, measures",
    "3, 4, measures",
    "3, 5, at-once",
    "4, 4, at-once",
    "4, 5, stop",
    "5, 5, stop",
  })
  void effectTimesProbability(String effect, String probability, String riskClass) {
    RiskScore score = score(effect, null, probability);
    assertThat(score.partOffScale()).isNull();
    assertThat(score.riskClass().text()).isEqualTo(riskClass);
  }

  @Test
  void onlyValuesOfTheScaleCount() {
    assertThat(score("5", "1", "1").partOffScale()).isEqualTo("effect");
    assertThat(score("7", "4", "1").partOffScale()).isEqualTo("exposure");
    assertThat(score("7", "6.0", "2").partOffScale()).isEqualTo("probability");
    assertThat(score("6", null, "1").partOffScale()).isEqualTo("effect");
    assertThat(score("5", null, "0.5").partOffScale()).isEqualTo("probability");
  }

  @Test
  void itIsWrittenAsOnPaper() {
    assertThat(score("7", "3.0", "6").inNumbers()).isEqualTo("7 × 3 × 6 = 126");
    assertThat(score("4", null, "5").inNumbers()).isEqualTo("4 × 5 = 20");
  }

  @Test
  void aDecisionFitsWhatWasFound() {
    assertThat(Decision.fault(Outcome.ALLOWED, null, 0)).isEmpty();
    assertThat(Decision.fault(Outcome.ALLOWED, RiskClass.AT_ONCE, 0)).isEmpty();
    assertThat(Decision.fault(Outcome.ALLOWED, RiskClass.STOP, 3))
        .isEqualTo(Optional.of(Reason.RISK_TOO_HIGH));
    assertThat(Decision.fault(Outcome.WITH_MEASURES, RiskClass.STOP, 1)).isEmpty();
    assertThat(Decision.fault(Outcome.WITH_MEASURES, RiskClass.ACCEPT, 0))
        .isEqualTo(Optional.of(Reason.NO_MEASURE));
    assertThat(Decision.fault(Outcome.NEVER, RiskClass.STOP, 0)).isEmpty();
  }

  static RiskScore score(String effect, @Nullable String exposure, String probability) {
    return new RiskScore(
        new BigDecimal(effect),
        exposure == null ? null : new BigDecimal(exposure),
        new BigDecimal(probability));
  }
}

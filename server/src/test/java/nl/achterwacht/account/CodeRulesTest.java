package nl.achterwacht.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeRulesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000",
        "1234",
        "4321",
        "7890",
        "0987",
        "2468",
        "1212",
        "123123",
        "1999",
        "2026",
        "55555",
        "123",
        "123456789",
        "12a4",
        "",
        "١٢٣٥"
      })
  void whatEverybodyTriesFirstIsNoCode(String code) {
    assertThat(CodeRules.isGuessable(code)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2580", "1470", "3175", "90215", "83920174"})
  void otherCodesAreGood(String code) {
    assertThat(CodeRules.isGuessable(code)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2580,1470,true",
    "3175,3176,false",
    "3175,3195,false",
    "3175,317512,true",
    "3175,31751,false",
    "3175,3175,false"
  })
  void noSlipOfOneKeyTurnsSafeIntoDuress(String safe, String duress, boolean apart) {
    assertThat(CodeRules.areApart(safe, duress)).isEqualTo(apart);
  }
}

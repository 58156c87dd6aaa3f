package nl.achterwacht.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What means "the database is away, try again", and what is a fault of ours. */
class DatabaseAwayTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"08006", "08001", "53100", "53300", "57P01", "57P03", "25P03", "25006", "55P03"})
  void whatCannotBeHadJustNowIsAway(String state) {
    var failure = new IllegalStateException("wrapped", new SQLException("gone", state));
    assertThat(DatabaseAway.isCauseOf(failure)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "42601", "22P02"})
  void aWrongStatementIsNot(String state) {
    assertThat(DatabaseAway.isCauseOf(new SQLException("wrong", state))).isFalse();
  }
}

package nl.achterwacht.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import nl.achterwacht.base.DatabaseClock.Anchor;
import org.junit.jupiter.api.Test;

/** How far one answer may move the clock. */
class DatabaseClockTest {
  private static final Instant T14_00 = Instant.parse("2026-01-05T14:00:00Z");
  private static final Anchor KNOWN = new Anchor(T14_00, 0);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void anAnswerThatFitsMovesNothing() {
    assertThat(KNOWN.corrected(T14_00.plusMillis(1), millis(0), millis(2))).isEqualTo(KNOWN);
  }

  @Test
  void aServerThatStoodStillBeforeItsQuestionWasSentIsNotAhead() {
    // Asked at 0, frozen for 45 seconds, and only then did the database read its clock.
    Instant theirs = T14_00.plusSeconds(45);
    Anchor after = KNOWN.corrected(theirs, millis(0), millis(45_001));
    assertThat(after.at(millis(45_001))).isEqualTo(T14_00.plusMillis(45_001));
  }

  @Test
  void aServerThatStoodStillBeforeItHeardTheAnswerIsNotBehind() {
    Anchor after = KNOWN.corrected(T14_00.plusMillis(1), millis(0), millis(45_001));
    assertThat(after.at(millis(45_001))).isEqualTo(T14_00.plusMillis(45_001));
  }

  @Test
  void aDatabaseWhoseClockJumpsIsFollowed() {
    Anchor ahead = KNOWN.corrected(T14_00.plus(MINUTE), millis(0), millis(2));
    assertThat(ahead.at(millis(2))).isEqualTo(T14_00.plus(MINUTE));
    Anchor behind = KNOWN.corrected(T14_00.minus(MINUTE), millis(0), millis(2));
    assertThat(behind.at(millis(2))).isEqualTo(T14_00.minus(MINUTE).plusMillis(2));
  }

  @Test
  void aSlowAnswerStillTellsOfAJumpThatIsLargerThanItsDelay() {
    Anchor after = KNOWN.corrected(T14_00.plus(MINUTE), millis(0), millis(5_000));
    assertThat(after.at(millis(5_000))).isEqualTo(T14_00.plus(MINUTE));
  }

  private static long millis(long millis) {
    return Duration.ofMillis(millis).toNanos();
  }
}

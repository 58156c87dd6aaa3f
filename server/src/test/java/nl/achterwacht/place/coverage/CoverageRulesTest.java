package nl.achterwacht.place.coverage;

import static nl.achterwacht.Cast.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.achterwacht.place.coverage.CoverageRules.Heard;
import nl.achterwacht.place.coverage.CoverageRules.PhoneAct;
import org.junit.jupiter.api.Test;

/** Whether a phone was heard, from when acts were made and came. */
class CoverageRulesTest {
  @Test
  void whatComesAtOnceWasHeard() {
    assertThat(CoverageRules.judge(List.of(away(0, 0), onSite(10, 10), away(40, 40))))
        .isEqualTo(Heard.HEARD);
  }

  @Test
  void whatWasMadeInsideAndCameLaterWasSilent() {
    assertThat(CoverageRules.judge(List.of(away(0, 0), onSite(3, 31), away(31, 31))))
        .isEqualTo(Heard.SILENT);
  }

  @Test
  void aClockThatIsWrongIsNoSilence() {
    // Half an hour slow, and an hour fast: by the same for every act.
    assertThat(CoverageRules.judge(List.of(away(0, 30), onSite(10, 40), away(40, 70))))
        .isEqualTo(Heard.HEARD);
    assertThat(CoverageRules.judge(List.of(away(60, 0), onSite(63, 31), away(91, 31))))
        .isEqualTo(Heard.SILENT);
  }

  @Test
  void lateOnTheWayIsNotTheHome() {
    assertThat(CoverageRules.judge(List.of(away(0, 20), onSite(21, 21), away(40, 40))))
        .isEqualTo(Heard.HEARD);
  }

  @Test
  void fromTooLittleNothingIsConcluded() {
    assertThat(CoverageRules.judge(List.of())).isEqualTo(Heard.UNKNOWN);
    assertThat(CoverageRules.judge(List.of(onSite(0, 45)))).isEqualTo(Heard.UNKNOWN);
    assertThat(CoverageRules.judge(List.of(away(0, 0), away(9, 9)))).isEqualTo(Heard.UNKNOWN);
  }

  @Test
  void twoMinutesIsTheLine() {
    assertThat(CoverageRules.judge(List.of(away(0, 0), onSite(3, 4)))).isEqualTo(Heard.HEARD);
    assertThat(CoverageRules.judge(List.of(away(0, 0), onSite(3, 5)))).isEqualTo(Heard.SILENT);
  }

  private static PhoneAct onSite(int made, int received) {
    return new PhoneAct(at(made), at(received), true);
  }

  private static PhoneAct away(int made, int received) {
    return new PhoneAct(at(made), at(received), false);
  }
}

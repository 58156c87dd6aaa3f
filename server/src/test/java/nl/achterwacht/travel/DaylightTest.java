package nl.achterwacht.travel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dark or light, minutes away from sunrise and sunset as the almanac has them. */
class DaylightTest {
  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
  private static final double DE_BILT_LATITUDE = 52.10;
  private static final double DE_BILT_LONGITUDE = 5.18;

  @ParameterizedTest
  @CsvSource({
    // The shortest day: up about 08:45, down about 16:30.
    "2026-12-21T08:30, true",
    "2026-12-21T09:00, false",
    "2026-12-21T16:15, false",
    "2026-12-21T16:45, true",
    // The longest: up about 05:20, down about 22:03.
    "2026-06-21T05:05, true",
    "2026-06-21T05:35, false",
    "2026-06-21T21:50, false",
    "2026-06-21T22:15, true",
    // The evenings before and after the clock goes forward: sunset goes from 19:09 to 20:11.
    "2026-03-28T19:20, true",
    "2026-03-29T19:20, false",
    "2026-03-29T20:00, false",
    "2026-03-29T20:25, true",
    // And back: from 18:22 to 17:20.
    "2026-10-24T18:10, false",
    "2026-10-25T18:10, true",
    "2026-10-25T17:10, false",
    // The same hour twice, in the night.
    "2026-10-25T02:30, true",
    "2026-11-26T00:00, true",
    "2026-11-26T12:00, false"
  })
  void inTheMiddleOfTheCountry(LocalDateTime wall, boolean dark) {
    var moment = wall.atZone(AMSTERDAM).toInstant();
    assertThat(Daylight.isDark(moment, DE_BILT_LATITUDE, DE_BILT_LONGITUDE)).isEqualTo(dark);
    assertThat(Daylight.isDark(moment, null, null)).isEqualTo(dark);
  }

  @Test
  void whereTheSunStaysUpOrDownItSaysSo() {
    var midsummer = LocalDateTime.of(2026, 6, 21, 0, 0).atZone(AMSTERDAM).toInstant();
    var midwinter = LocalDateTime.of(2026, 12, 21, 12, 0).atZone(AMSTERDAM).toInstant();
    assertThat(Daylight.isDark(midsummer, 78.2, 15.6)).isFalse();
    assertThat(Daylight.isDark(midwinter, 78.2, 15.6)).isTrue();
  }

  @Test
  void onTheIslandsOfTheCaribbeanItIsAnotherTimeOfDay() {
    var dutchEvening = LocalDateTime.of(2026, 12, 21, 20, 0).atZone(AMSTERDAM).toInstant();
    assertThat(Daylight.isDark(dutchEvening, 12.15, -68.27)).isFalse();
  }
}

package nl.achterwacht.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import nl.achterwacht.travel.OfficeHours.Hours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a visit lies in office hours, by the clock on the wall and the Dutch calendar. */
class OfficeHoursTest {
  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
  private static final OfficeHours USUAL = OfficeHours.usual();

  @ParameterizedTest
  @CsvSource({
    // A Wednesday in winter.
    "2026-11-25T08:30, 2026-11-25T09:30, false",
    "2026-11-25T16:00, 2026-11-25T17:00, false",
    "2026-11-25T16:00, 2026-11-25T17:01, true",
    "2026-11-25T08:29, 2026-11-25T09:00, true",
    "2026-11-25T19:00, 2026-11-25T20:00, true",
    "2026-11-25T16:00, 2026-11-26T09:00, true",
    // The weekend.
    "2026-11-28T10:00, 2026-11-28T11:00, true",
    "2026-11-29T10:00, 2026-11-29T11:00, true",
    // Around the changes of the clock, 29 March and 25 October 2026: the wall counts, not UTC.
    "2026-03-27T08:30, 2026-03-27T17:00, false",
    "2026-03-30T08:30, 2026-03-30T17:00, false",
    "2026-03-30T08:00, 2026-03-30T09:00, true",
    "2026-10-23T16:30, 2026-10-23T17:00, false",
    "2026-10-26T16:30, 2026-10-26T17:00, false",
    "2026-10-26T17:00, 2026-10-26T17:30, true",
    // Easter Monday, King's Day, Liberation Day, Ascension, Whit Monday, Christmas, New Year.
    "2026-04-06T10:00, 2026-04-06T11:00, true",
    "2026-04-27T10:00, 2026-04-27T11:00, true",
    "2026-05-05T10:00, 2026-05-05T11:00, true",
    "2026-05-14T10:00, 2026-05-14T11:00, true",
    "2026-05-25T10:00, 2026-05-25T11:00, true",
    "2026-12-25T10:00, 2026-12-25T11:00, true",
    "2027-01-01T10:00, 2027-01-01T11:00, true",
    // Good Friday and the day after Ascension are working days.
    "2026-04-03T10:00, 2026-04-03T11:00, false",
    "2026-05-15T10:00, 2026-05-15T11:00, false"
  })
  void theUsualWeek(LocalDateTime from, LocalDateTime until, boolean outside) {
    assertThat(USUAL.isOutside(interval(from, until))).isEqualTo(outside);
  }

  @Test
  void theNightInWhichTheClockGoesBackIsJudgedByTheWall() {
    var nightShift =
        new OfficeHours(
            Map.of(DayOfWeek.SUNDAY, new Hours(LocalTime.of(1, 0), LocalTime.of(2, 30))));
    var first =
        LocalDateTime.of(2026, 10, 25, 2, 15).atZone(AMSTERDAM).withEarlierOffsetAtOverlap();
    var second = first.withLaterOffsetAtOverlap();

    assertThat(second.toInstant()).isEqualTo(first.toInstant().plusSeconds(3600));
    assertThat(nightShift.isOutside(ZonedInterval.dutch(first.toInstant(), second.toInstant())))
        .isFalse();
    assertThat(
            nightShift.isOutside(
                ZonedInterval.dutch(first.toInstant(), second.toInstant().plusSeconds(1200))))
        .isTrue();
  }

  @Test
  void aTeamThatIsOpenOnSaturdayIsNotOnKingsDayMovedThere() {
    var saturdays =
        new OfficeHours(
            Map.of(DayOfWeek.SATURDAY, new Hours(LocalTime.of(10, 0), LocalTime.of(14, 0))));
    assertThat(saturdays.isOutside(oneHour(LocalDate.of(2025, 4, 19)))).isFalse();
    assertThat(saturdays.isOutside(oneHour(LocalDate.of(2025, 4, 26)))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2024-04-27, true",
    // The 27th is a Sunday: celebrated the day before.
    "2025-04-26, true",
    "2031-04-26, true",
    "2026-04-26, false",
    "2026-04-27, true",
    "2025-05-05, true",
    "2026-05-05, true",
    "2027-03-26, false",
    "2027-03-29, true",
    "2026-12-24, false",
    "2026-12-31, false"
  })
  void publicHolidays(LocalDate day, boolean holiday) {
    assertThat(Holidays.isHoliday(day)).isEqualTo(holiday);
  }

  @Test
  void hoursThatEndBeforeTheyBeginAreABug() {
    assertThatThrownBy(() -> new Hours(LocalTime.NOON, LocalTime.NOON))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ZonedInterval oneHour(LocalDate day) {
    return interval(day.atTime(11, 0), day.atTime(12, 0));
  }

  private static ZonedInterval interval(LocalDateTime from, LocalDateTime until) {
    return ZonedInterval.dutch(
        from.atZone(AMSTERDAM).toInstant(), until.atZone(AMSTERDAM).toInstant());
  }
}

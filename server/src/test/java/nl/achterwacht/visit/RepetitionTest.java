package nl.achterwacht.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import nl.achterwacht.watch.Place;
import org.junit.jupiter.api.Test;

/** On which days a visit repeats, and at what time when the clocks change. */
class RepetitionTest {
  private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");

  @Test
  void everyWeekUntilAndIncludingTheLastDay() {
    var weekly = new Repetition(1, Set.of(DayOfWeek.TUESDAY), LocalDate.of(2026, 12, 15));
    assertThat(starts(weekly, "2026-11-24T10:00"))
        .containsExactly(
            "2026-11-24T10:00", "2026-12-01T10:00", "2026-12-08T10:00", "2026-12-15T10:00");
  }

  @Test
  void everyOtherWeekOnTwoDays() {
    var days = Set.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY);
    var repetition = new Repetition(2, days, LocalDate.of(2026, 12, 31));
    assertThat(starts(repetition, "2026-11-26T09:30"))
        .containsExactly(
            "2026-11-26T09:30",
            "2026-12-07T09:30",
            "2026-12-10T09:30",
            "2026-12-21T09:30",
            "2026-12-24T09:30");
  }

  @Test
  void theFirstStandsWhateverItsWeekday() {
    var fridays = new Repetition(1, Set.of(DayOfWeek.FRIDAY), LocalDate.of(2026, 12, 4));
    assertThat(starts(fridays, "2026-11-25T10:00"))
        .containsExactly("2026-11-25T10:00", "2026-11-27T10:00", "2026-12-04T10:00");
  }

  @Test
  void tenOClockStaysTenOClockWhenTheClocksChange() {
    var weekly = new Repetition(1, Set.of(DayOfWeek.FRIDAY), LocalDate.of(2027, 4, 2));
    List<Appointment> all = weekly.from(at("2027-03-26T10:00"), HERE);
    assertThat(all.get(0).plannedStartAt()).isEqualTo(Instant.parse("2027-03-26T09:00:00Z"));
    assertThat(all.get(1).plannedStartAt()).isEqualTo(Instant.parse("2027-04-02T08:00:00Z"));
    assertThat(all.get(1).plannedEndAt()).isEqualTo(Instant.parse("2027-04-02T09:00:00Z"));
  }

  @Test
  void aTimeThatDoesNotExistIsTheNextThatDoes() {
    var weekly = new Repetition(1, Set.of(DayOfWeek.SUNDAY), LocalDate.of(2027, 3, 28));
    assertThat(starts(weekly, "2027-03-21T02:30"))
        .containsExactly("2027-03-21T02:30", "2027-03-28T03:30");
  }

  @Test
  void aLastDayBeforeTheFirstLeavesTheFirst() {
    var weekly = new Repetition(1, Set.of(DayOfWeek.MONDAY), LocalDate.of(2026, 1, 1));
    assertThat(starts(weekly, "2026-11-24T10:00")).containsExactly("2026-11-24T10:00");
  }

  @Test
  void tooManyStopAtOneMore() {
    var daily = new Repetition(1, Set.of(DayOfWeek.values()), LocalDate.of(2031, 1, 1));
    assertThat(starts(daily, "2026-11-24T10:00")).hasSize(Repetition.MOST + 1);
  }

  @Test
  void noWeekdayIsNoRepetition() {
    assertThatThrownBy(() -> new Repetition(1, Set.of(), LocalDate.of(2026, 12, 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<String> starts(Repetition repetition, String first) {
    return repetition.from(at(first), HERE).stream()
        .map(a -> a.plannedStartAt().atZone(HERE).toLocalDateTime().toString())
        .toList();
  }

  private static Appointment at(String local) {
    Instant start = LocalDateTime.parse(local).atZone(HERE).toInstant();
    return new Appointment(
        new Place("Dorpsstraat 12", null, null, null),
        null,
        start,
        start.plusSeconds(3600),
        false,
        "bicycle",
        null,
        20);
  }
}

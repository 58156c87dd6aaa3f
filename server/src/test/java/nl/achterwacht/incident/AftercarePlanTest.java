package nl.achterwacht.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AftercarePlanTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
  // Good Friday and Easter Monday stand here as holidays; the plan only asks.
  private static final Set<LocalDate> HOLIDAYS =
      Set.of(LocalDate.of(2026, 4, 6), LocalDate.of(2026, 4, 27));
  private static final AftercarePlan PLAN = new AftercarePlan(ZONE, HOLIDAYS::contains);

  @Test
  void afterAnEasterThursdayTheHoursRunOnAndTheWorkingDaysWait() {
    Instant thursday = at("2026-04-02T14:00");
    assertThat(said(PLAN.ofIncident(IncidentKind.AGGRESSION, thursday, null, thursday)))
        .containsExactly(
            "reaction 2026-04-03T14:00",
            // Friday is a working day, Monday is not.
            "police 2026-04-07T17:00",
            "next-contact 2026-04-07T17:00",
            "team-meeting 2026-04-16T17:00",
            "evaluation 2026-07-02T17:00");
    assertThat(said(PLAN.ofVictim(IncidentKind.AGGRESSION, thursday, thursday)))
        .containsExactly(
            "same-day 2026-04-02T22:00",
            "first-talk 2026-04-05T14:00",
            "second-talk 2026-04-16T17:00",
            "third-talk 2026-05-21T17:00");
  }

  @Test
  void theTeamTalksAboutItAtItsNextMeetingOrWithinTwoWeeks() {
    Instant then = at("2026-03-02T14:00");
    assertThat(teamMeeting(then, at("2026-03-05T10:00"), then)).isEqualTo("2026-03-05T17:00");
    assertThat(teamMeeting(then, at("2026-04-20T10:00"), then)).isEqualTo("2026-03-16T17:00");
    // A meeting of today that is nearly over leaves time to get it on the agenda.
    Instant lateToday = at("2026-03-02T16:30");
    assertThat(teamMeeting(then, at("2026-03-02T16:45"), lateToday)).isEqualTo("2026-03-02T18:30");
  }

  private static String teamMeeting(Instant happenedAt, Instant meeting, Instant now) {
    return said(PLAN.ofIncident(IncidentKind.ACCIDENT, happenedAt, meeting, now)).stream()
        .filter(line -> line.startsWith("team-meeting "))
        .findFirst()
        .orElseThrow()
        .substring("team-meeting ".length());
  }

  @Test
  void aTermOfWeeksEndsOnAWorkingDay() {
    // Two weeks later is King's Day.
    Instant monday = at("2026-04-13T09:00");
    assertThat(said(PLAN.ofVictim(IncidentKind.AGGRESSION, monday, monday)))
        .contains("second-talk 2026-04-28T17:00");
  }

  @Test
  void whoHearsOfItLateStillGetsTimeToAct() {
    Instant happened = at("2026-03-02T14:00");
    Instant now = at("2026-03-10T10:00");
    assertThat(said(PLAN.ofVictim(IncidentKind.AGGRESSION, happened, now)))
        .containsExactly(
            "same-day 2026-03-10T12:00",
            "first-talk 2026-03-10T12:00",
            "second-talk 2026-03-16T17:00",
            "third-talk 2026-04-20T17:00");
  }

  @Test
  void inTheLateEveningTheSameDayIsStillTwoHours() {
    Instant evening = at("2026-03-02T23:10");
    assertThat(said(PLAN.ofVictim(IncidentKind.AGGRESSION, evening, evening)))
        .contains("same-day 2026-03-03T01:10");
  }

  @Test
  void clocksThatGoForwardMakeNoStepLate() {
    Instant before = at("2026-03-28T20:00");
    assertThat(said(PLAN.ofIncident(IncidentKind.AGGRESSION, before, null, before)))
        .contains("reaction 2026-03-29T21:00", "police 2026-03-31T17:00");
  }

  @Test
  void anAccidentAsksForTheInspectorateAndANearMissForALesson() {
    Instant then = at("2026-03-02T14:00");
    assertThat(said(PLAN.ofIncident(IncidentKind.ACCIDENT, then, null, then)))
        .containsExactly(
            "inspectorate 2026-03-03T14:00",
            "team-meeting 2026-03-16T17:00",
            "evaluation 2026-06-02T17:00");
    assertThat(said(PLAN.ofIncident(IncidentKind.NEAR_MISS, then, null, then)))
        .containsExactly("lesson 2026-03-16T17:00");
    assertThat(said(PLAN.ofVictim(IncidentKind.NEAR_MISS, then, then)))
        .containsExactly("same-day 2026-03-02T22:00");
  }

  @Test
  void refusedHelpIsOfferedAgainAfterTwoWeeks() {
    assertThat(said(List.of(PLAN.offerAgain(at("2026-03-02T14:00")))))
        .containsExactly("offer-again 2026-03-16T17:00");
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }

  private static List<String> said(List<AftercarePlan.Due> steps) {
    return steps.stream()
        .map(due -> due.step().text() + " " + due.at().atZone(ZONE).toLocalDateTime())
        .toList();
  }
}

package nl.achterwacht.incident;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What must follow an incident, and before when (decisions 0119 and 0130). Pure. Hours are counted
 * as hours, also through a weekend; longer terms end on a working day. Who hears of it late still
 * gets time to act: no step is due before {@link #LEAST} has passed.
 *
 * @param zone where the working days are
 * @param isHoliday whether nobody works on that day
 */
public record AftercarePlan(ZoneId zone, Predicate<LocalDate> isHoliday) {
  static final Duration LEAST = Duration.ofHours(2);
  private static final Duration TO_REACT = Duration.ofDays(1);
  private static final Duration TO_FIRST_TALK = Duration.ofDays(3);
  private static final int WORKING_DAYS_TO_POLICE = 2;
  private static final LocalTime DAY_IS_OVER = LocalTime.of(22, 0);
  private static final LocalTime WORK_IS_OVER = LocalTime.of(17, 0);

  /** One step, and before when. */
  public record Due(StepKind step, Instant at) {}

  /**
   * What must follow the incident as a whole.
   *
   * @param nextMeeting of the team; null when none is planned
   */
  public List<Due> ofIncident(
      IncidentKind kind, Instant happenedAt, @Nullable Instant nextMeeting, Instant now) {
    var steps = new ArrayList<Due>();
    switch (kind) {
      case AGGRESSION -> {
        steps.add(new Due(StepKind.REACTION, soonest(happenedAt.plus(TO_REACT), now)));
        steps.add(new Due(StepKind.POLICE, soonest(workingDays(happenedAt), now)));
        // Nobody knows when the next contact is: somebody may stand at the desk any day.
        steps.add(new Due(StepKind.NEXT_CONTACT, soonest(workingDays(happenedAt), now)));
        steps.add(teamMeeting(happenedAt, nextMeeting, now));
        steps.add(new Due(StepKind.EVALUATION, after(Period.ofMonths(3), happenedAt, now)));
      }
      case ACCIDENT -> {
        steps.add(new Due(StepKind.INSPECTORATE, soonest(happenedAt.plus(TO_REACT), now)));
        steps.add(teamMeeting(happenedAt, nextMeeting, now));
        steps.add(new Due(StepKind.EVALUATION, after(Period.ofMonths(3), happenedAt, now)));
      }
      case NEAR_MISS ->
          steps.add(new Due(StepKind.LESSON, after(Period.ofWeeks(2), happenedAt, now)));
    }
    return steps;
  }

  /** At the end of the day of that meeting; a team that meets later than in two weeks, meets. */
  private Due teamMeeting(Instant happenedAt, @Nullable Instant nextMeeting, Instant now) {
    Instant latest = after(Period.ofWeeks(2), happenedAt, now);
    Instant meeting =
        nextMeeting == null
            ? latest
            : soonest(endOfWork(nextMeeting.atZone(zone).toLocalDate()), now);
    return new Due(StepKind.TEAM_MEETING, meeting.isBefore(latest) ? meeting : latest);
  }

  /** The aftercare of one victim. A near miss asks only how somebody is. */
  public List<Due> ofVictim(IncidentKind kind, Instant happenedAt, Instant now) {
    var sameDay = new Due(StepKind.SAME_DAY, soonest(endOfDay(happenedAt), now));
    if (kind == IncidentKind.NEAR_MISS) {
      return List.of(sameDay);
    }
    return List.of(
        sameDay,
        new Due(StepKind.FIRST_TALK, soonest(happenedAt.plus(TO_FIRST_TALK), now)),
        new Due(StepKind.SECOND_TALK, after(Period.ofWeeks(2), happenedAt, now)),
        new Due(StepKind.THIRD_TALK, after(Period.ofWeeks(7), happenedAt, now)));
  }

  /** When help that was refused is offered again. */
  public Due offerAgain(Instant now) {
    return new Due(StepKind.OFFER_AGAIN, after(Period.ofWeeks(2), now, now));
  }

  /** The end of a working day, or of the next when nobody works on {@code day}. */
  public Instant endOfWork(LocalDate day) {
    LocalDate works = day;
    while (!isWorkingDay(works)) {
      works = works.plusDays(1);
    }
    return works.atTime(WORK_IS_OVER).atZone(zone).toInstant();
  }

  private Instant endOfDay(Instant happenedAt) {
    return happenedAt.atZone(zone).toLocalDate().atTime(DAY_IS_OVER).atZone(zone).toInstant();
  }

  private Instant workingDays(Instant happenedAt) {
    LocalDate day = happenedAt.atZone(zone).toLocalDate();
    for (int counted = 0; counted < WORKING_DAYS_TO_POLICE; ) {
      day = day.plusDays(1);
      if (isWorkingDay(day)) {
        counted++;
      }
    }
    return endOfWork(day);
  }

  private Instant after(Period term, Instant since, Instant now) {
    return soonest(endOfWork(since.atZone(zone).toLocalDate().plus(term)), now);
  }

  private boolean isWorkingDay(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !isHoliday.test(day);
  }

  private static Instant soonest(Instant at, Instant now) {
    Instant least = now.plus(LEAST);
    return at.isBefore(least) ? least : at;
  }
}

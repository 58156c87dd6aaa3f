package nl.achterwacht.privacy;

import static nl.achterwacht.privacy.Retention.Unit.DAYS;
import static nl.achterwacht.privacy.Retention.Unit.HOURS;
import static nl.achterwacht.privacy.Retention.Unit.MONTHS;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long something is kept, counted from a moment that {@link Holdings} names for each table. The
 * reason of each default stands on the page about them, and in decision 0126.
 */
public enum Retention {
  /** Where somebody was, after a watch that ended quietly. The works council's rule: a day. */
  POSITIONS(HOURS, 24, 1, 24),
  /** Where somebody was, after a watch that an alarm ended: evidence for an incident. */
  ALARM_POSITIONS(DAYS, 90, 1, 90),
  /** What somebody wrote with an act of a watch; it can be about a resident. */
  WATCH_WORDS(DAYS, 30, 1, 90),
  /** What was answered about a visit beforehand (decision 0099). */
  ESTIMATES(MONTHS, 12, 1, 12),
  /** Visits, their watches and preparations; one year's report needs the year. */
  VISITS(MONTHS, 13, 1, 24),
  SIGNALS(MONTHS, 12, 3, 12),
  /** The words of a caution after its end: as long as the resident may object (decision 0086). */
  CAUTION_WORDS(DAYS, 42, 42, 90),
  /** That there was a caution, or a hot spot: for the yearly count. */
  CAUTIONS(MONTHS, 13, 1, 13),
  ALARMS(MONTHS, 24, 6, 60),
  DRILLS(MONTHS, 13, 3, 24),
  /** After the last thing that had to be done about it. */
  INCIDENTS(MONTHS, 24, 12, 60),
  /** As long as a report to the police, or a claim, may come before a court. */
  POLICE_INCIDENTS(MONTHS, 60, 24, 84),
  TASKS(MONTHS, 24, 6, 60),
  /** Meetings, agreements that ended, and who read a protocol that was replaced. */
  MEETINGS(MONTHS, 36, 12, 84),
  NOTICES(DAYS, 90, 30, 365),
  SIGN_INS(DAYS, 90, 30, 365),
  DUTIES(MONTHS, 13, 1, 24),
  /** A lone workplace and an alarm device, after they went out of use. */
  WORKPLACES(MONTHS, 60, 12, 120),
  /** The name of somebody who left, as long as the journal may name them. */
  PEOPLE(MONTHS, 60, 13, 84),
  /** Who did what: last, so that what the other rules erase stays explained. */
  JOURNAL(MONTHS, 60, 13, 84);

  /** In what a period is counted. */
  public enum Unit {
    HOURS,
    DAYS,
    MONTHS
  }

  private final Unit unit;
  private final int standard;
  private final int shortest;
  private final int longest;

  Retention(Unit unit, int standard, int shortest, int longest) {
    this.unit = unit;
    this.standard = standard;
    this.shortest = shortest;
    this.longest = longest;
  }

  public Unit unit() {
    return unit;
  }

  /** How many units it is as long as nobody chose otherwise. */
  public int standard() {
    return standard;
  }

  public int shortest() {
    return shortest;
  }

  public int longest() {
    return longest;
  }

  /** As it is stored and travels: {@code alarm-positions}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Retention> of(String text) {
    return Stream.of(values()).filter(rule -> rule.text().equals(text)).findFirst();
  }

  /** What ended before this moment is erased at {@code now}. */
  Instant before(int amount, Instant now) {
    return switch (unit) {
      case HOURS -> now.minus(Duration.ofHours(amount));
      case DAYS -> now.minus(Duration.ofDays(amount));
      case MONTHS -> now.atOffset(ZoneOffset.UTC).minusMonths(amount).toInstant();
    };
  }

  /** How long after the last time it is carried out again. */
  Duration every() {
    return unit == HOURS ? Duration.ofMinutes(10) : Duration.ofHours(12);
  }
}

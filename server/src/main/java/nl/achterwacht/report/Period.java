package nl.achterwacht.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** Whole months, the first and the last included. */
public record Period(YearMonth from, YearMonth until) {
  /** As many as a report shows at most. */
  public static final int MOST_MONTHS = 36;

  public Period {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException("ends before it begins");
    }
  }

  public static Period year(int year) {
    return new Period(YearMonth.of(year, 1), YearMonth.of(year, 12));
  }

  public List<YearMonth> months() {
    return Stream.iterate(from, month -> !month.isAfter(until), month -> month.plusMonths(1))
        .toList();
  }

  LocalDate firstDay() {
    return from.atDay(1);
  }

  LocalDate dayAfter() {
    return until.plusMonths(1).atDay(1);
  }
}

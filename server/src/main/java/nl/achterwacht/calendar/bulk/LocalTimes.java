package nl.achterwacht.calendar.bulk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.achterwacht.calendar.bulk.Grid.Cell;

/** Days and times as people and spreadsheets write them; all in the Netherlands. */
final class LocalTimes {
  static final ZoneId NETHERLANDS = ZoneId.of("Europe/Amsterdam");

  private static final List<DateTimeFormatter> DATES =
      List.of(pattern("d-M-uuuu"), pattern("uuuu-M-d"), pattern("d/M/uuuu"), pattern("d.M.uuuu"));
  private static final List<DateTimeFormatter> TIMES =
      List.of(pattern("H:mm"), pattern("H:mm:ss"), pattern("H.mm"));
  private static final LocalDate DAY_0_OF_1900 = LocalDate.of(1899, 12, 30);
  private static final LocalDate DAY_0_OF_1904 = LocalDate.of(1904, 1, 1);
  private static final BigDecimal MINUTES_A_DAY = BigDecimal.valueOf(24 * 60);
  // The last day a spreadsheet knows: 31 December 9999.
  private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);

  private final LocalDate dayZero;

  LocalTimes(boolean date1904) {
    this.dayZero = date1904 ? DAY_0_OF_1904 : DAY_0_OF_1900;
  }

  Optional<LocalDate> date(Cell cell) {
    return cell.number()
        ? moment(cell).filter(m -> !m.toLocalDate().equals(dayZero)).map(LocalDateTime::toLocalDate)
        : date(cell.text());
  }

  /** A time of day; of a cell with day and time the time. */
  Optional<LocalTime> time(Cell cell) {
    return cell.number() ? moment(cell).map(LocalDateTime::toLocalTime) : time(cell.text());
  }

  /** Day and time in one cell. */
  Optional<LocalDateTime> dayAndTime(Cell cell) {
    if (cell.number()) {
      return moment(cell).filter(moment -> !moment.toLocalDate().equals(dayZero));
    }
    String[] words = cell.text().strip().split("[ T]+", 2);
    if (words.length < 2) {
      return Optional.empty();
    }
    return date(words[0]).flatMap(day -> time(words[1]).map(day::atTime));
  }

  /** Excel counts days since a day zero; the time is the fraction. */
  private Optional<LocalDateTime> moment(Cell cell) {
    BigDecimal days = new BigDecimal(cell.text());
    if (days.signum() < 0 || days.compareTo(LAST_DAY) >= 0) {
      return Optional.empty();
    }
    long minutes = days.multiply(MINUTES_A_DAY).setScale(0, RoundingMode.HALF_UP).longValueExact();
    return Optional.of(dayZero.atStartOfDay().plusMinutes(minutes));
  }

  private static Optional<LocalDate> date(String text) {
    return first(DATES, format -> LocalDate.parse(text.strip(), format));
  }

  private static Optional<LocalTime> time(String text) {
    String bare = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s*(uur|u|h)$", "");
    String known = bare.replaceAll("^(\\d{1,2})[uh](\\d{2})$", "$1:$2");
    return first(TIMES, format -> LocalTime.parse(known, format));
  }

  private interface Parsing<T> {
    T with(DateTimeFormatter format);
  }

  private static <T> Optional<T> first(List<DateTimeFormatter> formats, Parsing<T> parsing) {
    for (DateTimeFormatter format : formats) {
      try {
        return Optional.of(parsing.with(format));
      } catch (DateTimeException e) {
        // Not written like this; perhaps like the next.
      }
    }
    return Optional.empty();
  }

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}

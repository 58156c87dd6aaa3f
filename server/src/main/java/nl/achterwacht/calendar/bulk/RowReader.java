package nl.achterwacht.calendar.bulk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.calendar.bulk.Grid.Cell;
import nl.achterwacht.calendar.bulk.Grid.Line;
import nl.achterwacht.visit.Appointment;
import nl.achterwacht.visit.VisitRegister;
import nl.achterwacht.watch.Place;
import org.jspecify.annotations.Nullable;

/** Makes a visit of a line, or says everything that is wrong with it. */
final class RowReader {
  private static final int MOST_ADDRESS = 200;
  private static final int MOST_FLOOR = 80;
  private static final int MOST_PURPOSE = 200;
  private static final int MOST_KEY = 200;
  private static final int MOST_MINUTES = 24 * 60;
  private static final int MOST_TRAVEL_MINUTES = 600;
  private static final int TRAVEL_MINUTES = 30;
  private static final Set<String> YES = Set.of("ja", "j", "yes", "y", "x", "1", "true", "waar");
  private static final Set<String> NO = Set.of("", "nee", "n", "no", "0", "false", "onwaar");
  private static final Map<String, String> TRAVEL_MODES =
      Map.ofEntries(
          Map.entry("", "other"),
          Map.entry("lopend", "walking"),
          Map.entry("te voet", "walking"),
          Map.entry("walking", "walking"),
          Map.entry("fiets", "bicycle"),
          Map.entry("bicycle", "bicycle"),
          Map.entry("bike", "bicycle"),
          Map.entry("auto", "car"),
          Map.entry("car", "car"),
          Map.entry("ov", "public-transport"),
          Map.entry("openbaar vervoer", "public-transport"),
          Map.entry("public-transport", "public-transport"),
          Map.entry("public transport", "public-transport"),
          Map.entry("anders", "other"),
          Map.entry("other", "other"));
  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd-MM-uuuu HH:mm");

  private final Map<Column, Integer> columns;
  private final LocalTimes times;
  private final WorkerNames workers;
  private final Function<Appointment, Optional<VisitRegister.Fault>> faultOf;

  RowReader(
      Map<Column, Integer> columns,
      LocalTimes times,
      WorkerNames workers,
      Function<Appointment, Optional<VisitRegister.Fault>> faultOf) {
    this.columns = columns;
    this.times = times;
    this.workers = workers;
    this.faultOf = faultOf;
  }

  /**
   * What a line comes to.
   *
   * @param row null when something is wrong with it
   */
  record Checked(int number, @Nullable PlannedRow row, List<RowFault> faults) {
    /** The same line, which is wrong after all. */
    Checked but(RowFault fault) {
      return new Checked(number, null, List.of(fault));
    }
  }

  Checked read(Line line) {
    var faults = new ArrayList<RowFault>();
    PersonId worker = worker(line, faults);
    String address = text(line, Column.ADDRESS, MOST_ADDRESS, faults);
    if (address.isEmpty()) {
      faults.add(RowFault.of(Column.ADDRESS, "missing", ""));
    }
    String floor = text(line, Column.FLOOR, MOST_FLOOR, faults);
    String purpose = text(line, Column.PURPOSE, MOST_PURPOSE, faults);
    String key = text(line, Column.KEY, MOST_KEY, faults);
    boolean highRisk = highRisk(line, faults);
    String mode = travelMode(line, faults);
    int travel = number(line, Column.TRAVEL_MINUTES, MOST_TRAVEL_MINUTES, faults, TRAVEL_MINUTES);
    LocalDateTime start = start(line, faults);
    LocalDateTime end = start == null ? null : end(line, start, faults);
    Instant startAt = instant(Column.START, start, faults);
    Instant endAt = instant(endColumn(), end, faults);
    if (!faults.isEmpty() || worker == null || startAt == null || endAt == null) {
      return new Checked(line.number(), null, faults);
    }
    var place = new Place(address, floor.isEmpty() ? null : floor, null, null);
    var planned =
        new Appointment(
            place,
            purpose.isEmpty() ? null : purpose,
            startAt,
            endAt,
            highRisk,
            mode,
            null,
            travel);
    return faultOf
        .apply(planned)
        .map(fault -> new Checked(line.number(), null, List.of(named(fault, startAt))))
        .orElseGet(
            () -> new Checked(line.number(), PlannedRow.of(worker, planned, key), List.of()));
  }

  /** What the register objects to, in the words of a file. */
  static RowFault named(VisitRegister.Fault fault, Instant start) {
    String given = SHOWN.format(start.atZone(LocalTimes.NETHERLANDS));
    return switch (fault) {
      case ENDS_BEFORE_START -> RowFault.of(Column.END, "ends-before-start", given);
      case TOO_LONG -> RowFault.of(Column.END, "too-long", given);
      case LONG_AGO -> RowFault.of(Column.START, "past", given);
      case TOO_FAR_AHEAD -> RowFault.of(Column.START, "too-far-ahead", given);
    };
  }

  private @Nullable PersonId worker(Line line, List<RowFault> faults) {
    String name = cell(line, Column.WORKER).text();
    if (name.isEmpty()) {
      faults.add(RowFault.of(Column.WORKER, "missing", ""));
      return null;
    }
    Set<PersonId> called = workers.called(name);
    if (called.size() != 1) {
      String code = called.isEmpty() ? "worker-unknown" : "worker-several";
      faults.add(RowFault.of(Column.WORKER, code, name));
      return null;
    }
    PersonId worker = called.iterator().next();
    if (!workers.isWorker(worker)) {
      faults.add(RowFault.of(Column.WORKER, "not-a-worker", name));
      return null;
    }
    return worker;
  }

  private @Nullable LocalDateTime start(Line line, List<RowFault> faults) {
    Cell start = cell(line, Column.START);
    Cell date = cell(line, Column.DATE);
    if (start.isEmpty()) {
      faults.add(RowFault.of(Column.START, "missing", ""));
      return null;
    }
    if (date.isEmpty()) {
      Optional<LocalDateTime> both = times.dayAndTime(start);
      if (both.isEmpty()) {
        boolean isTime = times.time(start).isPresent();
        faults.add(
            isTime
                ? RowFault.of(Column.DATE, "missing", "")
                : RowFault.of(Column.START, "time-form", start.text()));
      }
      return both.orElse(null);
    }
    Optional<LocalDate> day = times.date(date);
    Optional<LocalTime> time = timeOf(start);
    if (day.isEmpty()) {
      faults.add(RowFault.of(Column.DATE, "date-form", date.text()));
    }
    if (time.isEmpty()) {
      faults.add(RowFault.of(Column.START, "time-form", start.text()));
    }
    return day.isPresent() && time.isPresent() ? day.get().atTime(time.get()) : null;
  }

  private @Nullable LocalDateTime end(Line line, LocalDateTime start, List<RowFault> faults) {
    Cell end = cell(line, Column.END);
    if (!end.isEmpty()) {
      Optional<LocalDateTime> both = times.dayAndTime(end);
      Optional<LocalDateTime> found =
          both.isPresent() ? both : times.time(end).map(start.toLocalDate()::atTime);
      if (found.isEmpty()) {
        faults.add(RowFault.of(Column.END, "time-form", end.text()));
      }
      return found.orElse(null);
    }
    if (cell(line, Column.MINUTES).isEmpty()) {
      faults.add(RowFault.of(endColumn(), "missing", ""));
      return null;
    }
    int minutes = number(line, Column.MINUTES, MOST_MINUTES, faults, 0);
    return start.plusMinutes(minutes);
  }

  private Optional<LocalTime> timeOf(Cell cell) {
    return times.time(cell).or(() -> times.dayAndTime(cell).map(LocalDateTime::toLocalTime));
  }

  /** A time that the clock skips, or shows twice, is asked rather than guessed. */
  private static @Nullable Instant instant(
      Column column, @Nullable LocalDateTime local, List<RowFault> faults) {
    if (local == null) {
      return null;
    }
    List<ZoneOffset> offsets = LocalTimes.NETHERLANDS.getRules().getValidOffsets(local);
    if (offsets.size() != 1) {
      String code = offsets.isEmpty() ? "time-skipped" : "time-twice";
      faults.add(RowFault.of(column, code, SHOWN.format(local)));
      return null;
    }
    return local.toInstant(offsets.getFirst());
  }

  private boolean highRisk(Line line, List<RowFault> faults) {
    String text = cell(line, Column.HIGH_RISK).text().toLowerCase(Locale.ROOT);
    if (!YES.contains(text) && !NO.contains(text)) {
      faults.add(RowFault.of(Column.HIGH_RISK, "yes-or-no", text));
    }
    return YES.contains(text);
  }

  private String travelMode(Line line, List<RowFault> faults) {
    String text = cell(line, Column.TRAVEL_MODE).text().toLowerCase(Locale.ROOT);
    String mode = TRAVEL_MODES.get(text);
    if (mode == null) {
      faults.add(RowFault.of(Column.TRAVEL_MODE, "travel-mode", text));
      return "other";
    }
    return mode;
  }

  private int number(Line line, Column column, int most, List<RowFault> faults, int otherwise) {
    String text = cell(line, column).text();
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.matches("\\d{1,4}") || Integer.parseInt(text) > most) {
      faults.add(RowFault.of(column, "minutes", text));
      return otherwise;
    }
    return Integer.parseInt(text);
  }

  private String text(Line line, Column column, int most, List<RowFault> faults) {
    String text = cell(line, column).text();
    if (text.length() > most) {
      faults.add(RowFault.of(column, "too-long-text", text));
    }
    return text;
  }

  private Cell cell(Line line, Column column) {
    Integer place = columns.get(column);
    return place == null ? Cell.EMPTY : line.cell(place);
  }

  private Column endColumn() {
    return columns.containsKey(Column.END) ? Column.END : Column.MINUTES;
  }
}

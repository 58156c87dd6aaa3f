package nl.achterwacht.report;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.achterwacht.report.Report.Chart;
import nl.achterwacht.report.Report.Column;
import nl.achterwacht.report.Report.Row;
import nl.achterwacht.report.Report.Section;
import nl.achterwacht.report.Report.Unit;
import org.jspecify.annotations.Nullable;

/** Where, when and at what work most goes wrong, beside how much is done there. */
final class Risks {
  /** Rows of places and purposes; the rest is counted together. */
  static final int MOST_ROWS = 25;

  /** Fewer visits and events than these are not a row of their own. */
  static final int LEAST = 5;

  private static final List<String> EVENTS = List.of("signal", "alarm", "incident");
  private static final List<String> SPLITS =
      List.of("hour", "weekday", "purpose", "street", "area");

  static final List<String> WHATS =
      Stream.concat(Stream.of("visit"), EVENTS.stream())
          .flatMap(what -> SPLITS.stream().map(split -> what + "-" + split))
          .toList();

  private final Sections make;
  private final Figures figures;

  Risks(Sections make, Figures figures) {
    this.make = make;
    this.figures = figures;
  }

  List<Section> sections() {
    var all = new ArrayList<Section>();
    // By street within one team a figure would be about whoever goes there.
    if (!make.ofOneTeam()) {
      all.add(largest("street"));
      if (counts("area").keySet().stream().anyMatch(area -> !area.isEmpty())) {
        all.add(largest("area"));
      }
    }
    all.add(weekdays());
    all.add(hours());
    all.add(largest("purpose"));
    return all;
  }

  /** Of one place, hour or purpose: visits first, then each kind of event. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Line(String key, long[] n) {
    long visits() {
      return n[0];
    }

    long events() {
      return n[1] + n[2] + n[3];
    }

    void add(Line other) {
      for (int i = 0; i < n.length; i++) {
        n[i] += other.n[i];
      }
    }
  }

  private Section largest(String split) {
    List<Line> lines = new ArrayList<>(counts(split).values());
    lines.sort(
        Comparator.comparingLong(Line::events)
            .thenComparingLong(Line::visits)
            .reversed()
            .thenComparing(Line::key));
    List<Row> rows = new ArrayList<>();
    var rest = new Line("", new long[4]);
    for (Line line : lines) {
      boolean isNamed = !line.key().isEmpty() && !line.key().equals("other");
      if (isNamed && rows.size() < MOST_ROWS && line.visits() + line.events() >= LEAST) {
        rows.add(row(capital(line.key()), line));
      } else {
        rest.add(line);
      }
    }
    if (rest.visits() + rest.events() > 0) {
      Row row = row(make.words().of("risks." + split + ".rest"), rest);
      rows.add(new Row(row.label(), row.values(), true));
    }
    return section(split, Chart.BARS, rows);
  }

  private Section weekdays() {
    Map<String, Line> lines = counts("weekday");
    List<Row> rows = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      String name = day.getDisplayName(TextStyle.FULL_STANDALONE, make.words().locale());
      rows.add(row(capital(name), lines.get(Integer.toString(day.getValue()))));
    }
    return section("weekday", Chart.COLUMNS, rows);
  }

  private Section hours() {
    Map<String, Line> lines = counts("hour");
    var hours = new TreeSet<Integer>();
    lines.keySet().forEach(hour -> hours.add(Integer.parseInt(hour)));
    List<Row> rows = new ArrayList<>();
    for (int hour = hours.isEmpty() ? 8 : hours.first();
        hour <= (hours.isEmpty() ? 17 : hours.last());
        hour++) {
      String label = make.words().filled("risks.hour.label", hour, hour + 1);
      rows.add(row(label, lines.get(Integer.toString(hour))));
    }
    return section("hour", Chart.COLUMNS, rows);
  }

  private Section section(String split, Chart chart, List<Row> rows) {
    List<Column> columns =
        List.of(
            make.notDrawn("visits", Unit.COUNT),
            make.column("signals", Unit.COUNT),
            make.column("alarms", Unit.COUNT),
            make.column("incidents", Unit.COUNT),
            make.notDrawn("per-hundred", Unit.PER_HUNDRED));
    return make.section("risks." + split, chart, split, columns, rows);
  }

  private Map<String, Line> counts(String split) {
    var lines = new LinkedHashMap<String, Line>();
    List<String> whats = new ArrayList<>(List.of("visit"));
    whats.addAll(EVENTS);
    for (int i = 0; i < whats.size(); i++) {
      int column = i;
      figures
          .byKey(whats.get(i) + "-" + split)
          .forEach((key, n) ->
              lines.computeIfAbsent(key, k -> new Line(k, new long[4])).n()[column] += n);
    }
    return lines;
  }

  private static Row row(String label, @Nullable Line line) {
    Line known = line == null ? new Line("", new long[4]) : line;
    long[] n = known.n();
    return Sections.row(
        label, n[0], n[1], n[2], n[3], Figures.percent(known.events(), known.visits()));
  }

  private static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}

package nl.achterwacht.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import nl.achterwacht.report.Report.Chart;
import nl.achterwacht.report.Report.Column;
import nl.achterwacht.report.Report.Row;
import nl.achterwacht.report.Report.Section;
import nl.achterwacht.report.Report.Unit;
import nl.achterwacht.report.ResponseStore.Times;
import org.jspecify.annotations.Nullable;

/** How soon somebody took an alarm, and how soon somebody was there. */
final class ResponseTimes {
  private final Sections make;
  private final List<Times> all;
  private final List<Times> real;

  ResponseTimes(Sections make, List<Times> all) {
    this.make = make;
    this.all = all;
    this.real = all.stream().filter(one -> !one.kind().equals("drill")).toList();
  }

  List<Section> sections() {
    var sections = new ArrayList<Section>();
    sections.add(
        make.section(
            "response-times.total",
            Chart.NONE,
            "what",
            columns(),
            List.of(row(make.words().of("response-times.all"), real))));
    sections.add(
        make.monthly(
            "response-times.month",
            Chart.LINES,
            columns(),
            month ->
                row(
                    make.month(month),
                    real.stream().filter(one -> one.month().equals(month)).toList())));
    var kinds = new TreeMap<String, List<Times>>();
    all.forEach(one -> kinds.computeIfAbsent(one.kind(), k -> new ArrayList<>()).add(one));
    sections.add(
        make.section(
            "response-times.kind",
            Chart.BARS,
            "kind",
            columns(),
            rows(kinds, kind -> make.words().of("alarm." + kind, kind))));
    if (!make.ofOneTeam()) {
      var teams = new TreeMap<String, List<Times>>();
      String small = make.words().of("small-teams");
      real.forEach(one ->
          teams
              .computeIfAbsent(make.groups().labelOf(one.team(), small), t -> new ArrayList<>())
              .add(one));
      sections.add(
          make.section(
              "response-times.team", Chart.NONE, "team", columns(), rows(teams, name -> name)));
    }
    return sections;
  }

  /**
   * The nearest rank: the smallest value that at least {@code share} of all are not above.
   *
   * @return null of nothing
   */
  static @Nullable Double percentile(List<Double> values, double share) {
    if (values.isEmpty()) {
      return null;
    }
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.max(0, Math.ceil(share * sorted.size()) - 1));
  }

  private List<Column> columns() {
    return List.of(
        make.notDrawn("alarms", Unit.COUNT),
        make.notDrawn("acknowledged", Unit.COUNT),
        make.column("acknowledged-median", Unit.MINUTES),
        make.column("acknowledged-p90", Unit.MINUTES),
        make.notDrawn("arrived", Unit.COUNT),
        make.column("arrived-median", Unit.MINUTES),
        make.column("arrived-p90", Unit.MINUTES));
  }

  private static List<Row> rows(Map<String, List<Times>> groups, Function<String, String> label) {
    var rows = new LinkedHashMap<String, Row>();
    groups.forEach((key, times) -> rows.put(key, row(label.apply(key), times)));
    return List.copyOf(rows.values());
  }

  private static Row row(String label, List<Times> times) {
    List<Double> acknowledged = of(times, Times::acknowledgedSeconds);
    List<Double> arrived = of(times, Times::arrivedSeconds);
    return Sections.row(
        label,
        (long) times.size(),
        (long) acknowledged.size(),
        minutes(percentile(acknowledged, 0.5)),
        minutes(percentile(acknowledged, 0.9)),
        (long) arrived.size(),
        minutes(percentile(arrived, 0.5)),
        minutes(percentile(arrived, 0.9)));
  }

  static List<Double> of(List<Times> times, Function<Times, @Nullable Double> which) {
    var values = new ArrayList<Double>();
    for (Times one : times) {
      @Nullable Double value = which.apply(one);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  static @Nullable Double minutes(@Nullable Double seconds) {
    return seconds == null ? null : Math.round(seconds / 6) / 10.0;
  }
}

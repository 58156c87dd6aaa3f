package nl.achterwacht.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import nl.achterwacht.report.CountStore.Count;
import nl.achterwacht.report.Report.Chart;
import nl.achterwacht.report.Report.Column;
import nl.achterwacht.report.Report.Row;
import nl.achterwacht.report.Report.Section;
import nl.achterwacht.report.Report.Unit;
import org.jspecify.annotations.Nullable;

/** Whether drills were held in time, what they showed, and how soon somebody was there. */
final class Drills {
  static final List<String> WHATS = List.of("drill-due", "drill-held", "drill-took");

  private static final List<String> RESULTS = List.of("works", "unreliable", "fails", "unknown");

  private final Sections make;
  private final Figures figures;
  private final List<Took> took;

  Drills(Sections make, Figures figures) {
    this.make = make;
    this.figures = figures;
    this.took =
        figures.counts().stream()
            .filter(count -> count.what().equals("drill-took"))
            .map(Took::of)
            .toList();
  }

  /**
   * Drills of one month that took equally long.
   *
   * @param statedMinutes within how long somebody must be there; null when that was not said
   */
  private record Took(Count count, String kind, int seconds, @Nullable Integer statedMinutes) {
    static Took of(Count count) {
      String[] parts = count.key().split(" ", -1);
      return new Took(
          count,
          parts[0],
          Integer.parseInt(parts[1]),
          parts.length > 2 ? Integer.valueOf(parts[2]) : null);
    }

    boolean isSlow() {
      return statedMinutes != null && seconds > statedMinutes * 60;
    }
  }

  List<Section> sections() {
    return List.of(held(), results(), responses(), months());
  }

  private Section held() {
    return make.monthly(
        "drills.month",
        Chart.COLUMNS,
        List.of(
            make.column("held-in-time", Unit.COUNT),
            make.column("held-late", Unit.COUNT),
            make.column("not-held", Unit.COUNT),
            make.notDrawn("share-in-time", Unit.PERCENT)),
        month -> {
          long inTime = figures.sum("drill-due", "in-time", month);
          long all = figures.sum("drill-due", month);
          return Sections.row(
              make.month(month),
              inTime,
              figures.sum("drill-due", "late", month),
              figures.sum("drill-due", "not", month),
              Figures.percent(inTime, all));
        });
  }

  private Section results() {
    long all = figures.sum("drill-held");
    List<Row> rows = new ArrayList<>();
    for (String result : all == 0 ? List.<String>of() : RESULTS) {
      long n = figures.sum("drill-held", result);
      rows.add(Sections.row(make.words().of("drill-result." + result), n, Figures.percent(n, all)));
    }
    return make.section(
        "drills.result",
        Chart.BARS,
        "result",
        List.of(make.column("number", Unit.COUNT), make.notDrawn("share", Unit.PERCENT)),
        rows);
  }

  private Section responses() {
    List<Row> rows = new ArrayList<>();
    if (!took.isEmpty()) {
      rows.add(row(make.words().of("drills.all"), one -> true));
    }
    for (String kind : Workplaces.KINDS) {
      if (took.stream().anyMatch(one -> one.kind().equals(kind))) {
        rows.add(row(make.words().of("workplace." + kind), one -> one.kind().equals(kind)));
      }
    }
    return make.section("drills.response", Chart.BARS, "workplace-kind", columns(), rows);
  }

  private Section months() {
    return make.monthly(
        "drills.response-month",
        Chart.LINES,
        columns(),
        month -> row(make.month(month), one -> one.count().month().equals(month)));
  }

  private List<Column> columns() {
    return List.of(
        make.notDrawn("measured", Unit.COUNT),
        make.column("there-median", Unit.MINUTES),
        make.column("there-worst", Unit.MINUTES),
        make.column("stated-median", Unit.MINUTES),
        make.notDrawn("slower", Unit.COUNT));
  }

  private Row row(String label, Predicate<Took> which) {
    List<Double> seconds = new ArrayList<>();
    List<Double> stated = new ArrayList<>();
    long slow = 0;
    for (Took one : took) {
      if (which.test(one)) {
        for (int n = 0; n < one.count().n(); n++) {
          seconds.add((double) one.seconds());
          if (one.statedMinutes() != null) {
            stated.add(Objects.requireNonNull(one.statedMinutes()) * 60.0);
          }
        }
        slow += one.isSlow() ? one.count().n() : 0;
      }
    }
    return Sections.row(
        label,
        (long) seconds.size(),
        ResponseTimes.minutes(ResponseTimes.percentile(seconds, 0.5)),
        ResponseTimes.minutes(ResponseTimes.percentile(seconds, 1)),
        ResponseTimes.minutes(ResponseTimes.percentile(stated, 0.5)),
        slow);
  }
}

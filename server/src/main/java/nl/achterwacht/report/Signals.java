package nl.achterwacht.report;

import java.util.ArrayList;
import java.util.List;
import nl.achterwacht.report.Report.Chart;
import nl.achterwacht.report.Report.Row;
import nl.achterwacht.report.Report.Section;
import nl.achterwacht.report.Report.Unit;

/** What was reported, month by month, and whether it was answered in time. */
final class Signals {
  static final List<String> WHATS =
      List.of(
          "visit",
          "signal",
          "incident",
          "alarm",
          "task-signal",
          "task-departure",
          "task-incident",
          "task-aftercare");

  private static final List<String> ANSWERED =
      List.of("task-signal", "task-departure", "task-incident", "task-aftercare");

  private final Sections make;
  private final Figures figures;

  Signals(Sections make, Figures figures) {
    this.make = make;
    this.figures = figures;
  }

  List<Section> sections() {
    return List.of(months(), kinds("signal"), kinds("incident"), answers());
  }

  private Section months() {
    return make.monthly(
        "signals.month",
        Chart.COLUMNS,
        List.of(
            make.column("signals", Unit.COUNT),
            make.column("incidents", Unit.COUNT),
            make.column("departures", Unit.COUNT),
            make.notDrawn("visits", Unit.COUNT),
            make.notDrawn("per-hundred", Unit.PER_HUNDRED)),
        month -> {
          long signals = figures.sum("signal", month);
          long incidents = figures.sum("incident", month);
          long departures = figures.sum("alarm", "departure", month);
          long visits = figures.sum("visit", month);
          return Sections.row(
              make.month(month),
              signals,
              incidents,
              departures,
              visits,
              Figures.percent(signals + incidents + departures, visits));
        });
  }

  private Section kinds(String what) {
    List<Row> rows = new ArrayList<>();
    figures.byKey(what).entrySet().stream()
        .sorted((a, b) -> Long.compare(b.getValue(), a.getValue()))
        .forEach(one ->
            rows.add(
                Sections.row(
                    make.words().of(what + "." + one.getKey(), one.getKey()), one.getValue())));
    return make.section(
        "signals." + what + "-kind",
        Chart.BARS,
        "kind",
        List.of(make.column("number", Unit.COUNT)),
        rows);
  }

  private Section answers() {
    List<Row> rows = new ArrayList<>();
    for (String what : ANSWERED) {
      long inTime = figures.sum(what, "in-time");
      long late = figures.sum(what, "late");
      long open = figures.sum(what, "open");
      if (inTime + late + open > 0) {
        rows.add(
            Sections.row(
                make.words().of(what), inTime, late, open, Figures.percent(inTime, inTime + late)));
      }
    }
    return make.section(
        "signals.answers",
        Chart.BARS,
        "what",
        List.of(
            make.column("in-time", Unit.COUNT),
            make.column("late", Unit.COUNT),
            make.column("open", Unit.COUNT),
            make.notDrawn("share-in-time", Unit.PERCENT)),
        rows);
  }
}

package nl.achterwacht.report;

import java.util.ArrayList;
import java.util.List;
import nl.achterwacht.report.Report.Chart;
import nl.achterwacht.report.Report.Row;
import nl.achterwacht.report.Report.Section;
import nl.achterwacht.report.Report.Unit;

/** How many alarms were false, and why: the better this goes, the more an alarm is believed. */
final class FalseAlarms {
  static final List<String> WHATS = List.of("outcome", "false-alarm", "drill");

  private final Sections make;
  private final Figures figures;

  FalseAlarms(Sections make, Figures figures) {
    this.make = make;
    this.figures = figures;
  }

  List<Section> sections() {
    return List.of(months(), causes());
  }

  private Section months() {
    return make.monthly(
        "false-alarms.month",
        Chart.COLUMNS,
        List.of(
            make.column("real", Unit.COUNT),
            make.column("withdrawn", Unit.COUNT),
            make.column("false", Unit.COUNT),
            make.column("still-open", Unit.COUNT),
            make.notDrawn("share-false", Unit.PERCENT)),
        month -> {
          long wrong = figures.sum("outcome", "false-alarm", month);
          long withdrawn = figures.sum("outcome", "withdrawn", month);
          long open = figures.sum("outcome", "open", month);
          long all = figures.sum("outcome", month);
          return Sections.row(
              make.month(month),
              all - wrong - withdrawn - open,
              withdrawn,
              wrong,
              open,
              Figures.percent(wrong, all - open));
        });
  }

  private Section causes() {
    long all = figures.sum("false-alarm");
    List<Row> rows = new ArrayList<>();
    figures.byKey("false-alarm").entrySet().stream()
        .sorted((a, b) -> Long.compare(b.getValue(), a.getValue()))
        .forEach(one ->
            rows.add(
                Sections.row(
                    make.words().of("cause." + one.getKey(), one.getKey()),
                    one.getValue(),
                    Figures.percent(one.getValue(), all))));
    return make.section(
        "false-alarms.cause",
        Chart.BARS,
        "cause",
        List.of(make.column("number", Unit.COUNT), make.notDrawn("share", Unit.PERCENT)),
        rows);
  }
}

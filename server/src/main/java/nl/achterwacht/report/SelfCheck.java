package nl.achterwacht.report;

import java.util.List;
import nl.achterwacht.report.Report.Chart;
import nl.achterwacht.report.Report.Row;
import nl.achterwacht.report.Report.Section;
import nl.achterwacht.report.Report.Unit;
import nl.achterwacht.report.ResponseStore.Times;
import org.jspecify.annotations.Nullable;

/** The eight measures for safe public work: of each what our own figures say of it. */
final class SelfCheck {
  static final List<String> WHATS =
      List.of(
          "visit",
          "signal",
          "alarm",
          "drill",
          "incident",
          "reaction",
          "police",
          "damage",
          "task-signal",
          "task-incident",
          "task-aftercare");

  private final Sections make;
  private final Figures figures;
  private final List<Times> times;

  SelfCheck(Sections make, Figures figures, List<Times> times) {
    this.make = make;
    this.figures = figures;
    this.times = times;
  }

  List<Section> sections() {
    long visits = figures.sum("visit");
    long signals = figures.sum("signal");
    long incidents = figures.sum("incident");
    List<Section> all =
        List.of(
            measure("norm", Unit.PERCENT, figures.sum("visit", "watched"), visits),
            measure("reporting", Unit.PER_HUNDRED, signals, visits),
            measure("registering", Unit.PERCENT, answered("task-signal"), asked("task-signal")),
            drills(),
            measure("reacting", Unit.PERCENT, figures.sum("reaction", "in-time"), incidents),
            measure("police", Unit.PERCENT, figures.sum("police", "formal-report"), incidents),
            measure(
                "damage", Unit.PERCENT, figures.sum("damage", "recovered"), figures.sum("damage")),
            measure(
                "aftercare", Unit.PERCENT, answered("task-aftercare"), asked("task-aftercare")));
    return all;
  }

  private long answered(String task) {
    return figures.sum(task, "in-time");
  }

  private long asked(String task) {
    return figures.sum(task, "in-time") + figures.sum(task, "late");
  }

  private Section measure(String id, Unit unit, long part, long whole) {
    Row row =
        Sections.row(
            make.words().of("self-check." + id + ".figure"),
            part,
            whole,
            Figures.percent(part, whole));
    return make.section(
        "self-check." + id,
        Chart.NONE,
        "figure",
        List.of(
            make.column("part", Unit.COUNT),
            make.column("whole", Unit.COUNT),
            make.column(unit == Unit.PERCENT ? "share" : "per-hundred", unit)),
        List.of(row));
  }

  private Section drills() {
    @Nullable Double median =
        ResponseTimes.minutes(
            ResponseTimes.percentile(
                ResponseTimes.of(
                    times.stream().filter(one -> one.kind().equals("drill")).toList(),
                    Times::acknowledgedSeconds),
                0.5));
    return make.section(
        "self-check.training",
        Chart.NONE,
        "figure",
        List.of(
            make.column("drills", Unit.COUNT), make.column("acknowledged-median", Unit.MINUTES)),
        List.of(
            Sections.row(
                make.words().of("self-check.training.figure"), figures.sum("drill"), median)));
  }
}

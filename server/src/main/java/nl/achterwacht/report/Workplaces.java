package nl.achterwacht.report;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.achterwacht.report.Report.Chart;
import nl.achterwacht.report.Report.Column;
import nl.achterwacht.report.Report.Row;
import nl.achterwacht.report.Report.Section;
import nl.achterwacht.report.Report.Unit;
import nl.achterwacht.report.WorkplaceStore.Standing;
import nl.achterwacht.report.WorkplaceStore.Waiting;
import nl.achterwacht.workplace.RiskClass;
import org.jspecify.annotations.Nullable;

/** Lone workplaces as they stand today, and what was done about them in the months asked. */
final class Workplaces {
  static final List<String> WHATS = List.of("measure-added", "measure-ended");

  /** In the order of the register. */
  static final List<String> KINDS =
      List.of("building", "room", "outdoor", "vehicle", "home-visits", "shift", "remote");

  private static final List<String> DECISIONS = List.of("allowed", "with-measures", "never");

  private final Sections make;
  private final Figures figures;
  private final List<Standing> now;
  private final String asOf;

  /**
   * @param asOf the day that {@code now} is of, in words
   */
  Workplaces(Sections make, Figures figures, List<Standing> now, String asOf) {
    this.make = make;
    this.figures = figures;
    this.now = now;
    this.asOf = asOf;
  }

  List<Section> sections() {
    var sections = new ArrayList<Section>();
    sections.add(classes());
    sections.add(kinds());
    sections.add(decisions());
    sections.add(waiting());
    if (!make.ofOneTeam()) {
      sections.add(teams());
    }
    sections.add(measures());
    return sections;
  }

  private Section classes() {
    List<Row> rows = new ArrayList<>();
    for (@Nullable RiskClass one : classesAndNone()) {
      rows.add(share(label(one), count(standing -> standing.worst() == one)));
    }
    return today("class", Chart.BARS, "risk-class", numberAndShare(), now.isEmpty(), rows);
  }

  private Section kinds() {
    List<Column> columns = new ArrayList<>();
    columns.add(make.column("workplaces", Unit.COUNT));
    for (@Nullable RiskClass one : classesAndNone()) {
      columns.add(new Column(label(one), Unit.COUNT, false));
    }
    List<Row> rows = new ArrayList<>();
    for (String kind : KINDS) {
      List<Standing> these = now.stream().filter(one -> one.kind().equals(kind)).toList();
      if (!these.isEmpty()) {
        var values = new ArrayList<@Nullable Number>();
        values.add((long) these.size());
        for (@Nullable RiskClass one : classesAndNone()) {
          values.add(these.stream().filter(standing -> standing.worst() == one).count());
        }
        rows.add(new Row(make.words().of("workplace." + kind), values));
      }
    }
    return today("kind", Chart.NONE, "workplace-kind", columns, now.isEmpty(), rows);
  }

  private Section decisions() {
    List<Row> rows = new ArrayList<>();
    for (String one : DECISIONS) {
      long n = count(standing -> one.equals(standing.decision()));
      rows.add(share(make.words().of("decision." + one), n));
    }
    rows.add(
        share(make.words().of("decision.none"), count(standing -> standing.decision() == null)));
    return today("decision", Chart.BARS, "decision", numberAndShare(), now.isEmpty(), rows);
  }

  private Section waiting() {
    List<Row> rows =
        List.of(
            waiting("measures", sum(now, Standing::measures)),
            waiting("reviews", sum(now, Standing::reviews)),
            waiting("drills", sum(now, Standing::drills)));
    return today(
        "waiting",
        Chart.BARS,
        "what",
        List.of(
            make.column("in-time-still", Unit.COUNT),
            make.column("overdue", Unit.COUNT),
            make.notDrawn("open-all", Unit.COUNT)),
        now.isEmpty(),
        rows);
  }

  private Row waiting(String what, Waiting n) {
    String label = make.words().of("workplaces.waiting." + what);
    return Sections.row(label, n.all() - n.late(), n.late(), n.all());
  }

  private Section teams() {
    var teams = new TreeMap<String, List<Standing>>();
    String small = make.words().of("small-teams");
    for (Standing one : now) {
      teams
          .computeIfAbsent(make.groups().labelOf(one.team(), small), name -> new ArrayList<>())
          .add(one);
    }
    List<Row> rows = new ArrayList<>();
    teams.forEach((name, these) ->
        rows.add(
            Sections.row(
                name,
                (long) these.size(),
                these.stream().filter(Workplaces::isHigh).count(),
                these.stream().filter(one -> one.decision() == null).count(),
                sum(these, Standing::measures).late(),
                sum(these, Standing::reviews).late(),
                sum(these, Standing::drills).late())));
    return today(
        "team",
        Chart.NONE,
        "team",
        Stream.of("workplaces", "high", "undecided", "late-measures", "late-reviews", "late-drills")
            .map(key -> make.column(key, Unit.COUNT))
            .toList(),
        now.isEmpty(),
        rows);
  }

  private Section measures() {
    return make.monthly(
        "workplaces.measures",
        Chart.COLUMNS,
        List.of(
            make.column("done-in-time", Unit.COUNT),
            make.column("done-late", Unit.COUNT),
            make.notDrawn("dropped", Unit.COUNT),
            make.notDrawn("added", Unit.COUNT)),
        month ->
            Sections.row(
                make.month(month),
                ended("in-time", month),
                ended("late", month),
                ended("dropped", month),
                figures.sum("measure-added", month)));
  }

  private long ended(String how, YearMonth month) {
    return figures.sum("measure-ended", how, month);
  }

  private static boolean isHigh(Standing one) {
    @Nullable RiskClass worst = one.worst();
    return worst != null && worst.compareTo(RiskClass.ATTENTION) > 0;
  }

  private Section today(
      String id,
      Chart chart,
      String rowLabel,
      List<Column> columns,
      boolean nothing,
      List<Row> rows) {
    Section made =
        make.section("workplaces." + id, chart, rowLabel, columns, nothing ? List.of() : rows);
    return made.noted(make.words().filled("workplaces.today", asOf));
  }

  private static List<@Nullable RiskClass> classesAndNone() {
    var all = new ArrayList<@Nullable RiskClass>(Arrays.asList(RiskClass.values()));
    all.add(null);
    return all;
  }

  private String label(@Nullable RiskClass one) {
    return make.words().of("risk-class." + (one == null ? "none" : one.text()));
  }

  private List<Column> numberAndShare() {
    return List.of(make.column("number", Unit.COUNT), make.notDrawn("share", Unit.PERCENT));
  }

  private Row share(String label, long n) {
    return Sections.row(label, n, Figures.percent(n, now.size()));
  }

  private long count(Predicate<Standing> which) {
    return now.stream().filter(which).count();
  }

  private static Waiting sum(List<Standing> standing, Function<Standing, Waiting> which) {
    return standing.stream().map(which).reduce(new Waiting(0, 0), Waiting::and);
  }
}

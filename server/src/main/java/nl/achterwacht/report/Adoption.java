package nl.achterwacht.report;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import nl.achterwacht.report.CountStore.Count;
import nl.achterwacht.report.Report.Chart;
import nl.achterwacht.report.Report.Column;
import nl.achterwacht.report.Report.Row;
import nl.achterwacht.report.Report.Section;
import nl.achterwacht.report.Report.Unit;
import org.jspecify.annotations.Nullable;

/** Which visits are made with a watch: of teams and months, never of people. */
final class Adoption {
  static final List<String> WHATS = List.of("visit");

  private final Sections make;
  private final Figures figures;

  Adoption(Sections make, Figures figures) {
    this.make = make;
    this.figures = figures;
  }

  List<Section> sections() {
    var sections = new ArrayList<Section>();
    sections.add(
        make.monthly(
            "adoption.month",
            Chart.COLUMNS,
            columns(),
            month -> row(make.month(month), count -> count.month().equals(month))));
    if (!make.ofOneTeam()) {
      var teams = teams();
      List<Row> rows = new ArrayList<>();
      teams.forEach((name, ids) -> rows.add(row(name, count -> ids.contains(count.team()))));
      sections.add(make.section("adoption.team", Chart.NONE, "team", columns(), rows));
      sections.add(matrix(teams));
    }
    return sections;
  }

  private Map<String, List<UUID>> teams() {
    var teams = new TreeMap<String, List<UUID>>();
    String small = make.words().of("small-teams");
    for (UUID team : figures.teams("visit")) {
      teams
          .computeIfAbsent(make.groups().labelOf(team, small), name -> new ArrayList<>())
          .add(team);
    }
    return teams;
  }

  private Section matrix(Map<String, List<UUID>> teams) {
    List<YearMonth> months = make.period().months();
    List<Column> columns =
        months.stream()
            .map(month -> new Column(make.shortMonth(month), Unit.PERCENT, false))
            .toList();
    List<Row> rows = new ArrayList<>();
    teams.forEach((name, ids) -> {
      var values = new ArrayList<@Nullable Number>();
      for (YearMonth month : months) {
        values.add(share(count -> ids.contains(count.team()) && count.month().equals(month)));
      }
      rows.add(new Row(name, values));
    });
    return make.section("adoption.team-month", Chart.NONE, "team", columns, rows);
  }

  private List<Column> columns() {
    return List.of(
        make.column("watched", Unit.COUNT),
        make.column("unwatched", Unit.COUNT),
        make.notDrawn("visits", Unit.COUNT),
        make.notDrawn("share-watched", Unit.PERCENT));
  }

  private Row row(String label, Predicate<Count> which) {
    long watched = watched(which);
    long all = figures.sum("visit", which);
    return Sections.row(label, watched, all - watched, all, Figures.percent(watched, all));
  }

  private @Nullable Double share(Predicate<Count> which) {
    return Figures.percent(watched(which), figures.sum("visit", which));
  }

  private long watched(Predicate<Count> which) {
    return figures.sum("visit", which.and(count -> count.key().equals("watched")));
  }
}

package nl.achterwacht.report;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import nl.achterwacht.report.Report.Chart;
import nl.achterwacht.report.Report.Column;
import nl.achterwacht.report.Report.Row;
import nl.achterwacht.report.Report.Section;
import nl.achterwacht.report.Report.Unit;
import org.jspecify.annotations.Nullable;

/** What all reports make their sections with: the words, and the months. */
record Sections(Words words, Period period, boolean ofOneTeam, TeamGroups groups) {
  Section section(String id, Chart chart, String rowLabel, List<Column> columns, List<Row> rows) {
    return new Section(
        id,
        words.of(id + ".title"),
        words.of(id + ".note", ""),
        chart,
        words.of("row." + rowLabel),
        columns,
        rows);
  }

  /** A section with a row for each month. */
  Section monthly(
      String id, Chart chart, List<Column> columns, Function<YearMonth, Row> rowOfMonth) {
    return section(id, chart, "month", columns, period.months().stream().map(rowOfMonth).toList());
  }

  Column column(String key, Unit unit) {
    return new Column(words.of("column." + key), unit, true);
  }

  Column notDrawn(String key, Unit unit) {
    return new Column(words.of("column." + key), unit, false);
  }

  static Row row(String label, @Nullable Number... values) {
    return new Row(label, new ArrayList<>(Arrays.asList(values)));
  }

  /** {@code jan 2026}, or {@code januari} within one year. */
  String month(YearMonth month) {
    return formatted(month, ofOneYear() ? "LLLL" : "LLL yyyy");
  }

  /** The same where many months stand beside each other: {@code jan} within one year. */
  String shortMonth(YearMonth month) {
    return formatted(month, ofOneYear() ? "LLL" : "LLL yyyy");
  }

  private boolean ofOneYear() {
    return period.from().getYear() == period.until().getYear();
  }

  private String formatted(YearMonth month, String pattern) {
    return DateTimeFormatter.ofPattern(pattern, words.locale()).format(month);
  }
}

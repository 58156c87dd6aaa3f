package nl.achterwacht.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.achterwacht.print.Page;
import nl.achterwacht.print.Table;
import nl.achterwacht.report.Report.Chart;
import nl.achterwacht.report.Report.Column;
import nl.achterwacht.report.Report.Row;
import nl.achterwacht.report.Report.Section;
import nl.achterwacht.report.Report.Unit;
import org.jspecify.annotations.Nullable;

/** A report to keep: the same figures as on the screen. */
public final class ReportFiles {
  private static final int LONGEST_SHEET_NAME = 31;
  private static final int MOST_BESIDE_A_BAR = 5;
  private static final int MOST_BESIDE_EACH_OTHER = 12;
  private static final int MOST_ROWS_KEPT_TOGETHER = 16;
  private static final double WIDEST_BAR_MM = 30;
  private static final ZoneId NETHERLANDS = ZoneId.of("Europe/Amsterdam");

  private ReportFiles() {}

  /** Who it is of, and about what. */
  public record Heading(
      String organisation, Period period, @Nullable String team, String language, Instant madeAt) {}

  /** Each figure on a line of its own, so that any program can read it. */
  public static byte[] csv(Report report, String language) {
    Words words = Words.in(language);
    List<List<?>> rows = new ArrayList<>();
    for (Section section : report.sections()) {
      for (Row row : section.rows()) {
        for (int c = 0; c < section.columns().size(); c++) {
          List<Object> line = new ArrayList<>();
          line.add(section.title());
          line.add(row.label());
          line.add(section.columns().get(c).label());
          line.add(row.values().get(c));
          rows.add(line);
        }
      }
    }
    List<String> columns =
        List.of(
            words.of("csv.section"),
            words.of("csv.row"),
            words.of("csv.column"),
            words.of("csv.value"));
    return new Table("csv", columns, rows).csv();
  }

  /** A sheet for each section. */
  public static byte[] xlsx(Report report) {
    List<Table> tables = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Section section : report.sections()) {
      List<String> columns = new ArrayList<>();
      columns.add(section.rowLabel());
      section.columns().forEach(column -> columns.add(column.label()));
      List<List<?>> rows = new ArrayList<>();
      for (Row row : section.rows()) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(row.label());
        cells.addAll(row.values());
        rows.add(cells);
      }
      tables.add(new Table(sheetName(section.title(), names), columns, rows));
    }
    if (tables.isEmpty()) {
      tables.add(new Table(sheetName(report.title(), names), List.of(report.intro()), List.of()));
    }
    return Table.xlsx(tables);
  }

  /** One report on paper. */
  public static byte[] pdf(Report report, Heading heading) {
    Map<String, Object> data = head(report.title(), report.intro(), heading);
    data.put("conclusions", List.of());
    data.put("terms", List.of());
    data.put("isBook", false);
    data.put("chapters", List.of(chapter(report, heading.language(), false)));
    return Page.pdf("report", heading.language(), data);
  }

  /** Several reports as one book, with what stands out in front and its words explained behind. */
  static byte[] book(
      String title, String intro, List<Report> reports, List<String> conclusions, Heading heading) {
    Words words = Words.in(heading.language());
    Map<String, Object> data = head(title, intro, heading);
    data.put("isBook", true);
    data.put("conclusions", conclusions);
    data.put("terms", terms(words));
    data.put(
        "chapters",
        reports.stream().map(report -> chapter(report, heading.language(), true)).toList());
    return Page.pdf("report", heading.language(), data);
  }

  private static Map<String, Object> head(String title, String intro, Heading heading) {
    Words words = Words.in(heading.language());
    var months = DateTimeFormatter.ofPattern("LLLL yyyy", words.locale());
    var data = new HashMap<String, Object>();
    data.put("title", title);
    data.put("madeBy", heading.organisation());
    data.put("intro", intro);
    data.put(
        "period",
        words.filled(
            "period",
            months.format(heading.period().from()),
            months.format(heading.period().until())));
    data.put("team", heading.team() == null ? words.of("all-teams") : heading.team());
    LocalDate today = LocalDate.ofInstant(heading.madeAt(), NETHERLANDS);
    boolean isOver = !today.isBefore(heading.period().dayAfter());
    data.put(
        "notOver", isOver ? List.of() : List.of(words.filled("pdf.not-over", day(today, words))));
    data.put("madeAt", words.filled("pdf.made-at", moment(heading.madeAt(), words)));
    return data;
  }

  private static String day(LocalDate day, Words words) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(words.locale())
        .format(day);
  }

  static String moment(Instant at, Words words) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
        .withLocale(words.locale())
        .format(at.atZone(NETHERLANDS));
  }

  private static Map<String, Object> chapter(Report report, String language, boolean inBook) {
    Words words = Words.in(language);
    var chapter = new HashMap<String, Object>();
    chapter.put("id", report.kind().text());
    chapter.put("heading", report.title());
    chapter.put("about", report.intro());
    chapter.put("inBook", inBook);
    chapter.put(
        "sections",
        report.sections().stream()
            .flatMap(section -> onPaper(section).stream())
            .map(section -> section(section, words))
            .toList());
    return chapter;
  }

  /** As many columns below each other as a page has room for. */
  private static List<Section> onPaper(Section section) {
    int every = section.columns().size();
    if (every <= MOST_BESIDE_EACH_OTHER) {
      return List.of(section);
    }
    List<Section> parts = new ArrayList<>();
    for (int from = 0; from < every; from += MOST_BESIDE_EACH_OTHER) {
      int first = from;
      int after = Math.min(every, from + MOST_BESIDE_EACH_OTHER);
      parts.add(
          new Section(
              section.id(),
              section.title(),
              section.note(),
              section.chart(),
              section.rowLabel(),
              section.columns().subList(first, after),
              section.rows().stream()
                  .map(row -> new Row(row.label(), row.values().subList(first, after), row.rest()))
                  .toList()));
    }
    return parts;
  }

  private static Map<String, Object> section(Section section, Words words) {
    List<Integer> drawn = drawn(section);
    double most =
        section.rows().stream()
            .filter(row -> !row.rest())
            .mapToDouble(row -> sum(row, drawn))
            .max()
            .orElse(0);
    boolean hasBar = !drawn.isEmpty() && most > 0;
    var made = new HashMap<String, Object>();
    made.put("name", section.title());
    made.put("note", section.note());
    made.put("hasNote", !section.note().isEmpty());
    made.put("isEmpty", section.rows().isEmpty());
    made.put("hasRows", !section.rows().isEmpty());
    made.put("rowLabel", section.rowLabel());
    made.put("hasBar", hasBar);
    made.put("look", isMatrix(section) ? "dense" : "");
    made.put("together", section.rows().size() <= MOST_ROWS_KEPT_TOGETHER ? "together" : "");
    made.put("even", hasBar ? "" : "of" + section.columns().size());
    made.put("wide", hasBar ? "named" : section.rows().size() == 1 ? "alone" : "first");
    made.put("columns", section.columns().stream().map(Column::label).toList());
    List<Map<String, Object>> legend = new ArrayList<>();
    for (int i = 0; i < drawn.size(); i++) {
      legend.add(Map.of("shade", "s" + i, "label", section.columns().get(drawn.get(i)).label()));
    }
    made.put("legend", legend);
    made.put("hasLegend", hasBar && section.columns().stream().filter(Column::drawn).count() > 1);
    made.put(
        "rows", section.rows().stream().map(row -> row(section, row, drawn, most, words)).toList());
    return made;
  }

  private static Map<String, Object> row(
      Section section, Row row, List<Integer> drawn, double most, Words words) {
    List<String> cells = new ArrayList<>();
    for (int c = 0; c < section.columns().size(); c++) {
      @Nullable Number value = row.values().get(c);
      boolean isShort = value != null && isMatrix(section);
      cells.add(
          isShort
              ? Long.toString(Math.round(value.doubleValue()))
              : text(value, section.columns().get(c).unit(), words));
    }
    List<Map<String, Object>> bars = new ArrayList<>();
    for (int i = 0; i < drawn.size() && most > 0 && !row.rest(); i++) {
      double width = value(row, drawn.get(i)) / most * WIDEST_BAR_MM;
      if (width > 0) {
        bars.add(
            Map.of(
                "shade",
                "s" + i,
                "width",
                BigDecimal.valueOf(Math.max(0.3, width)).setScale(1, RoundingMode.HALF_UP)));
      }
    }
    return Map.of("label", row.label(), "cells", cells, "bars", bars);
  }

  /**
   * Months beside each other, each a percentage: there is room for whole ones, and none for signs.
   */
  private static boolean isMatrix(Section section) {
    return section.columns().size() > MOST_BESIDE_A_BAR + 2
        && section.columns().stream().allMatch(column -> column.unit() == Unit.PERCENT);
  }

  /** Amounts stand behind each other in one bar; of what is no amount, only the first is drawn. */
  private static List<Integer> drawn(Section section) {
    List<Integer> drawn = new ArrayList<>();
    if (section.chart() == Chart.NONE || section.columns().size() > MOST_BESIDE_A_BAR) {
      return drawn;
    }
    for (int c = 0; c < section.columns().size(); c++) {
      Column column = section.columns().get(c);
      if (column.drawn() && (column.unit() == Unit.COUNT || drawn.isEmpty())) {
        drawn.add(c);
      }
    }
    return drawn;
  }

  private static double sum(Row row, List<Integer> columns) {
    return columns.stream().mapToDouble(c -> value(row, c)).sum();
  }

  private static double value(Row row, int column) {
    @Nullable Number value = row.values().get(column);
    return value == null ? 0 : value.doubleValue();
  }

  static String text(@Nullable Number value, Unit unit, Words words) {
    if (value == null) {
      return "–";
    }
    NumberFormat format = NumberFormat.getInstance(words.locale());
    format.setMaximumFractionDigits(1);
    format.setMinimumFractionDigits(unit == Unit.COUNT ? 0 : 1);
    return unit == Unit.PERCENT ? format.format(value) + "%" : format.format(value);
  }

  private static List<Map<String, String>> terms(Words words) {
    List<Map<String, String>> terms = new ArrayList<>();
    for (String key : words.of("terms").split(" ", -1)) {
      String[] parts = words.of("terms." + key).split("\\|", 2);
      terms.add(Map.of("word", parts[0], "meaning", parts[1]));
    }
    terms.sort(Comparator.comparing(term -> term.getOrDefault("word", "")));
    return terms;
  }

  private static String sheetName(String title, Set<String> taken) {
    String plain = title.replaceAll("[\\[\\]:*?/\\\\]", " ").strip();
    String name = plain.substring(0, Math.min(plain.length(), LONGEST_SHEET_NAME));
    for (int n = 2; !taken.add(name); n++) {
      name = plain.substring(0, Math.min(plain.length(), LONGEST_SHEET_NAME - 3)) + " " + n;
    }
    return name;
  }
}

package nl.achterwacht.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report in the language that was asked: the same for a screen, a workbook and paper.
 *
 * @param withheld whether the team is too small to show figures of
 * @param countedAt the oldest moment at which something in it was counted; null when all of it was
 *     counted just now
 */
public record Report(
    ReportKind kind,
    String title,
    String intro,
    boolean withheld,
    @Nullable Instant countedAt,
    List<Section> sections) {
  public Report {
    sections = List.copyOf(sections);
  }

  /** How a section is drawn; its table is there anyway. */
  public enum Chart {
    NONE("none"),
    /** Rows below each other: places, kinds of work. */
    BARS("bars"),
    /** Rows beside each other in the order of time. */
    COLUMNS("columns"),
    /** As columns, but as lines: for what is no amount. */
    LINES("lines");

    private final String text;

    Chart(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  /** What a number counts. */
  public enum Unit {
    COUNT("count"),
    /** Of a hundred. */
    PERCENT("percent"),
    /** For each hundred visits; one decimal. */
    PER_HUNDRED("per-hundred"),
    /** Minutes; one decimal. */
    MINUTES("minutes");

    private final String text;

    Unit(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  /**
   * @param drawn whether it stands in the chart too
   */
  public record Column(String label, Unit unit, boolean drawn) {}

  /**
   * @param values one for each column; null when there is nothing to say
   * @param rest all that has no row of its own; it is not drawn, as it would dwarf the others
   */
  public record Row(String label, List<? extends @Nullable Number> values, boolean rest) {
    Row(String label, List<? extends @Nullable Number> values) {
      this(label, values, false);
    }
  }

  /**
   * A table with what is to be said about it.
   *
   * @param id stable, for links and tests
   * @param rowLabel what the rows are
   * @param note what must be known to read it right; may be empty
   */
  public record Section(
      String id,
      String title,
      String note,
      Chart chart,
      String rowLabel,
      List<Column> columns,
      List<Row> rows) {
    public Section {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }

    /** The same, with {@code first} before its note. */
    Section noted(String first) {
      return new Section(id, title, (first + " " + note).strip(), chart, rowLabel, columns, rows);
    }
  }
}

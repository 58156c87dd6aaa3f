package nl.achterwacht.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A table to keep as a file.
 *
 * @param name of the sheet, at most 31 characters
 * @param rows each as long as {@code columns}; a cell is text, a number, true or false, a {@link
 *     LocalDate}, a {@link LocalDateTime} or null
 */
public record Table(String name, List<String> columns, List<? extends List<?>> rows) {
  public static final String CSV = "text/csv";
  public static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** What a spreadsheet would take for a formula (OWASP, CSV injection). */
  private static final String FORMULA = "=+-@\t\r";

  /**
   * As CSV: UTF-8 with a byte order mark and semicolons, as spreadsheets set to Dutch expect. Text
   * that a spreadsheet would run as a formula gets an apostrophe in front.
   */
  public byte[] csv() {
    var text = new StringBuilder("\uFEFF");
    var format = CSVFormat.EXCEL.builder().setDelimiter(';').get();
    try {
      format.printRecord(text, columns.toArray());
      for (List<?> row : rows) {
        format.printRecord(text, row.stream().map(Table::plain).toArray());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a builder of text cannot fail", e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** As workbook, this table its one sheet. */
  public byte[] xlsx() {
    return xlsx(List.of(this));
  }

  /** As workbook with a sheet for each. */
  public static byte[] xlsx(List<Table> tables) {
    var out = new ByteArrayOutputStream();
    try (var workbook = new Workbook(out, "Achterwacht", "1.0")) {
      for (Table table : tables) {
        table.write(workbook.newWorksheet(table.name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not write the workbook", e);
    }
    return out.toByteArray();
  }

  private void write(Worksheet sheet) {
    for (int c = 0; c < columns.size(); c++) {
      sheet.value(0, c, columns.get(c));
      sheet.style(0, c).bold().set();
    }
    for (int r = 0; r < rows.size(); r++) {
      List<?> row = rows.get(r);
      for (int c = 0; c < row.size(); c++) {
        write(sheet, r + 1, c, row.get(c));
      }
    }
    sheet.freezePane(0, 1);
  }

  private static void write(Worksheet sheet, int r, int c, @Nullable Object cell) {
    switch (cell) {
      case null -> {}
      case Number number -> sheet.value(r, c, number);
      case Boolean yes -> sheet.value(r, c, yes);
      case LocalDate day -> {
        sheet.value(r, c, day);
        sheet.style(r, c).format("yyyy-mm-dd").set();
      }
      case LocalDateTime moment -> {
        sheet.value(r, c, moment);
        sheet.style(r, c).format("yyyy-mm-dd hh:mm").set();
      }
      case Object other -> sheet.value(r, c, other.toString());
    }
  }

  private static @Nullable Object plain(@Nullable Object cell) {
    boolean looksLikeFormula =
        cell instanceof String text && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    return looksLikeFormula ? "'" + cell : cell;
  }

  /** Whether each row has a cell for each column. */
  public Table {
    if (Stream.of(rows).flatMap(List::stream).anyMatch(row -> row.size() != columns.size())) {
      throw new IllegalArgumentException("a row is not as long as the columns");
    }
  }
}

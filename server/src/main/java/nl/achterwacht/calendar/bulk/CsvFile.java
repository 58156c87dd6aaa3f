package nl.achterwacht.calendar.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import nl.achterwacht.calendar.bulk.Grid.Cell;
import nl.achterwacht.calendar.bulk.Grid.Line;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads values between separators, as spreadsheets and registrations write them: semicolons (Dutch
 * Excel), commas or tabs; UTF-8 or UTF-16 with a mark, UTF-8 without one, else Windows-1252.
 */
final class CsvFile {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final String SEPARATORS = ";,\t";

  private CsvFile() {}

  static Grid read(byte[] file) throws Unreadable {
    String text = decode(file);
    if (text.indexOf('\0') >= 0) {
      throw new Unreadable("not-a-table", "");
    }
    char separator = separatorOf(firstLine(text));
    if (firstLine(text).matches("sep=.")) {
      separator = text.charAt("sep=".length());
      text = text.substring(firstLine(text).length()).stripLeading();
    }
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setDelimiter(separator).setIgnoreEmptyLines(false).get();
    try (CSVParser parser = CSVParser.parse(text, format)) {
      var lines = new ArrayList<Line>();
      for (CSVRecord found : parser) {
        List<Cell> cells = cells(found);
        if (cells.stream().allMatch(Cell::isEmpty)) {
          continue;
        }
        lines.add(new Line(Math.toIntExact(found.getRecordNumber()), cells));
        if (lines.size() > Grid.MOST_LINES + 1) {
          break;
        }
      }
      return Grid.of(lines, false);
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      // A quote that is opened and not closed, for one.
      throw new Unreadable("csv-form", "");
    }
  }

  private static List<Cell> cells(CSVRecord found) throws Unreadable {
    if (found.size() > Grid.MOST_CELLS) {
      throw new Unreadable("too-many-columns", Integer.toString(Grid.MOST_CELLS));
    }
    return found.stream().map(value -> new Cell(value.strip(), false)).toList();
  }

  static String decode(byte[] file) {
    if (startsWith(file, 0xEF, 0xBB, 0xBF)) {
      return new String(file, 3, file.length - 3, StandardCharsets.UTF_8);
    }
    if (startsWith(file, 0xFF, 0xFE)) {
      return new String(file, 2, file.length - 2, StandardCharsets.UTF_16LE);
    }
    if (startsWith(file, 0xFE, 0xFF)) {
      return new String(file, 2, file.length - 2, StandardCharsets.UTF_16BE);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    } catch (CharacterCodingException e) {
      return new String(file, WINDOWS);
    }
  }

  /** The separator that stands most often outside quotes in the line with the names of columns. */
  private static char separatorOf(String line) {
    char best = ';';
    long most = 0;
    String bare = line.replaceAll("\"[^\"]*\"", "");
    for (int i = 0; i < SEPARATORS.length(); i++) {
      char candidate = SEPARATORS.charAt(i);
      long count = bare.chars().filter(c -> c == candidate).count();
      if (count > most) {
        best = candidate;
        most = count;
      }
    }
    return best;
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  private static boolean startsWith(byte[] file, int... mark) {
    if (file.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((file[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}

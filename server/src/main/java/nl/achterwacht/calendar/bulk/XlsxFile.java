package nl.achterwacht.calendar.bulk;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.achterwacht.calendar.bulk.Grid.Cell;
import nl.achterwacht.calendar.bulk.Grid.Line;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/**
 * Reads the first sheet of an Excel workbook (2007 and later). A zip that grows huge is refused.
 */
final class XlsxFile {
  /** The most bytes of what a reader of tables needs of a workbook, unpacked. */
  static final int MOST_UNPACKED = 64 * 1024 * 1024;

  private static final int MOST_PARTS = 1000;

  private XlsxFile() {}

  static Grid read(byte[] file) throws Unreadable {
    try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(packedAnew(file)));
        Stream<Row> rows = workbook.getFirstSheet().openStream()) {
      var lines = new ArrayList<Line>();
      for (Iterator<Row> all = rows.iterator(); all.hasNext(); ) {
        Row row = all.next();
        List<Cell> cells = cells(row);
        if (cells.stream().allMatch(Cell::isEmpty)) {
          continue;
        }
        lines.add(new Line(row.getRowNum(), cells));
        if (lines.size() > Grid.MOST_LINES + 1) {
          break;
        }
      }
      return Grid.of(lines, workbook.isDate1904());
    } catch (IOException | RuntimeException e) {
      // The reader says a broken workbook in many ways, some of them our own language's.
      throw new Unreadable("xlsx-form", "");
    }
  }

  private static List<Cell> cells(Row row) throws Unreadable {
    if (row.getCellCount() > Grid.MOST_CELLS) {
      throw new Unreadable("too-many-columns", Integer.toString(Grid.MOST_CELLS));
    }
    var cells = new ArrayList<Cell>();
    for (int i = 0; i < row.getCellCount(); i++) {
      cells.add(cell(row.getOptionalCell(i).orElse(null)));
    }
    return cells;
  }

  private static Cell cell(org.dhatim.fastexcel.reader.@Nullable Cell found) {
    if (found == null || found.getValue() == null) {
      return Cell.EMPTY;
    }
    if (found.getValue() instanceof BigDecimal number) {
      return new Cell(number.stripTrailingZeros().toPlainString(), true);
    }
    return new Cell(found.getText().strip(), false);
  }

  /**
   * The parts of the workbook that tables are made of, unpacked within limits and packed anew: what
   * comes after this is as large as it says it is.
   */
  private static byte[] packedAnew(byte[] file) throws IOException, Unreadable {
    var packed = new ByteArrayOutputStream();
    int left = MOST_UNPACKED;
    int parts = 0;
    try (var in =
            ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get();
        var out = new ZipOutputStream(packed)) {
      out.setLevel(Deflater.BEST_SPEED);
      for (ZipArchiveEntry part : Collections.list(in.getEntries())) {
        if (++parts > MOST_PARTS) {
          throw new Unreadable("too-large", Integer.toString(MOST_UNPACKED / 1024 / 1024));
        }
        if (part.getName().matches("(?i)\\[content_types]\\.xml|(_rels|xl)/.*\\.(xml|rels)")) {
          byte[] bytes = in.getInputStream(part).readNBytes(left + 1);
          left -= bytes.length;
          if (left < 0) {
            throw new Unreadable("too-large", Integer.toString(MOST_UNPACKED / 1024 / 1024));
          }
          out.putNextEntry(new ZipEntry(part.getName()));
          out.write(bytes);
          out.closeEntry();
        }
      }
    }
    return packed.toByteArray();
  }
}

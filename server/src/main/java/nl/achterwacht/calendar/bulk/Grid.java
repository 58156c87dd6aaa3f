package nl.achterwacht.calendar.bulk;

import java.util.List;

/**
 * What a file holds: the names of its columns, and its lines.
 *
 * @param date1904 whether its dates count from 1904, as those of old Macs do
 */
record Grid(List<Cell> header, List<Line> lines, boolean date1904) {
  /** The most lines that one file may hold. */
  static final int MOST_LINES = 20_000;

  static final int MOST_CELLS = 100;

  /** A value, and whether a spreadsheet holds it as a number; then a date is one too. */
  record Cell(String text, boolean number) {
    static final Cell EMPTY = new Cell("", false);

    boolean isEmpty() {
      return text.isEmpty();
    }
  }

  /**
   * A line that is not empty.
   *
   * @param number as a spreadsheet shows it; the first is 1
   */
  record Line(int number, List<Cell> cells) {
    Cell cell(int index) {
      return index < cells.size() ? cells.get(index) : Cell.EMPTY;
    }
  }

  /** Of all lines the first is the header. */
  static Grid of(List<Line> lines, boolean date1904) throws Unreadable {
    if (lines.size() < 2) {
      throw new Unreadable("no-rows", "");
    }
    if (lines.size() - 1 > MOST_LINES) {
      throw new Unreadable("too-many-rows", Integer.toString(MOST_LINES));
    }
    return new Grid(lines.getFirst().cells(), lines.subList(1, lines.size()), date1904);
  }
}

package nl.achterwacht.calendar.bulk;

/**
 * A file with a table. What it is, its first bytes say; names and content types are often wrong.
 */
final class TableFile {
  private static final int[] ZIP = {'P', 'K', 3, 4};
  private static final int[] OLD_OR_LOCKED_EXCEL = {0xD0, 0xCF, 0x11, 0xE0};

  private TableFile() {}

  static Grid read(byte[] file) throws Unreadable {
    if (begins(file, OLD_OR_LOCKED_EXCEL)) {
      throw new Unreadable("old-excel", "");
    }
    return begins(file, ZIP) ? XlsxFile.read(file) : CsvFile.read(file);
  }

  private static boolean begins(byte[] file, int[] mark) {
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

package nl.achterwacht.calendar.bulk;

/** The whole file cannot be used. */
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String detail;

  /**
   * @param code a stable word; its texts stand in {@code texts/import_*.properties}
   * @param detail what fills in those texts; nothing that stands in a row
   */
  Unreadable(String code, String detail) {
    super(code, null, false, false);
    this.code = code;
    this.detail = detail;
  }

  String code() {
    return code;
  }

  String detail() {
    return detail;
  }
}

package nl.achterwacht.calendar.bulk;

/**
 * What is wrong with a row.
 *
 * @param column the column, by its Dutch name
 * @param code a stable word; its texts stand in {@code texts/import_*.properties}
 * @param given what stands in the row, or what it is compared with; at most 60 signs
 */
public record RowFault(String column, String code, String given) {
  private static final int MOST_SIGNS = 60;

  public RowFault {
    if (given.length() > MOST_SIGNS) {
      given = given.substring(0, MOST_SIGNS - 1) + "…";
    }
  }

  static RowFault of(Column column, String code, String given) {
    return new RowFault(column.shown(), code, given);
  }
}

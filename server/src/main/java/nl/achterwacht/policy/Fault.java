package nl.achterwacht.policy;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with tables that somebody would like to use, and where.
 *
 * @param table id of the table; null when it is about the file
 * @param rule number of the rule, from 1; 0 when it is not about one
 * @param column name of the input or output; null when it is not about one
 * @param code stable word for the kind of fault; its sentence is {@code fault.<code>} in the texts
 * @param value what stands there, shortened; empty when that says nothing
 */
public record Fault(
    @Nullable String table, int rule, @Nullable String column, String code, String value) {
  private static final int LONGEST = 80;

  public Fault {
    value = value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
  }

  static Fault file(String code, String value) {
    return new Fault(null, 0, null, code, value);
  }

  static Fault table(Table table, String code, String value) {
    return new Fault(table.id(), 0, null, code, value);
  }
}

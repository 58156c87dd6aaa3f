package nl.achterwacht.privacy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One table: what of it somebody gets to see of what is held about them, and when its rows go.
 * Conditions are SQL over the row {@code t}; they know {@code :person}, {@code :place}, {@code
 * :self} (whether the person asks, and not somebody else about them) and {@code :before}.
 *
 * @param shown by person
 * @param shownOfPlace by address, for who lives there
 * @param notShown why nobody gets to see it; null when somebody does
 * @param goes how its rows are erased
 * @param hidden columns that are never shown: secrets, and what only machines read
 * @param otherwise how its rows go without a rule here, or why they stay; null when a rule does it
 */
public record Held(
    String table,
    List<Shown> shown,
    List<Shown> shownOfPlace,
    @Nullable String notShown,
    List<Goes> goes,
    List<String> hidden,
    @Nullable String otherwise) {

  /**
   * Rows that are about somebody.
   *
   * @param columns that are shown; empty for all that are not hidden
   */
  public record Shown(String where, List<String> columns) {}

  /**
   * Rows whose time is up.
   *
   * @param change the columns that are emptied; null when the whole row goes
   * @param oldestFirst only the oldest rows are looked at, as there are very many
   */
  public record Goes(Retention rule, String where, @Nullable String change, boolean oldestFirst) {}

  static Held table(String name) {
    return new Held(name, List.of(), List.of(), null, List.of(), List.of(), null);
  }

  /** Shows the rows where {@code where} holds; all columns, or only {@code columns}. */
  Held shows(String where, String... columns) {
    return new Held(
        table,
        and(shown, new Shown(where, List.of(columns))),
        shownOfPlace,
        notShown,
        goes,
        hidden,
        otherwise);
  }

  /** Shows the rows where {@code where} holds to whoever lives at the address {@code :place}. */
  Held showsOfPlace(String where, String... columns) {
    return new Held(
        table,
        shown,
        and(shownOfPlace, new Shown(where, List.of(columns))),
        notShown,
        goes,
        hidden,
        otherwise);
  }

  Held showsNobody(String why) {
    return new Held(table, shown, shownOfPlace, why, goes, hidden, otherwise);
  }

  Held hides(String... columns) {
    return new Held(table, shown, shownOfPlace, notShown, goes, List.of(columns), otherwise);
  }

  Held goes(Retention rule, String where) {
    return goes(new Goes(rule, where, null, false));
  }

  Held goesOldestFirst(Retention rule, String where) {
    return goes(new Goes(rule, where, null, true));
  }

  Held empties(Retention rule, String where, String change) {
    return goes(new Goes(rule, where, change, false));
  }

  /** How its rows go by another's doing, or why they stay. */
  Held otherwise(String how) {
    return new Held(table, shown, shownOfPlace, notShown, goes, hidden, how);
  }

  private Held goes(Goes one) {
    return new Held(table, shown, shownOfPlace, notShown, and(goes, one), hidden, otherwise);
  }

  private static <T> List<T> and(List<T> some, T one) {
    var all = new ArrayList<>(some);
    all.add(one);
    return List.copyOf(all);
  }
}

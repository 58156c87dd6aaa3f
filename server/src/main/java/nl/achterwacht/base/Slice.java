package nl.achterwacht.base;

/**
 * A piece of a list that has a fixed order.
 *
 * @param offset how many come before it
 * @param limit how many it holds at most
 */
public record Slice(int offset, int limit) {
  /** Nothing left out. */
  public static final Slice WHOLE = new Slice(0, Integer.MAX_VALUE);

  public static Slice first(int limit) {
    return new Slice(0, limit);
  }
}

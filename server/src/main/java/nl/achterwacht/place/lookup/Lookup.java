package nl.achterwacht.place.lookup;

/**
 * What the register answered.
 *
 * @param <T> what was asked for
 */
public sealed interface Lookup<T> {
  /** The answer. */
  record Found<T>(T what) implements Lookup<T> {}

  /** The operator has not switched the register on: everything goes by hand. */
  record SwitchedOff<T>() implements Lookup<T> {}

  /** No sensible answer in time; by hand for now. */
  record Away<T>(String why) implements Lookup<T> {}
}

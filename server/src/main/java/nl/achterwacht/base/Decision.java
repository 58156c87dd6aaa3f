package nl.achterwacht.base;

import java.util.List;

/**
 * What the rules decided: the next state and the orders that follow from it. Nothing has happened
 * yet; the keeper stores both in one transaction.
 *
 * @param <S> the kind of state
 * @param <E> the kind of effect
 */
public record Decision<S, E>(S next, List<E> effects) {
  public Decision {
    effects = List.copyOf(effects);
  }

  /** Goes to {@code next} and orders {@code effects}, in that order. */
  @SafeVarargs
  public static <S, E> Decision<S, E> to(S next, E... effects) {
    return new Decision<>(next, List.of(effects));
  }

  /** Remains in {@code state}; {@code effects} may still follow. */
  @SafeVarargs
  public static <S, E> Decision<S, E> stay(S state, E... effects) {
    return new Decision<>(state, List.of(effects));
  }
}

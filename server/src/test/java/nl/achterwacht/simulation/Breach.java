package nl.achterwacht.simulation;

/** A promise was broken in a town. */
final class Breach extends AssertionError {
  private static final long serialVersionUID = 1L;

  Breach(Town town, String promise) {
    super(
        """
        seed %d: %s
        replay with: make sim SEED=%d
        %s\
        """
            .formatted(town.seed(), promise, town.seed(), town.story()));
  }
}

package nl.achterwacht.bench.intake;

import nl.achterwacht.bench.Worker;

/** Somebody who takes in signs of life. */
public interface Signs extends AutoCloseable {
  /** Its line in the table. */
  String name();

  /** Takes in one sign of {@code worker}; returns when it is committed. */
  void sign(Worker worker);

  /**
   * Counts again in the tables.
   *
   * @param answered how many signs were answered since the last check
   * @throws IllegalStateException unless every one of them is there
   */
  void check(long answered);

  @Override
  void close();
}

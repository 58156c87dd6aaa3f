package nl.achterwacht.base;

/** Whether this server may still act on due rows. */
public interface Fence {
  /** No fence: for whoever is alone on a database, such as a test. */
  Fence NONE = tx -> true;

  /**
   * Asked first in each transaction that is to claim rows, so that what it says holds until that
   * transaction ends.
   */
  boolean isOpen(Tx tx);
}

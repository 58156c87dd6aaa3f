package nl.achterwacht.visit;

import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;

/** Hears what was done to a visit, in the transaction in which it was done. */
public interface VisitListener {
  /** For whoever has nothing that must follow a visit. */
  VisitListener NONE = (tx, visit, by) -> {};

  /**
   * The visit was moved, changed, given to somebody else, cancelled or restored.
   *
   * @param visit as it is now
   */
  void changed(Tx tx, Visit visit, PersonId by);
}

package nl.achterwacht.preparation;

import nl.achterwacht.visit.Visit;

/** What came of something done about a preparation. */
public sealed interface PreparationResult {
  /** Done; the visit and its preparation as they are now. */
  record Done(Visit visit, Preparation preparation) implements PreparationResult {}

  /** A rule says no. */
  record Refused(MeasureEffect.Reason reason) implements PreparationResult {}

  /** No such visit in this organisation. */
  record Unknown() implements PreparationResult {}
}

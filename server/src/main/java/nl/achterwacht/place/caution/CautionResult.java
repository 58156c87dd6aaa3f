package nl.achterwacht.place.caution;

/** What came of an act on a caution. */
public sealed interface CautionResult {
  /** Done; the caution as it stands now. */
  record Done(Caution caution) implements CautionResult {}

  /** A rule says no. */
  record Refused(CautionEffect.Reason reason) implements CautionResult {}

  /** This organisation has no such caution. */
  record Unknown() implements CautionResult {}
}

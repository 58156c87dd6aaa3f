package nl.achterwacht.policy;

/** What came of saving a draft. */
public sealed interface DraftResult {
  /** It stands there, under this revision. */
  record Saved(Draft draft) implements DraftResult {}

  /** Somebody else saved or put into force meanwhile; nothing was saved. */
  record Changed() implements DraftResult {}
}

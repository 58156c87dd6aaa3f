package nl.achterwacht.policy;

import java.util.List;

/** What came of saving a draft. */
public sealed interface DraftResult {
  /** It stands there, under this revision. */
  record Saved(Draft draft) implements DraftResult {}

  /** Not usable, because of these; nothing was saved. */
  record Faulty(List<Fault> faults) implements DraftResult {}

  /** Somebody else saved or put into force meanwhile; nothing was saved. */
  record Changed() implements DraftResult {}
}

package nl.achterwacht.meeting;

/** What an item of an agenda is about. The text form (SQL, API) never changes. */
public enum ItemKind {
  /** What was decided the last time, and how far it is. */
  PREVIOUS("previous"),
  SIGNALS("signals"),
  INCIDENTS("incidents"),
  HOT_SPOTS("hot-spots"),
  /** Risky visits of the coming two weeks. */
  VISITS("visits"),
  /** Agreements that must be looked at again. */
  AGREEMENTS("agreements"),
  /** Tasks that are overdue. */
  TASKS("tasks"),
  /** Put on the agenda by somebody. */
  OWN("own");

  private final String text;

  ItemKind(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  /** The kind with this text form; an unknown text is a bug. */
  public static ItemKind of(String text) {
    for (ItemKind kind : values()) {
      if (kind.text.equals(text)) {
        return kind;
      }
    }
    throw new IllegalStateException("unknown kind of item: " + text);
  }
}

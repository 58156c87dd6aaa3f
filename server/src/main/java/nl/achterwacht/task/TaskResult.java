package nl.achterwacht.task;

/** What became of an act on a task. */
public sealed interface TaskResult {
  /** Done; this is how it stands now. */
  record Done(Task task) implements TaskResult {}

  /** A rule said no; nothing changed. */
  record Refused(TaskEffect.Reason reason) implements TaskResult {}

  /** There is no such task. */
  record Unknown() implements TaskResult {}
}

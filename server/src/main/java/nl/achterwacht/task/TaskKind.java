package nl.achterwacht.task;

import java.time.Duration;

/** What a task is about. The text form (SQL, API) never changes. */
public enum TaskKind {
  /** Answer an early signal. */
  SIGNAL("signal", days(0), days(1)),
  /** Answer a departure: somebody left because it was not safe. */
  DEPARTURE("departure", days(0), Duration.ofHours(12)),
  /** Decide whether repeated signals call for a caution. */
  CAUTION("caution", days(0), days(2)),
  /** Decide whether a street with repeated signals is a hot spot. */
  HOT_SPOT("hot-spot", days(0), days(2)),
  /** Carry out a measure. */
  MEASURE("measure", days(7), days(7)),
  /** Look again whether something is still right. */
  REVIEW("review", days(14), days(7)),
  /** Hold a drill. */
  DRILL("drill", days(14), days(7)),
  /** Test a personal alarm. No REVIEW: its holder can do it with one tap on the phone. */
  DEVICE_TEST("device-test", days(3), days(3)),
  /** Repair or replace a personal alarm that does not work. */
  DEVICE_BROKEN("device-broken", days(0), days(1)),
  /** Follow up an incident. */
  INCIDENT("incident", days(1), days(1)),
  /** A step of aftercare. */
  AFTERCARE("aftercare", Duration.ofHours(12), days(1)),
  /** Do what was decided in a meeting. */
  AGREEMENT("agreement", days(7), days(7));

  private final String text;
  private final Duration remindBefore;
  private final Duration step;

  TaskKind(String text, Duration remindBefore, Duration step) {
    this.text = text;
    this.remindBefore = remindBefore;
    this.step = step;
  }

  public String text() {
    return text;
  }

  /** How long before it is due its owner hears of it once more; zero for not. */
  Duration remindBefore() {
    return remindBefore;
  }

  /** How long it waits on each rung once it is overdue. */
  Duration step() {
    return step;
  }

  /** The kind with this text form; an unknown text is a bug. */
  public static TaskKind of(String text) {
    for (TaskKind kind : values()) {
      if (kind.text.equals(text)) {
        return kind;
      }
    }
    throw new IllegalStateException("unknown kind of task: " + text);
  }

  private static Duration days(int days) {
    return Duration.ofDays(days);
  }
}

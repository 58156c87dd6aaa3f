package nl.achterwacht.alarm;

/** What came of an act. */
public sealed interface ActResult {
  /** Done; the alarm as it is now. */
  record Done(Alarm alarm) implements ActResult {}

  /** A rule says no; the alarm as it is. */
  record Refused(AlarmEffect.Reason reason, Alarm alarm) implements ActResult {}

  /** No such alarm in this organisation. */
  record Unknown() implements ActResult {}
}

package nl.achterwacht.alarm;

import nl.achterwacht.base.PersonId;

/** What can happen to an alarm. */
public sealed interface AlarmEvent {
  /** The server looks, because the wake-up time came. */
  record Woken() implements AlarmEvent {}

  /** "I take this": a deliberate act, never a mere answered call. */
  record Acknowledged(PersonId by) implements AlarmEvent {}

  /** The handler said what was found or done; the promise is renewed. */
  record Updated(PersonId by) implements AlarmEvent {}

  /** The handler asks somebody to take over. */
  record HandOverOffered(PersonId by, PersonId to) implements AlarmEvent {}

  /** The one who was asked takes over, or does not. */
  record HandOverAnswered(PersonId by, boolean accepted) implements AlarmEvent {}

  /**
   * Call the next step now. {@code seenStep} is what was on the screen: a late press skips nobody.
   */
  record EscalationAsked(PersonId by, int seenStep) implements AlarmEvent {}

  /** Every channel to everybody of this step refused. */
  record StepUnreachable(int step, int round) implements AlarmEvent {}

  /** The worker gave the safe code. */
  record WorkerSafe(PersonId by) implements AlarmEvent {}

  /** The worker pressed again, while people were being called already. */
  record RaisedAgain() implements AlarmEvent {}

  /** The handler closes it. */
  record ClosingAsked(PersonId by, Outcome outcome) implements AlarmEvent {}
}

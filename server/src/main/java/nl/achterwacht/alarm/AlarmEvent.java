package nl.achterwacht.alarm;

import nl.achterwacht.base.PersonId;

/** What can happen to an alarm. */
public sealed interface AlarmEvent {
  /** The server looks, because the wake-up time came. */
  record Woken() implements AlarmEvent {}

  /** What only somebody else than the worker concerned does about an alarm. */
  sealed interface ByHandler extends AlarmEvent {
    PersonId by();
  }

  /** "I take this": a deliberate act, never a mere answered call. */
  record Acknowledged(PersonId by) implements ByHandler {}

  /**
   * The handler said what was found or done; the promise is renewed.
   *
   * @param arrived whether somebody is with the worker now
   */
  record Updated(PersonId by, boolean arrived) implements ByHandler {}

  /** The handler asks somebody to take over. */
  record HandOverOffered(PersonId by, PersonId to) implements ByHandler {}

  /** The one who was asked takes over, or does not. */
  record HandOverAnswered(PersonId by, boolean accepted) implements ByHandler {}

  /**
   * Call the next step now. {@code seenStep} is what was on the screen: a late press skips nobody.
   */
  record EscalationAsked(PersonId by, int seenStep) implements ByHandler {}

  /** Every channel to everybody of this step refused. */
  record StepUnreachable(int step, int round) implements AlarmEvent {}

  /** The worker gave the safe code. */
  record WorkerSafe(PersonId by) implements AlarmEvent {}

  /** The worker pressed again, while people were being called already. */
  record RaisedAgain() implements AlarmEvent {}

  /**
   * A drill is over: whoever holds it says so, or a real alarm came. {@code by} started the drill,
   * and may well be the worker it is about.
   */
  record DrillEnded(PersonId by) implements AlarmEvent {}

  /** The handler closes it. */
  record ClosingAsked(PersonId by, Outcome outcome) implements ByHandler {}
}

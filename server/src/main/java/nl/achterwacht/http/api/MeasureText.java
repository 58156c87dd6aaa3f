package nl.achterwacht.http.api;

import nl.achterwacht.http.frame.ProblemKind;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.preparation.MeasureEffect;

/** A rule of a measure said no: as a problem with a stable word. */
final class MeasureText {
  private MeasureText() {}

  static Refusal refusal(MeasureEffect.Reason reason) {
    return switch (reason) {
      case NOT_YOURS_TO_GIVE ->
          Refusal.of(
              ProblemKind.NOT_ALLOWED, "A supervisor decides this, never at a visit of their own.");
      case MUST_ACCEPT ->
          Refusal.conflict("/kind", "must-accept", "Name a colleague, who then says yes.");
      case FOLLOWS_FROM_TIMES ->
          Refusal.conflict("/kind", "follows-from-times", "The times of the visit tell this.");
      case FOLLOWS_FROM_AGREEMENT ->
          Refusal.conflict(
              "/kind", "follows-from-agreement", "Make a reachability agreement, or end it.");
      case OTHER_PROOF ->
          Refusal.conflict("/kind", "other-proof", "This measure is proven in another way.");
      case FROM_THE_FUTURE ->
          Refusal.conflict("", "from-the-future", "This moment has not come yet.");
      case DOES_NOT_FIT_VISIT ->
          Refusal.conflict("", "does-not-fit-visit", "This time does not fit the visit.");
      case NOT_YOURSELF ->
          Refusal.conflict("/personId", "not-yourself", "Nobody is their own colleague.");
      case NOT_ASKED_OF_YOU ->
          Refusal.conflict("", "not-asked-of-you", "You were not asked for this.");
      case ALREADY_PROVEN -> Refusal.conflict("", "already-proven", "This measure has been taken.");
      case NOTHING_TO_WITHDRAW ->
          Refusal.conflict("", "nothing-to-withdraw", "There is nothing to take back.");
      case CALLED_OFF -> Refusal.conflict("", "called-off", "This visit was called off.");
    };
  }
}

package nl.achterwacht.http.api;

import nl.achterwacht.alarm.AlarmEffect;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.watch.WatchEffect;

/** A rule said no: as a problem with a stable word. Answered, not thrown: the journal keeps it. */
final class ReasonText {
  private ReasonText() {}

  static Refusal refusal(WatchEffect.Reason reason) {
    return switch (reason) {
      case CODE_NEEDED -> Refusal.conflict("/code", "code-needed", "This asks your safe code.");
      case CODE_WRONG -> Refusal.conflict("/code", "code-wrong", "This code is not right.");
      case ALREADY_CLOSED -> Refusal.conflict("", "already-closed", "This watch has ended.");
      case ALREADY_STARTED -> Refusal.conflict("", "already-started", "This watch has begun.");
      case NOT_STARTED_YET -> Refusal.conflict("", "not-started", "This watch has not begun.");
      case HANDLER_DECIDES ->
          Refusal.conflict("", "handler-decides", "Whoever took the alarm decides this.");
    };
  }

  /** This asks a code of somebody who never chose any. */
  static Refusal noCodes() {
    return Refusal.conflict(
        "/code", "no-codes", "Choose your codes first, or ask your standby to end this watch.");
  }

  static Refusal refusal(AlarmEffect.Reason reason) {
    return switch (reason) {
      case ABOUT_YOU ->
          Refusal.conflict("", "about-you", "This alarm is about you; somebody else handles it.");
      case ABOUT_THEM ->
          Refusal.conflict("/toPersonId", "about-them", "The alarm is about the one you ask.");
      case HANDLED_BY_OTHER ->
          Refusal.conflict("", "handled-by-other", "Somebody else handles this alarm.");
      case ACKNOWLEDGE_FIRST ->
          Refusal.conflict("", "acknowledge-first", "Acknowledge the alarm first.");
      case NOT_OFFERED_TO_YOU ->
          Refusal.conflict("", "not-offered", "This alarm was not offered to you.");
      case ALREADY_CLOSED -> Refusal.conflict("", "already-closed", "This alarm was closed.");
      case ONLY_A_DRILL_ENDS_AS_DRILL ->
          Refusal.conflict("/outcome", "not-a-drill", "This alarm is not a drill.");
    };
  }
}

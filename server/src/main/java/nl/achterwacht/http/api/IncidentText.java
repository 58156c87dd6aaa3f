package nl.achterwacht.http.api;

import java.util.Locale;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.incident.IncidentResult;

/** A rule of incidents said no: as a problem with a stable word, at its field. */
final class IncidentText {
  private IncidentText() {}

  /** Passes when it was done; otherwise throws. */
  static void check(IncidentResult result) {
    switch (result) {
      case IncidentResult.Done _ -> {}
      case IncidentResult.Unknown() -> throw Refusal.notFound("thing");
      case IncidentResult.Refused(IncidentResult.Reason reason) -> throw refusal(reason);
    }
  }

  private static Refusal refusal(IncidentResult.Reason reason) {
    String code = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return switch (reason) {
      case CHANGED_MEANWHILE ->
          Refusal.conflict("/version", code, "Somebody else changed this incident meanwhile.");
      case CLOSED -> Refusal.conflict("", code, "This incident is closed.");
      case ALREADY_ENDED -> Refusal.conflict("", code, "This was ended before.");
      case NEXT_DATE -> Refusal.invalid("/nextOn", code, "Say when it is tried again.");
      case NEXT_DATE_WRONG ->
          Refusal.invalid("/nextOn", code, "A day after today, within half a year.");
      case STILL_NEEDED -> Refusal.conflict("/outcome", code, "This does not fit this step.");
      case AFTERCARE_OPEN ->
          Refusal.conflict("", code, "Aftercare is open: it ends by somebody's word first.");
      case STEPS_OPEN -> Refusal.conflict("", code, "Something must still be done.");
      case NOT_JUDGED -> Refusal.conflict("", code, "Say first how serious it was.");
      case NO_BEHAVIOUR ->
          Refusal.invalid(
              "/behaviours",
              code,
              "A measure answers behaviour, never criticism, a complaint or emotion alone.");
      case END_WRONG ->
          Refusal.invalid("/endsOn", code, "An end, later than the start, within a year.");
      case REVIEW_WRONG -> Refusal.invalid("/reviewOn", code, "A day before the end.");
      case ALREADY_SENT -> Refusal.conflict("", code, "This letter was sent; it stays as it was.");
    };
  }
}

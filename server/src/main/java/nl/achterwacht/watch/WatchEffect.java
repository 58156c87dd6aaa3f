package nl.achterwacht.watch;

import java.time.Instant;
import nl.achterwacht.base.PersonId;

/** What must follow from a decision about a watch. A row first, an act later. */
public sealed interface WatchEffect {
  /**
   * An alarm of this kind is raised.
   *
   * @param raisedAt when it happened, as far as known; shown beside the time it reached us
   * @param silent nothing of it may show or sound where the worker is
   */
  record RaiseAlarm(Cause cause, Instant raisedAt, boolean silent) implements WatchEffect {}

  /** The worker is asked or told something, over every channel of their own. */
  record TellWorker(WorkerNotice what) implements WatchEffect {}

  /** Whoever is on duty is told something that is not (yet) an alarm. */
  record TellStandby(StandbyNotice what) implements WatchEffect {}

  /**
   * The worker's safe code, for an alarm that may be open: it closes a missed-sign alarm that
   * nobody acknowledged yet, and is only shown otherwise.
   *
   * @param goesOn whether the worker meant the watch to go on
   */
  record OfferSafeCode(PersonId by, boolean goesOn) implements WatchEffect {}

  /** A rule says no. Nothing else changed. */
  record Refuse(Reason reason) implements WatchEffect {}

  /** Why an alarm is raised. */
  enum Cause {
    SIGN_MISSED,
    HELP_ASKED,
    DURESS,
    DEPARTURE,
    DEVICE
  }

  /** What a worker is told. */
  enum WorkerNotice {
    NOT_STARTED,
    REMINDER,
    SIGN_DUE,
    SIGN_DUE_PHONE,
    SIGN_DUE_AFTER_OUTAGE
  }

  /** What a standby is told. */
  enum StandbyNotice {
    NOT_STARTED,
    COULD_NOT_BE_HEARD,
    WRONG_CODE
  }

  /** Why a rule says no. */
  enum Reason {
    CODE_NEEDED,
    CODE_WRONG,
    ALREADY_CLOSED,
    ALREADY_STARTED,
    NOT_STARTED_YET,
    HANDLER_DECIDES
  }
}

package nl.achterwacht.notify;

import java.time.Duration;

/** What a notice is about. The text form (SQL, webhook event type, push payload) never changes. */
public enum NoticeKind {
  /** To everybody of a ladder's step: somebody must act. */
  ALARM_CALL("alarm-call", true, Duration.ofHours(12)),
  /** To the worker: somebody took your alarm. */
  HELP_COMES("help-comes", false, Duration.ofMinutes(30)),
  /** To a colleague: take over this alarm. */
  TAKE_OVER("take-over", true, Duration.ofMinutes(15)),
  /** To the last resort: nobody of a ladder's step can be called. */
  STEP_EMPTY("step-empty", false, Duration.ofHours(12)),
  /** To the last resort: nobody of a whole ladder can be called, or our rules failed on it. */
  FAIL_SAFE("fail-safe", true, Duration.ofHours(12)),
  /** To the worker: your visit should have begun. */
  WORKER_NOT_STARTED("worker-not-started", false, Duration.ofMinutes(30)),
  /** To the worker: a sign is due soon. */
  WORKER_REMINDER("worker-reminder", false, Duration.ofMinutes(10)),
  /** To the worker: a sign is due now. */
  WORKER_SIGN_DUE("worker-sign-due", true, Duration.ofMinutes(30)),
  /** To the worker: a sign is overdue; by telephone where that can be. */
  WORKER_SIGN_DUE_PHONE("worker-sign-due-phone", true, Duration.ofMinutes(30)),
  /** To the worker: our servers were away; are you all right? */
  WORKER_SIGN_DUE_AFTER_OUTAGE("worker-sign-due-after-outage", true, Duration.ofMinutes(30)),
  /** To the standby: a planned visit was not started. */
  STANDBY_NOT_STARTED("standby-not-started", false, Duration.ofHours(1)),
  /** To the standby: our servers were away when this worker's sign was due. */
  STANDBY_COULD_NOT_BE_HEARD("standby-could-not-be-heard", true, Duration.ofHours(1)),
  /** To the standby: a wrong code was typed on a worker's phone. */
  STANDBY_WRONG_CODE("standby-wrong-code", false, Duration.ofHours(1)),
  /** To a colleague: will you come along on a visit? */
  COMPANION_ASKED("companion-asked", false, Duration.ofHours(24)),
  /** To a colleague: will you be the standby of a visit? */
  STANDBY_ASKED("standby-asked", false, Duration.ofHours(24)),
  /** To the worker: the colleague you asked said no. */
  COLLEAGUE_DECLINED("colleague-declined", false, Duration.ofHours(24)),
  /** To the worker: a measure of your visit does not hold any more. */
  WORKER_NOT_READY("worker-not-ready", false, Duration.ofHours(24)),
  /** To the supervisor: the same, of this worker. */
  SUPERVISOR_NOT_READY("supervisor-not-ready", false, Duration.ofHours(24)),
  /** To the supervisor: a visit waits for your approval. */
  APPROVAL_ASKED("approval-asked", false, Duration.ofHours(24)),
  /** To the supervisor: this worker started a visit that was not ready. */
  STARTED_UNREADY("started-unready", false, Duration.ofHours(4)),
  /** To whoever goes along, without a sound: the other asked for help. */
  COMPANION_HELP("companion-help", false, Duration.ofMinutes(30)),
  /** To whoever must do something: you have a task. */
  TASK_GIVEN("task-given", false, Duration.ofDays(2)),
  /** To its owner: your task is due, soon or since a while. */
  TASK_DUE("task-due", false, Duration.ofHours(24)),
  /** To those above: this colleague's task was not done in time. */
  TASK_OVERDUE("task-overdue", false, Duration.ofHours(24)),
  /** To the supervisors: this colleague gave a task another moment. */
  TASK_POSTPONED("task-postponed", false, Duration.ofDays(2)),
  /** To whoever reported something: it was answered. */
  SIGNAL_ANSWERED("signal-answered", false, Duration.ofDays(7)),
  /** To whoever asked for a report: it is there. */
  REPORT_READY("report-ready", false, Duration.ofDays(7)),
  /** To everybody: a protocol came into force, read it. */
  PROTOCOL_TO_READ("protocol-to-read", false, Duration.ofDays(7)),
  /** To whoever has not read it since. */
  PROTOCOL_REMINDER("protocol-reminder", false, Duration.ofDays(7)),
  /** To a team: the agenda of the meeting is there. */
  AGENDA_READY("agenda-ready", false, Duration.ofDays(7)),
  /** To a team: the minutes of the meeting are there. */
  MINUTES_READY("minutes-ready", false, Duration.ofDays(7)),
  /** To whoever adds a contact: the code that proves it. */
  CONTACT_CODE("contact-code", false, Duration.ofMinutes(30)),
  /** To a webhook: an alarm was opened, acknowledged or closed. */
  ALARM_EVENT("alarm-event", true, Duration.ofHours(24));

  private final String text;
  private final boolean urgent;
  private final Duration validFor;

  NoticeKind(String text, boolean urgent, Duration validFor) {
    this.text = text;
    this.urgent = urgent;
    this.validFor = validFor;
  }

  public String text() {
    return text;
  }

  /** Whether the device may ring. */
  public boolean urgent() {
    return urgent;
  }

  /** Whether many of this kind to one receiver go as one message. */
  boolean bundles() {
    return switch (this) {
      case ALARM_CALL, STEP_EMPTY, FAIL_SAFE, STANDBY_NOT_STARTED, STANDBY_COULD_NOT_BE_HEARD ->
          true;
      case HELP_COMES,
          TAKE_OVER,
          WORKER_NOT_STARTED,
          WORKER_REMINDER,
          WORKER_SIGN_DUE,
          WORKER_SIGN_DUE_PHONE,
          WORKER_SIGN_DUE_AFTER_OUTAGE,
          STANDBY_WRONG_CODE,
          COMPANION_ASKED,
          STANDBY_ASKED,
          COLLEAGUE_DECLINED,
          WORKER_NOT_READY,
          SUPERVISOR_NOT_READY,
          APPROVAL_ASKED,
          STARTED_UNREADY,
          COMPANION_HELP,
          TASK_GIVEN,
          TASK_DUE,
          TASK_OVERDUE,
          TASK_POSTPONED,
          SIGNAL_ANSWERED,
          REPORT_READY,
          PROTOCOL_TO_READ,
          PROTOCOL_REMINDER,
          AGENDA_READY,
          MINUTES_READY,
          CONTACT_CODE,
          ALARM_EVENT ->
          false;
    };
  }

  /** Whether it is of no use any more once its alarm is closed. */
  boolean endsWithAlarm() {
    return switch (this) {
      case ALARM_CALL, TAKE_OVER, FAIL_SAFE -> true;
      // An empty step must be filled before the next alarm; the others tell how it ended.
      case STEP_EMPTY,
          HELP_COMES,
          WORKER_NOT_STARTED,
          WORKER_REMINDER,
          WORKER_SIGN_DUE,
          WORKER_SIGN_DUE_PHONE,
          WORKER_SIGN_DUE_AFTER_OUTAGE,
          STANDBY_NOT_STARTED,
          STANDBY_COULD_NOT_BE_HEARD,
          STANDBY_WRONG_CODE,
          COMPANION_ASKED,
          STANDBY_ASKED,
          COLLEAGUE_DECLINED,
          WORKER_NOT_READY,
          SUPERVISOR_NOT_READY,
          APPROVAL_ASKED,
          STARTED_UNREADY,
          COMPANION_HELP,
          TASK_GIVEN,
          TASK_DUE,
          TASK_OVERDUE,
          TASK_POSTPONED,
          SIGNAL_ANSWERED,
          REPORT_READY,
          PROTOCOL_TO_READ,
          PROTOCOL_REMINDER,
          AGENDA_READY,
          MINUTES_READY,
          CONTACT_CODE,
          ALARM_EVENT ->
          false;
    };
  }

  /** After how long a notice of this kind is of no use any more, and is no longer tried. */
  public Duration validFor() {
    return validFor;
  }

  /** The kind with this text form; an unknown text is a bug. */
  public static NoticeKind of(String text) {
    for (NoticeKind kind : values()) {
      if (kind.text.equals(text)) {
        return kind;
      }
    }
    throw new IllegalStateException("unknown notice kind: " + text);
  }
}

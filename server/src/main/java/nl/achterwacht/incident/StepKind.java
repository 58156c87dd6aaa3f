package nl.achterwacht.incident;

import nl.achterwacht.task.TaskKind;

/** A step that must follow an incident. The text form (SQL, API) never changes. */
public enum StepKind {
  /** Tell who did it how we look at it. */
  REACTION("reaction", TaskKind.INCIDENT),
  /** Decide about the police, and go there with the employer's address and the VPT code. */
  POLICE("police", TaskKind.INCIDENT),
  /** Decide whether the labour inspectorate must be told. */
  INSPECTORATE("inspectorate", TaskKind.INCIDENT),
  /** Look what we learn of it. */
  LESSON("lesson", TaskKind.INCIDENT),
  /** Decide who goes to the same person next time, and how. */
  NEXT_CONTACT("next-contact", TaskKind.INCIDENT),
  /** Talk about it with witnesses and team, at their first meeting. */
  TEAM_MEETING("team-meeting", TaskKind.INCIDENT),
  /** Look again: did the measures help, do cautions still fit. */
  EVALUATION("evaluation", TaskKind.INCIDENT),
  /** A safe place, not alone, a way home; the supervisor calls. */
  SAME_DAY("same-day", TaskKind.AFTERCARE),
  /** The first talk, within 72 hours. */
  FIRST_TALK("first-talk", TaskKind.AFTERCARE),
  /** The second talk, after two weeks. */
  SECOND_TALK("second-talk", TaskKind.AFTERCARE),
  /** The third talk, after six to eight weeks. */
  THIRD_TALK("third-talk", TaskKind.AFTERCARE),
  /** Help was refused; it is offered again. */
  OFFER_AGAIN("offer-again", TaskKind.AFTERCARE);

  private final String text;
  private final TaskKind task;

  StepKind(String text, TaskKind task) {
    this.text = text;
    this.task = task;
  }

  public String text() {
    return text;
  }

  TaskKind task() {
    return task;
  }

  /** Whether it is about one person's aftercare, and not about the incident as a whole. */
  public boolean isAftercare() {
    return task == TaskKind.AFTERCARE;
  }

  /** The kind with this text form; an unknown text is a bug. */
  public static StepKind of(String text) {
    for (StepKind kind : values()) {
      if (kind.text.equals(text)) {
        return kind;
      }
    }
    throw new IllegalStateException("unknown step: " + text);
  }
}

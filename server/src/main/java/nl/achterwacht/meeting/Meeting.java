package nl.achterwacht.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * A team meeting.
 *
 * @param room where; null when nobody said
 * @param endedAt when it was finished or cancelled; null while it is planned
 */
public record Meeting(
    OrganisationId organisation,
    MeetingId id,
    TeamId team,
    Instant startsAt,
    @Nullable String room,
    State state,
    @Nullable Instant endedAt,
    @Nullable PersonId endedBy,
    int version) {

  /** Where a meeting stands. */
  public enum State {
    PLANNED("planned"),
    /** Its minutes are fixed. */
    FINISHED("finished"),
    CANCELLED("cancelled");

    private final String text;

    State(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }

    static State of(String text) {
      for (State state : values()) {
        if (state.text.equals(text)) {
          return state;
        }
      }
      throw new IllegalStateException("unknown state of a meeting: " + text);
    }
  }

  /**
   * An item of its agenda.
   *
   * @param title null unless somebody put it there
   * @param revision how often the minutes were saved, so that two who write do not undo each other
   * @param lines what it tells: of a planned meeting as things are now
   * @param more how many lines there were beside these
   */
  public record Item(
      ItemId id,
      ItemKind kind,
      @Nullable String title,
      String minutes,
      int revision,
      List<AgendaLine> lines,
      int more) {
    public Item {
      lines = List.copyOf(lines);
    }

    Item with(AgendaLines told) {
      return new Item(id, kind, title, minutes, revision, told.lines(), told.more());
    }
  }

  /**
   * What was decided at an item.
   *
   * @param subject the task or agreement that it became
   * @param dueOn until when, or when it is looked at again
   */
  public record Decision(
      DecisionId id,
      ItemId item,
      Became became,
      UUID subject,
      String words,
      PersonId owner,
      LocalDate dueOn) {}

  /** What a decision became. */
  public enum Became {
    TASK("task"),
    AGREEMENT("agreement");

    private final String text;

    Became(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }

    /** The one with this text form; an unknown text is a bug. */
    public static Became of(String text) {
      return text.equals(TASK.text) ? TASK : AGREEMENT;
    }
  }

  /** Whether somebody was there: present, excused or absent. */
  public record Attendance(PersonId person, String how) {}

  /** All of one meeting. */
  public record Whole(
      Meeting meeting, List<Item> items, List<Decision> decisions, List<Attendance> attendance) {}
}

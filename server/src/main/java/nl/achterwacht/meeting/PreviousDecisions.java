package nl.achterwacht.meeting;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.achterwacht.base.Tx;
import nl.achterwacht.meeting.Meeting.Became;
import nl.achterwacht.meeting.Meeting.Decision;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.Person;
import nl.achterwacht.task.Task;
import nl.achterwacht.task.TaskKeeper;
import nl.achterwacht.task.TaskState;
import org.jspecify.annotations.Nullable;

/** What the team decided the last time, and how far it is. */
final class PreviousDecisions {
  private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");

  private final MeetingStore store;
  private final TaskKeeper tasks;
  private final PeopleRegister people;

  PreviousDecisions(MeetingStore store, TaskKeeper tasks, PeopleRegister people) {
    this.store = store;
    this.tasks = tasks;
    this.people = people;
  }

  /** Code {@code agreement}, or how the task stands: open, done or dropped. */
  List<AgendaLine> lines(Tx tx, Meeting meeting) {
    List<Decision> decisions =
        store
            .previous(tx, meeting.organisation(), meeting.team(), meeting.startsAt())
            .map(last -> store.decisions(tx, last))
            .orElse(List.of());
    // A task of a decision is about that decision.
    List<UUID> ids = decisions.stream().map(one -> one.id().value()).toList();
    Map<UUID, Task> about =
        tasks.about(tx, meeting.organisation(), ids).stream()
            .collect(Collectors.toMap(Task::subject, task -> task, (one, _) -> one));
    var names = people.byId(tx, meeting.organisation(), null);
    return decisions.stream()
        .map(one -> {
          Person owner = names.get(one.owner());
          return new AgendaLine(
              one.became() == Became.AGREEMENT ? "agreement" : state(about.get(one.id().value())),
              one.words(),
              owner == null ? null : owner.name(),
              one.dueOn().atTime(LocalTime.of(17, 0)).atZone(HERE).toInstant().toString(),
              null,
              one.subject());
        })
        .toList();
  }

  private static String state(@Nullable Task task) {
    return task != null && task.state() instanceof TaskState.Ended ended
        ? ended.how().name().toLowerCase(Locale.ROOT)
        : "open";
  }
}

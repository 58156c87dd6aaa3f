package nl.achterwacht.app;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import nl.achterwacht.base.PersonRef;
import nl.achterwacht.base.Tx;
import nl.achterwacht.notify.NoticeKeeper;
import nl.achterwacht.notify.NoticeKind;
import nl.achterwacht.notify.Subject;
import nl.achterwacht.notify.Telling;
import nl.achterwacht.people.RosterReader;
import nl.achterwacht.signal.SignalId;
import nl.achterwacht.signal.SignalReporters;
import nl.achterwacht.task.Task;
import nl.achterwacht.task.TaskKind;
import nl.achterwacht.task.TaskListener;

/**
 * Whoever reported a signal hears that it was answered, also when it was reported without a name.
 */
final class SignalAnswers implements TaskListener {
  private final NoticeKeeper notices;
  private final RosterReader rosters;
  private final InstantSource clock;
  private final SignalReporters reporters = new SignalReporters();

  SignalAnswers(NoticeKeeper notices, RosterReader rosters, InstantSource clock) {
    this.notices = notices;
    this.rosters = rosters;
    this.clock = clock;
  }

  @Override
  public void ended(Tx tx, Task task) {
    if (task.kind() != TaskKind.SIGNAL) {
      return;
    }
    Instant now = clock.instant();
    var signal = new SignalId(task.subject());
    List<PersonRef> reporter =
        reporters.of(tx, task.organisation(), signal).stream()
            .map(person -> new PersonRef(task.organisation(), person))
            .toList();
    Map<String, String> params = Map.of("signalId", signal.toString());
    notices.tell(
        tx,
        rosters.reachable(tx, reporter).values().stream()
            .map(one ->
                new Telling(
                    one, NoticeKind.SIGNAL_ANSWERED, params, new Subject(null, -1, 0, null)))
            .toList(),
        now);
  }
}

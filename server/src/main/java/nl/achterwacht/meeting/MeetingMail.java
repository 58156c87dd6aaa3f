package nl.achterwacht.meeting;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.achterwacht.base.PersonRef;
import nl.achterwacht.base.Tx;
import nl.achterwacht.notify.NoticeKeeper;
import nl.achterwacht.notify.NoticeKind;
import nl.achterwacht.notify.OwnApp;
import nl.achterwacht.notify.Subject;
import nl.achterwacht.notify.Telling;
import nl.achterwacht.people.Person;
import nl.achterwacht.people.Reachable;
import nl.achterwacht.people.RosterReader;

/**
 * Tells a team that there is something to read. The mail holds a link and nothing of the meeting:
 * what is written there is read after signing in.
 */
public final class MeetingMail {
  private final NoticeKeeper notices;
  private final RosterReader rosters;
  private final InstantSource clock;

  public MeetingMail(NoticeKeeper notices, RosterReader rosters, InstantSource clock) {
    this.notices = notices;
    this.rosters = rosters;
    this.clock = clock;
  }

  /** Tells {@code members}; returns those who cannot be reached. */
  public List<Person> tell(Tx tx, Meeting meeting, List<Person> members, NoticeKind kind) {
    Map<PersonRef, Reachable> reachable =
        rosters.reachable(
            tx,
            members.stream().map(one -> new PersonRef(meeting.organisation(), one.id())).toList());
    List<Telling> tellings = new ArrayList<>();
    List<Person> unreached = new ArrayList<>();
    for (Person member : members) {
      Reachable one = reachable.get(new PersonRef(meeting.organisation(), member.id()));
      if (one == null) {
        unreached.add(member);
      } else {
        Map<String, String> params = new HashMap<>(OwnApp.params(member.roles()));
        params.put("meetingId", meeting.id().toString());
        tellings.add(new Telling(one, kind, params, new Subject(null, -1, 0, null)));
      }
    }
    notices.tell(tx, tellings, clock.instant());
    return unreached;
  }
}

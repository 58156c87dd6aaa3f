package nl.achterwacht.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.PersonRef;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.notify.NoticeKeeper;
import nl.achterwacht.notify.NoticeKind;
import nl.achterwacht.notify.Subject;
import nl.achterwacht.notify.Telling;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.Person;
import nl.achterwacht.people.Reachable;
import nl.achterwacht.people.RosterReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whom a task climbs to, and what they are told: which kind it is and whose, never about whom or
 * where.
 */
public final class TaskTelling {
  private static final Logger LOG = LoggerFactory.getLogger(TaskTelling.class);
  private static final Subject NOTHING_ELSE = new Subject(null, -1, 0, null);

  private final NoticeKeeper notices;
  private final RosterReader rosters;
  private final PeopleRegister people;

  public TaskTelling(NoticeKeeper notices, RosterReader rosters, PeopleRegister people) {
    this.notices = notices;
    this.rosters = rosters;
    this.people = people;
  }

  /**
   * Who answers for a team when nobody was named: its supervisor, or else another of the
   * organisation, a safety officer, an administrator.
   */
  PersonId answersFor(Tx tx, OrganisationId organisation, TeamId team) {
    List<Person> all = people.people(tx, organisation);
    for (List<Person> some :
        List.of(
            having("supervisor", ofTeam(team, all)),
            having("supervisor", all),
            having("safety-officer", all),
            having("administrator", all),
            all)) {
      if (!some.isEmpty()) {
        return some.getFirst().id();
      }
    }
    throw new IllegalStateException("an organisation without people");
  }

  /** Whoever is of the team it leaves stays behind, unless they answer for all teams. */
  PersonId ownerIn(Tx tx, OrganisationId organisation, PersonId owner, TeamId from, TeamId to) {
    Person known = people.person(tx, organisation, owner);
    boolean staysBehind =
        known == null || (known.team().equals(from) && !known.roles().contains("safety-officer"));
    return staysBehind ? answersFor(tx, organisation, to) : owner;
  }

  void tell(Tx tx, Task task, TaskEffect effect, Instant now) {
    switch (effect) {
      case TaskEffect.Remind(PersonId owner) ->
          send(tx, task, NoticeKind.TASK_DUE, Set.of(owner), owner, now);
      case TaskEffect.TellOwner(PersonId owner) ->
          send(tx, task, NoticeKind.TASK_GIVEN, Set.of(owner), owner, now);
      case TaskEffect.TellPostponed(PersonId owner) ->
          send(tx, task, NoticeKind.TASK_POSTPONED, above(tx, task, owner, 1), owner, now);
      case TaskEffect.Climb(PersonId owner, int rung) -> {
        send(tx, task, NoticeKind.TASK_DUE, Set.of(owner), owner, now);
        send(tx, task, NoticeKind.TASK_OVERDUE, above(tx, task, owner, rung), owner, now);
      }
      case TaskEffect.Refuse _ -> throw new IllegalStateException("nobody hears of a refusal");
    }
  }

  /**
   * Everybody up to {@code rung} who is not the owner. A rung with nobody on it is skipped, so that
   * a task of the only supervisor goes to the safety officer at once.
   */
  private Set<PersonId> above(Tx tx, Task task, PersonId owner, int rung) {
    List<Person> all = people.people(tx, task.organisation());
    List<List<Person>> rungs =
        List.of(
            having("supervisor", ofTeam(task.team(), all)),
            having("safety-officer", all),
            having("administrator", all),
            having("supervisor", all));
    Set<PersonId> told = new LinkedHashSet<>();
    int climbed = 0;
    for (List<Person> some : rungs) {
      List<PersonId> others =
          some.stream().map(Person::id).filter(one -> !one.equals(owner)).toList();
      if (!others.isEmpty() && climbed < rung) {
        climbed++;
        told.addAll(others);
      }
    }
    return told;
  }

  private void send(
      Tx tx, Task task, NoticeKind kind, Set<PersonId> to, PersonId owner, Instant now) {
    List<PersonRef> refs = to.stream().map(one -> new PersonRef(task.organisation(), one)).toList();
    Map<PersonRef, Reachable> reachable = rosters.reachable(tx, refs);
    Map<String, String> params = params(tx, task, owner);
    List<Telling> tellings = new ArrayList<>();
    reachable.values().forEach(one -> tellings.add(new Telling(one, kind, params, NOTHING_ELSE)));
    if (tellings.isEmpty() && kind == NoticeKind.TASK_OVERDUE) {
      LOG.error("task {} is overdue and nobody can be told; it waits on the page", task.id());
    }
    notices.tell(tx, tellings, now);
  }

  private Map<String, String> params(Tx tx, Task task, PersonId owner) {
    Map<String, String> params = new HashMap<>();
    params.put("taskId", task.id().toString());
    params.put("taskKind", task.kind().text());
    Person known = people.person(tx, task.organisation(), owner);
    if (known != null) {
      params.put("by", known.name());
    }
    if (task.state() instanceof TaskState.Open open) {
      params.put("dueAt", open.dueAt().toString());
    }
    return params;
  }

  private static List<Person> having(String role, List<Person> people) {
    return people.stream().filter(one -> one.roles().contains(role)).toList();
  }

  private static List<Person> ofTeam(TeamId team, List<Person> people) {
    return people.stream().filter(one -> one.team().equals(team)).toList();
  }
}

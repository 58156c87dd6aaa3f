package nl.achterwacht.http.api;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.ProblemKind;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.incident.Incident;
import nl.achterwacht.incident.IncidentId;
import nl.achterwacht.incident.Involved;
import nl.achterwacht.people.PeopleRegister;

/**
 * Who may see an incident: whoever it happened to or reported it, as far as it is theirs; the
 * supervisor of the team and the safety officer wholly. An administrator does not.
 */
final class IncidentSight {
  private static final Set<String> SAFETY_OFFICER = Set.of("safety-officer");
  private static final Set<String> SUPERVISOR = Set.of("supervisor");

  private final IncidentDoors doors;

  IncidentSight(IncidentDoors doors) {
    this.doors = doors;
  }

  /**
   * An incident as the caller may see it.
   *
   * @param manages sees all of it and acts on it
   */
  record Seen(Incident incident, List<Involved> involved, boolean manages) {
    boolean isInvolved(PersonId person) {
      return involved.stream().anyMatch(one -> one.person().equals(person));
    }
  }

  /** The incident in the path, when the caller may see it. */
  Seen seen(Tx tx, Received in) {
    Caller caller = in.caller();
    Incident incident =
        doors
            .incidents()
            .find(tx, caller.organisation(), new IncidentId(in.id("incidentId")))
            .orElseThrow(() -> Refusal.notFound("incident"));
    return seen(tx, caller, incident);
  }

  Seen seen(Tx tx, Caller caller, Incident incident) {
    var involved = doors.aftercare().involved(tx, caller.organisation(), incident.id());
    var seen = new Seen(incident, involved, manages(tx, caller, incident));
    boolean own = incident.madeBy().equals(caller.person()) || seen.isInvolved(caller.person());
    if (!own && !seen.manages()) {
      throw Refusal.notFound("incident");
    }
    return seen;
  }

  /** The incident in the path, for who sees to it. */
  Seen managed(Tx tx, Received in) {
    Seen seen = seen(tx, in);
    if (!seen.manages()) {
      throw Refusal.of(
          ProblemKind.NOT_ALLOWED, "The supervisor of the team or the safety officer does this.");
    }
    return seen;
  }

  private boolean manages(Tx tx, Caller caller, Incident incident) {
    return managedTeams(tx, doors.people(), caller).test(incident.team());
  }

  /** The teams whose incidents the caller sees wholly. */
  static Predicate<TeamId> managedTeams(Tx tx, PeopleRegister people, Caller caller) {
    if (caller.isOneOf(SAFETY_OFFICER)) {
      return team -> true;
    }
    return caller.isOneOf(SUPERVISOR) ? Scope.team(tx, people, caller)::equals : team -> false;
  }
}

package nl.achterwacht.people;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.PersonRef;
import nl.achterwacht.base.TeamRef;

/**
 * Who can be called for some teams at one moment, read in one go for a whole batch of alarms.
 *
 * @param onDuty per team, whoever is on duty
 * @param lastResort per organisation, its supervisors and administrators
 * @param reachable everybody who can be reached by at least one verified contact
 */
public record Roster(
    Map<TeamRef, Set<PersonId>> onDuty,
    Map<OrganisationId, Set<PersonId>> lastResort,
    Map<PersonRef, Reachable> reachable) {

  /** Everybody of {@code step} who can be reached now; empty when nobody can. */
  public List<Reachable> peopleOf(TeamRef team, Ladder.Step step) {
    Set<PersonId> people = new LinkedHashSet<>();
    if (step.onDuty()) {
      people.addAll(onDuty.getOrDefault(team, Set.of()));
    }
    step.personIds().forEach(id -> people.add(new PersonId(id)));
    return found(team.organisation(), people);
  }

  /** Whoever is on duty for {@code team} and can be reached; else the last resort. */
  public List<Reachable> standbysOf(TeamRef team) {
    List<Reachable> standbys = found(team.organisation(), onDuty.getOrDefault(team, Set.of()));
    return standbys.isEmpty() ? lastResortOf(team.organisation()) : standbys;
  }

  /** Supervisors and administrators of {@code organisation} who can be reached. */
  public List<Reachable> lastResortOf(OrganisationId organisation) {
    return found(organisation, lastResort.getOrDefault(organisation, Set.of()));
  }

  private List<Reachable> found(OrganisationId organisation, Set<PersonId> people) {
    List<Reachable> found = new ArrayList<>();
    for (PersonId person : people) {
      Reachable one = reachable.get(new PersonRef(organisation, person));
      if (one != null) {
        found.add(one);
      }
    }
    return found;
  }
}

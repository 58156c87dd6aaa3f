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
import org.jspecify.annotations.Nullable;

/**
 * Who can be called for some teams at one moment, read in one go for a whole batch of alarms.
 *
 * @param onDuty per team, whoever is on duty
 * @param reachable everybody who can be reached by at least one verified contact
 */
public record Roster(Map<TeamRef, Set<PersonId>> onDuty, Map<PersonRef, Reachable> reachable) {
  /** Nobody: for when nobody has to be called. */
  public static final Roster NOBODY = new Roster(Map.of(), Map.of());

  /**
   * Everybody of {@code step} who can be reached now; empty when nobody can.
   *
   * @param about whose alarm it is: never called about it, as the phone may be in wrong hands
   */
  public List<Reachable> peopleOf(TeamRef team, Ladder.Step step, @Nullable PersonId about) {
    Set<PersonId> people = new LinkedHashSet<>();
    if (step.onDuty()) {
      people.addAll(onDuty.getOrDefault(team, Set.of()));
    }
    step.personIds().forEach(id -> people.add(new PersonId(id)));
    return found(team.organisation(), people, about);
  }

  /** Whoever is on duty for {@code team} and can be reached. Not {@code about}. */
  public List<Reachable> standbysOf(TeamRef team, @Nullable PersonId about) {
    return found(team.organisation(), onDuty.getOrDefault(team, Set.of()), about);
  }

  private List<Reachable> found(
      OrganisationId organisation, Set<PersonId> people, @Nullable PersonId about) {
    List<Reachable> found = new ArrayList<>();
    for (PersonId person : people) {
      Reachable one = reachable.get(new PersonRef(organisation, person));
      if (one != null && !person.equals(about)) {
        found.add(one);
      }
    }
    return found;
  }
}

package nl.achterwacht.incident;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.Person;
import org.jspecify.annotations.Nullable;

/** Who sees to an incident: nobody has to look after themselves. */
final class Caretakers {
  private final PeopleRegister people;

  Caretakers(PeopleRegister people) {
    this.people = people;
  }

  /**
   * The supervisor of the team, unless that is somebody it happened to; then a safety officer or
   * another supervisor. Null when there is nobody else: the task finds its own owner then.
   */
  @Nullable PersonId of(Tx tx, OrganisationId organisation, TeamId team, Set<PersonId> victims) {
    List<Person> others =
        people.people(tx, organisation).stream()
            .filter(one -> !victims.contains(one.id()))
            .toList();
    return first(others, "supervisor", team)
        .or(() -> first(others, "safety-officer", null))
        .or(() -> first(others, "supervisor", null))
        .orElse(null);
  }

  private static Optional<PersonId> first(List<Person> people, String role, @Nullable TeamId team) {
    return people.stream()
        .filter(one -> one.roles().contains(role))
        .filter(one -> team == null || one.team().equals(team))
        .map(Person::id)
        .findFirst();
  }
}

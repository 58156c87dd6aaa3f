package nl.achterwacht.http.api;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.Person;
import nl.achterwacht.people.VehicleRegister;
import org.jspecify.annotations.Nullable;

/** The names of everybody and everything of one organisation, read once for one answer. */
final class Names {
  private final Map<PersonId, Person> people = new HashMap<>();
  private final Map<TeamId, String> teams = new HashMap<>();
  private final Map<UUID, String> vehicles = new HashMap<>();

  private Names() {}

  static Names of(Tx tx, PeopleRegister register, OrganisationId organisation) {
    var names = new Names();
    register.people(tx, organisation).forEach(p -> names.people.put(p.id(), p));
    register.teams(tx, organisation).forEach(t -> names.teams.put(t.id(), t.name()));
    new VehicleRegister()
        .ever(tx, organisation)
        .forEach(vehicle -> names.vehicles.put(vehicle.id(), vehicle.inWords()));
    return names;
  }

  Optional<Person> person(@Nullable PersonId id) {
    return id == null ? Optional.empty() : Optional.ofNullable(people.get(id));
  }

  /** The name; empty when unknown or gone. */
  String nameOf(@Nullable PersonId id) {
    return person(id).map(Person::name).orElse("");
  }

  String teamName(TeamId id) {
    return teams.getOrDefault(id, "");
  }

  @Nullable String vehicle(@Nullable UUID id) {
    return id == null ? null : vehicles.get(id);
  }
}

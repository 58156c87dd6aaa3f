package nl.achterwacht.http.api;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import nl.achterwacht.account.CodeRegister;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.PersonRef;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.api.MeJson.Contactable;
import nl.achterwacht.http.api.MeJson.EmergencyNumber;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.people.ContactRegister;
import nl.achterwacht.people.Organisation;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.Person;
import nl.achterwacht.people.TeamNumbers;
import nl.achterwacht.people.VehicleRegister;
import org.jspecify.annotations.Nullable;

/** Puts together what somebody may know of themselves and their team. */
public final class MeView {
  private final PeopleRegister people;
  private final CodeRegister codes;
  private final ContactRegister contacts = new ContactRegister();
  private final VehicleRegister vehicles = new VehicleRegister();
  private final InstantSource clock;

  public MeView(PeopleRegister people, CodeRegister codes, InstantSource clock) {
    this.people = people;
    this.codes = codes;
    this.clock = clock;
  }

  MeJson of(Tx tx, OrganisationId organisationId, PersonId personId) {
    Person person = person(tx, organisationId, personId);
    Organisation organisation = organisation(tx, organisationId);
    return new MeJson(
        person.id().value(),
        person.name(),
        organisation.id().value(),
        organisation.name(),
        organisation.exampleTown(),
        person.team().value(),
        teamName(tx, person),
        person.roles(),
        person.language(),
        codes.areChosen(tx, organisationId, personId),
        standbys(tx, organisationId, person.team()),
        emergencyNumbers(organisation, person.language()),
        NumbersJson.of(numbers(tx, person)),
        vehicles.of(tx, new PersonRef(organisationId, personId)).stream()
            .map(VehicleJson::of)
            .toList(),
        contactsToVerify(tx, person));
  }

  /** The contacts that this person is asked to prove, for the first time or again. */
  private int contactsToVerify(Tx tx, Person person) {
    var me = new PersonRef(person.organisation(), person.id());
    Instant now = clock.instant();
    return (int) contacts.of(tx, me).stream().filter(c -> c.mustBeProven(now)).count();
  }

  List<Contactable> standbys(Tx tx, OrganisationId organisation, TeamId team) {
    return people.onDuty(tx, organisation, team, clock.instant()).stream()
        .map(Contactable::of)
        .toList();
  }

  private Person person(Tx tx, OrganisationId organisation, PersonId id) {
    @Nullable Person person = people.person(tx, organisation, id);
    if (person == null) {
      throw Refusal.notFound("person");
    }
    return person;
  }

  private Organisation organisation(Tx tx, OrganisationId id) {
    @Nullable Organisation organisation = people.organisation(tx, id);
    if (organisation == null) {
      throw new IllegalStateException("no organisation " + id);
    }
    return organisation;
  }

  private String teamName(Tx tx, Person person) {
    return people.teams(tx, person.organisation()).stream()
        .filter(team -> team.id().equals(person.team()))
        .map(PeopleRegister.Team::name)
        .findFirst()
        .orElse("");
  }

  private TeamNumbers numbers(Tx tx, Person person) {
    @Nullable TeamNumbers numbers = people.numbers(tx, person.organisation(), person.team());
    if (numbers == null) {
      throw new IllegalStateException("no team " + person.team());
    }
    return numbers;
  }

  /** 112 first, always. */
  private static List<EmergencyNumber> emergencyNumbers(
      Organisation organisation, String language) {
    Words words = Words.in(language);
    var numbers = new ArrayList<EmergencyNumber>();
    numbers.add(new EmergencyNumber(words.say("number.emergency"), "112"));
    if (organisation.callInstead() != null) {
      numbers.add(new EmergencyNumber(words.say("number.standby"), organisation.callInstead()));
    }
    numbers.add(new EmergencyNumber(words.say("number.police"), "0900-8844"));
    return numbers;
  }
}

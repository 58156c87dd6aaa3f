package nl.achterwacht.http;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.account.AccountRegister;
import nl.achterwacht.account.CodeRegister;
import nl.achterwacht.account.CodeRegister.ChosenCodes;
import nl.achterwacht.account.FirstPassword;
import nl.achterwacht.account.NewAccount;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.Ids;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.people.Ladder;
import nl.achterwacht.people.Organisation;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.Person;
import nl.achterwacht.people.Vehicle;
import nl.achterwacht.people.VehicleRegister;

/**
 * A small organisation: Anna works, Bram is standby, Carla supervises, beheer administers. User
 * names end on the town's name, so that two towns fit in one installation.
 */
record TestTown(
    String name,
    OrganisationId id,
    TeamId team,
    Person anna,
    Person bram,
    Person carla,
    UUID bike) {
  static final String PASSWORD = "een-goed-wachtwoord";
  static final String SAFE_CODE = "2580";
  static final String DURESS_CODE = "1470";

  static TestTown make(Database database, String name, Instant now) {
    var people = new PeopleRegister();
    var accounts = AccountRegister.ofPublicPasswords(database);
    var codes = CodeRegister.ofPublicCodes(() -> now);
    return database.inTransaction(tx -> {
      var organisation = new Organisation(OrganisationId.next(), name, "+31101234567", false);
      people.addOrganisation(tx, organisation);
      TeamId team = TeamId.next();
      people.addTeam(tx, organisation.id(), new PeopleRegister.Team(team, "Wijkteam"));
      var maker = new Maker(tx, people, accounts, organisation.id(), team, name);
      Person anna = maker.person("anna", List.of("worker"));
      Person bram = maker.person("bram", List.of("standby"));
      Person carla = maker.person("carla", List.of("supervisor", "worker"));
      maker.person("beheer", List.of("administrator"));
      UUID bike = Ids.next();
      new VehicleRegister()
          .add(
              tx,
              organisation.id(),
              new Vehicle(bike, anna.id(), "bicycle", null, null, null, "Blauwe fiets"));
      people.addDuty(
          tx, organisation.id(), team, bram.id(), now.minusSeconds(3600), now.plusSeconds(86_400));
      for (String kind : List.of("missed-sign", "panic", "duress", "departure", "drill")) {
        people.setLadder(
            tx,
            organisation.id(),
            team,
            kind,
            new Ladder(List.of(new Ladder.Step(true, List.of(carla.id().value()), 120))));
      }
      codes.choose(tx, organisation.id(), anna.id(), new ChosenCodes(SAFE_CODE, DURESS_CODE));
      return new TestTown(name, organisation.id(), team, anna, bram, carla, bike);
    });
  }

  String user(String who) {
    return who + "@" + name.toLowerCase(java.util.Locale.ROOT) + ".example";
  }

  private record Maker(
      Tx tx,
      PeopleRegister people,
      AccountRegister accounts,
      OrganisationId organisation,
      TeamId team,
      String town) {
    Person person(String who, List<String> roles) {
      var person =
          new Person(organisation, PersonId.next(), team, who, "+31612345678", "nl", roles, "tulp");
      people.addPerson(tx, person);
      people.addContact(
          tx,
          organisation,
          person.id(),
          "email",
          who + "@" + town + ".example",
          who,
          Instant.parse("2026-01-01T00:00:00Z"));
      String user = who + "@" + town.toLowerCase(java.util.Locale.ROOT) + ".example";
      FirstPassword password = accounts.firstPassword(user, PASSWORD).orElseThrow();
      accounts.create(tx, new NewAccount(organisation, person.id(), user, password));
      return person;
    }
  }
}

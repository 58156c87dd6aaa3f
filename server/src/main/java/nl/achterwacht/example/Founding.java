package nl.achterwacht.example;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.achterwacht.account.AccountRegister;
import nl.achterwacht.account.CodeRegister;
import nl.achterwacht.account.FirstPassword;
import nl.achterwacht.account.NewAccount;
import nl.achterwacht.base.Ids;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.people.Ladder;
import nl.achterwacht.people.Organisation;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.Person;
import nl.achterwacht.people.TeamNumbers;
import nl.achterwacht.people.Vehicle;
import nl.achterwacht.people.VehicleRegister;

/** Writes the town into an empty database, in one transaction. */
final class Founding {
  // No subscriber's number begins with a 0, so whoever dials one of these reaches nobody.
  private static final String CALL_INSTEAD = "+31380000112";

  private static final List<String> ALARM_KINDS =
      List.of("missed-sign", "panic", "duress", "departure", "device", "unverified", "drill");

  /** Shorter than those of a real team, so that a visitor sees something happen. */
  private static final TeamNumbers NUMBERS =
      new TeamNumbers(
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
          Duration.ofMinutes(5),
          Duration.ofMinutes(2),
          Duration.ofMinutes(3),
          Duration.ofSeconds(60),
          Duration.ofMinutes(5));

  private final Tx tx;
  private final PeopleRegister people;
  private final AccountRegister accounts;
  private final CodeRegister codes;
  private final OrganisationId town = new OrganisationId(Ids.next());
  private final Map<String, PersonId> idsByUserName = new HashMap<>();
  private int numbersGiven = 100;

  Founding(Tx tx, PeopleRegister people, AccountRegister accounts, CodeRegister codes) {
    this.tx = tx;
    this.people = people;
    this.accounts = accounts;
    this.codes = codes;
  }

  OrganisationId found(Instant now) {
    people.addOrganisation(tx, new Organisation(town, ExampleTown.NAME, CALL_INSTEAD, true));
    for (Cast.Member member : Cast.everybody()) {
      idsByUserName.put(member.userName(), new PersonId(Ids.next()));
    }
    for (String name : Cast.TEAMS) {
      var team = new PeopleRegister.Team(new TeamId(Ids.next()), name);
      people.addTeam(tx, town, team);
      people.setNumbers(tx, town, team.id(), NUMBERS);
      Cast.everybody().stream()
          .filter(member -> member.team().equals(name))
          .forEach(member -> settle(member, team.id(), now));
      setLadders(team);
    }
    return town;
  }

  private void settle(Cast.Member member, TeamId team, Instant now) {
    PersonId id = idOf(member);
    people.addPerson(
        tx,
        new Person(
            town,
            id,
            team,
            member.name(),
            "+31600000%03d".formatted(++numbersGiven),
            "nl",
            List.of(member.role()),
            member.isWorker() ? "paraplu" : null));
    FirstPassword password =
        accounts.firstPassword(member.userName(), ExampleTown.PASSWORD).orElseThrow();
    if (!accounts.create(tx, new NewAccount(town, id, member.userName(), password))) {
      throw new IllegalStateException("no account for " + member.userName());
    }
    if (member.isWorker()) {
      chooseCodes(id);
    }
    String mail = member.userName() + "@voorbeeldstad.example";
    people.addContact(tx, town, id, "email", mail, mail, now);
    Cast.Ride ride = member.ride();
    if (ride != null) {
      new VehicleRegister()
          .add(
              tx,
              town,
              new Vehicle(
                  Ids.next(), id, ride.kind(), ride.plate(), null, null, ride.description()));
    }
  }

  private void chooseCodes(PersonId id) {
    var chosen = new CodeRegister.ChosenCodes(ExampleTown.SAFE_CODE, ExampleTown.DURESS_CODE);
    if (codes.choose(tx, town, id, chosen) != CodeRegister.Chosen.DONE) {
      throw new IllegalStateException("no codes for " + id);
    }
  }

  /** First whoever is on duty, then the team's own supervisor too, at last all supervisors. */
  private void setLadders(PeopleRegister.Team team) {
    List<UUID> all = Cast.supervisors().stream().map(m -> idOf(m).value()).toList();
    List<UUID> own =
        Cast.supervisors().stream()
            .filter(m -> m.team().equals(team.name()))
            .map(m -> idOf(m).value())
            .toList();
    var ladder =
        new Ladder(
            List.of(
                new Ladder.Step(true, List.of(), 60),
                new Ladder.Step(true, own, 60),
                new Ladder.Step(true, all, 120)));
    ALARM_KINDS.forEach(kind -> people.setLadder(tx, town, team.id(), kind, ladder));
  }

  private PersonId idOf(Cast.Member member) {
    PersonId id = idsByUserName.get(member.userName());
    if (id == null) {
      throw new IllegalStateException("not of this town: " + member.userName());
    }
    return id;
  }
}

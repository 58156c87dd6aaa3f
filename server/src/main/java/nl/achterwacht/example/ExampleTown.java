package nl.achterwacht.example;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.achterwacht.account.AccountRegister;
import nl.achterwacht.account.CodeRegister;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.people.Organisation;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.Person;

/**
 * Sets up the example town: an organisation with teams, people, ladders, vehicles and a roster on
 * which somebody is always on duty. What happens there afterwards is {@link TownPlay}'s.
 */
public final class ExampleTown {
  /** The organisation's name. */
  public static final String NAME = "Gemeente Voorbeeldstad";

  /** The password of every account; everybody knows it, so the town is never for real use. */
  public static final String PASSWORD = "achterwacht-voorbeeld";

  /** The safe code of every worker of the town. */
  public static final String SAFE_CODE = "2580";

  /** The duress code of every worker of the town. */
  public static final String DURESS_CODE = "1470";

  private static final Duration DUTY = Duration.ofDays(400);
  private static final Duration DUTY_LEFT = Duration.ofDays(200);

  // Two servers that start at once on one database would both find it empty.
  private static final String ONE_AT_A_TIME =
      """
      select pg_advisory_xact_lock(hashtextextended('achterwacht example town', 0))
      """;

  private final Database database;
  private final InstantSource clock;
  private final PeopleRegister people;
  private final AccountRegister accounts;
  private final CodeRegister codes;

  public ExampleTown(Database database, InstantSource clock, PeopleRegister people) {
    this.database = database;
    this.clock = clock;
    this.people = people;
    this.accounts = AccountRegister.ofPublicPasswords(database);
    this.codes = CodeRegister.ofPublicCodes(clock);
  }

  /**
   * Makes the town if it is not there yet; if it is, only its roster is renewed.
   *
   * @throws RealDataPresent when the database holds an organisation of somebody else
   */
  public void setUp() {
    Instant now = clock.instant();
    database.inTransactionDo(tx -> {
      tx.sql(ONE_AT_A_TIME).query(row -> {});
      List<Organisation> present = people.organisations(tx);
      List<Organisation> real = present.stream().filter(o -> !o.exampleTown()).toList();
      if (!real.isEmpty()) {
        throw new RealDataPresent(real);
      }
      OrganisationId town =
          present.isEmpty()
              ? new Founding(tx, people, accounts, codes).found(now)
              : present.getFirst().id();
      renewRoster(tx, town, now);
    });
  }

  /** Bram first, for he is the one a visitor can be; Mark, who is played, comes after him. */
  private void renewRoster(Tx tx, OrganisationId town, Instant now) {
    Map<String, PersonId> byName =
        people.people(tx, town).stream()
            .collect(Collectors.toMap(Person::name, Person::id, (one, _) -> one));
    for (PeopleRegister.Team team : people.teams(tx, town)) {
      List<PersonId> covered =
          people.onDuty(tx, town, team.id(), now.plus(DUTY_LEFT)).stream().map(Person::id).toList();
      var from = now.minusSeconds(120);
      for (Cast.Member standby : List.of(Cast.BRAM, Cast.MARK)) {
        PersonId person = byName.get(standby.name());
        if (person != null && !covered.contains(person)) {
          people.addDuty(tx, town, team.id(), person, from, now.plus(DUTY));
        }
        from = from.plusSeconds(60);
      }
    }
  }
}

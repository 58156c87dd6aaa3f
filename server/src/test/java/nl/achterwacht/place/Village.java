package nl.achterwacht.place;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.people.Organisation;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.Person;
import nl.achterwacht.postgres.TestDatabase;

/** An organisation with three people in a real database, and a clock that is moved by hand. */
public final class Village implements AutoCloseable, InstantSource {
  public static final Instant START = Instant.parse("2026-11-23T13:00:00Z");

  private final TestDatabase test = TestDatabase.create();
  private final OrganisationId id = OrganisationId.next();
  private final PersonId anna = PersonId.next();
  private final PersonId carla = PersonId.next();
  private final PersonId dirk = PersonId.next();
  private Instant now = START;

  public Village() {
    var people = new PeopleRegister();
    test.database()
        .inTransactionDo(tx -> {
          people.addOrganisation(tx, new Organisation(id, "Dorp", null, false));
          TeamId team = TeamId.next();
          people.addTeam(tx, id, new PeopleRegister.Team(team, "Wijkteam"));
          for (PersonId person : List.of(anna, carla, dirk)) {
            people.addPerson(
                tx,
                new Person(id, person, team, "Iemand", null, "nl", List.of("supervisor"), null));
          }
        });
  }

  public OrganisationId id() {
    return id;
  }

  public PersonId anna() {
    return anna;
  }

  public PersonId carla() {
    return carla;
  }

  public PersonId dirk() {
    return dirk;
  }

  public Database database() {
    return test.database();
  }

  /** Runs as the people of this organisation do. */
  public <T> T does(Function<Tx, T> work) {
    return database().inTransaction(id, work);
  }

  public Place place(String address) {
    return does(tx -> new PlaceRegister().findOrMake(tx, id, Address.ofText(address)));
  }

  public void passes(Duration time) {
    now = now.plus(time);
  }

  public void passMonths(int months) {
    now = now.atOffset(ZoneOffset.UTC).plusMonths(months).toInstant();
  }

  /** What stands in the journal under {@code kind}: who did it. */
  public List<String> journal(String kind) {
    return does(tx ->
        tx.sql("select coalesce(actor_id::text, '-') from journal.entry where kind = :kind")
            .param("kind", kind)
            .query(String.class)
            .list());
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public void close() {
    test.close();
  }
}

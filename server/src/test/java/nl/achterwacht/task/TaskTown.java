package nl.achterwacht.task;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.Fence;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.notify.NoticeKeeper;
import nl.achterwacht.people.Organisation;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.Person;
import nl.achterwacht.people.RosterReader;
import nl.achterwacht.postgres.TestDatabase;

/** A real database with a worker, a supervisor, a safety officer and an administrator. */
public final class TaskTown implements AutoCloseable, InstantSource {
  public static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

  private final TestDatabase test = TestDatabase.create();
  private final OrganisationId id = OrganisationId.next();
  private final TeamId team = TeamId.next();
  private final PersonId anna = PersonId.next();
  private final PersonId carla = PersonId.next();
  private final PersonId dirk = PersonId.next();
  private final PersonId beheer = PersonId.next();
  private final List<Task> ended = new ArrayList<>();
  private final List<TaskListener> listeners = new ArrayList<>();
  private final TaskKeeper tasks;
  private Instant now = START;

  public TaskTown() {
    var people = new PeopleRegister();
    database()
        .inTransactionDo(tx -> {
          people.addOrganisation(tx, new Organisation(id, "Dorp", null, false));
          people.addTeam(tx, id, new PeopleRegister.Team(team, "Wijkteam"));
          add(tx, people, anna, "Anna", "worker");
          add(tx, people, carla, "Carla", "supervisor");
          add(tx, people, dirk, "Dirk", "safety-officer");
          add(tx, people, beheer, "Bea", "administrator");
        });
    var notices = new NoticeKeeper(database(), this, (a, b, c, d, e) -> {}, Fence.NONE);
    tasks =
        new TaskKeeper(
            this,
            new Journal(),
            new TaskTelling(notices, new RosterReader(), people),
            (tx, task) -> {
              ended.add(task);
              listeners.forEach(listener -> listener.ended(tx, task));
            });
  }

  private void add(Tx tx, PeopleRegister people, PersonId person, String name, String role) {
    people.addPerson(tx, new Person(id, person, team, name, null, "nl", List.of(role), null));
    people.addContact(tx, id, person, "email", name + "@dorp.example", name, START);
  }

  public OrganisationId id() {
    return id;
  }

  public TeamId team() {
    return team;
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

  public TaskKeeper tasks() {
    return tasks;
  }

  /** Has {@code listener} hear of what is ended from now on. */
  public void listen(TaskListener listener) {
    listeners.add(listener);
  }

  /** What the listener heard was ended. */
  public List<Task> ended() {
    return ended;
  }

  public Database database() {
    return test.database();
  }

  /** Runs as the people of this organisation do. */
  public <T> T does(Function<Tx, T> work) {
    return database().inTransaction(id, work);
  }

  public void passes(Duration time) {
    now = now.plus(time);
  }

  /** Who was told what and on which day, counted from 0; and who hears it first comes first. */
  public List<String> told() {
    return does(tx ->
        tx.sql(
                """
                select p.name || ' ' || n.kind || ' day '
                         || floor(extract(epoch from n.made_at - :start) / 86400)
                  from notify.notice n
                  join people.person p
                    on p.organisation_id = n.organisation_id and p.id = n.person_id
                 order by n.made_at, n.kind, p.name
                """)
            .param("start", nl.achterwacht.base.Sql.utc(START))
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

package nl.achterwacht.process;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import nl.achterwacht.app.Engine;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.DatabaseClock;
import nl.achterwacht.base.Ids;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.notify.webhook.WebhookSecret;
import nl.achterwacht.people.Ladder;
import nl.achterwacht.people.Organisation;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.Person;
import nl.achterwacht.postgres.DatabaseAddress;
import nl.achterwacht.postgres.Migrations;
import nl.achterwacht.watch.Act;
import nl.achterwacht.watch.ActResult;
import nl.achterwacht.watch.Leg;
import nl.achterwacht.watch.NewWatch;
import nl.achterwacht.watch.Shape;
import nl.achterwacht.watch.TripFacts;
import nl.achterwacht.watch.WatchEvent;
import nl.achterwacht.watch.WatchId;
import nl.achterwacht.watch.WatchPlan;
import nl.achterwacht.watch.WatchRegister;

/**
 * An organisation on a server's database, made through the doors of the core: teams with a standby
 * on duty each, one supervisor, and a worker with a phone for every watch.
 */
public final class SmallTown implements AutoCloseable {
  /** Given to whoever cannot be served; the organisation's own number. */
  public static final String CALL_INSTEAD = "0101234567";

  private static final Duration A_DAY = Duration.ofDays(1);
  private static final String ADD_WEBHOOK =
      """
      insert into notify.webhook (organisation_id, id, url, secrets)
      values (:organisation, :id, :url, :secrets)
      """;

  private static final String SHIFT_WATCHES =
      """
      update watch.watch
         set started_at = started_at - make_interval(secs => :seconds),
             last_sign_at = last_sign_at - make_interval(secs => :seconds),
             due_at = due_at - make_interval(secs => :seconds),
             end_at = end_at - make_interval(secs => :seconds),
             moment_at = moment_at - make_interval(secs => :seconds),
             wake_at = wake_at - make_interval(secs => :seconds)
      """;
  private static final String SHIFT_SERVERS =
      """
      update base.server
         set started_at = started_at - make_interval(secs => :seconds),
             beat_at = beat_at - make_interval(secs => :seconds)
      """;

  private final HikariDataSource pool;
  private final Database database;
  private final DatabaseClock clock;
  private final Engine engine;
  private final Receivers receivers;
  private final PeopleRegister people = new PeopleRegister();
  private final OrganisationId organisation = OrganisationId.next();
  private final List<Team> teams = new ArrayList<>();
  private final PersonId supervisor = PersonId.next();
  private int workers;
  private boolean workersHavePhones = true;

  /** Somebody on duty for a team, and whose phone it is. */
  public record Team(TeamId id, PersonId standby, String phone) {}

  /** Somebody out alone. {@code key} proves the phone's signs. */
  public record Out(WatchId watch, PersonId worker, Team team, Instant due, String key) {}

  private SmallTown(DatabaseAddress address, Receivers receivers) {
    var config = new HikariConfig();
    config.setJdbcUrl(address.url());
    config.setUsername(address.user());
    config.setPassword(address.password());
    config.setMaximumPoolSize(8);
    config.setMinimumIdle(0);
    config.setPoolName("small-town");
    pool = new HikariDataSource(config);
    Migrations.migrate(pool);
    database = new Database(pool);
    clock = new DatabaseClock(database);
    engine = new Engine(database, clock);
    this.receivers = receivers;
  }

  /** Makes it, with {@code howMany} teams whose ladder is: on duty, then the supervisor. */
  public static SmallTown found(DatabaseAddress address, Receivers receivers, int howMany) {
    var town = new SmallTown(address, receivers);
    town.database.inTransactionDo(tx -> town.settle(tx, howMany));
    return town;
  }

  /** Only looks at what is there; makes nothing. */
  static SmallTown visiting(DatabaseAddress address, Receivers receivers) {
    return new SmallTown(address, receivers);
  }

  /** From now on only standbys hear anything: for storms in which their calls alone count. */
  public SmallTown withoutPhonesOfWorkers() {
    workersHavePhones = false;
    database.inTransactionDo(tx -> tx.sql("update notify.webhook set active = false").update());
    return this;
  }

  public Database database() {
    return database;
  }

  Engine engine() {
    return engine;
  }

  public OrganisationId organisation() {
    return organisation;
  }

  public List<Team> teams() {
    return List.copyOf(teams);
  }

  public Instant now() {
    return clock.instant();
  }

  /** A visit that goes to an alarm {@code grace} after its end, and no other questions asked. */
  public static WatchPlan visit(Duration grace) {
    return plan(Shape.VISIT, grace, Duration.ZERO, Duration.ofSeconds(2));
  }

  /** A shift with a sign of life every hour. */
  static WatchPlan shift(Duration shortGrace) {
    return plan(Shape.SHIFT, Duration.ofMinutes(5), Duration.ofMinutes(5), shortGrace);
  }

  /** Sends out a worker for each of {@code dues}, over the teams in turn. */
  public List<Out> sendOut(WatchPlan plan, List<Instant> dues) {
    List<Out> all = new ArrayList<>();
    database.inTransactionDo(tx -> {
      all.clear();
      for (Instant due : dues) {
        all.add(sendOut(tx, plan, due));
      }
    });
    return all;
  }

  /** As {@link #sendOut(WatchPlan, List)}, for one. */
  Out sendOut(WatchPlan plan, Instant due) {
    return sendOut(plan, List.of(due)).getFirst();
  }

  /** Moments {@code step} apart, the first one {@code in} a while. */
  public List<Instant> moments(int howMany, Duration in, Duration step) {
    Instant first = now().plus(in);
    List<Instant> all = new ArrayList<>();
    for (int i = 0; i < howMany; i++) {
      all.add(first.plus(step.multipliedBy(i)));
    }
    return all;
  }

  /** What the phone of {@code out} reports; returns what came of it. */
  ActResult report(Out out, WatchEvent event) {
    var act = Act.of(event, out.worker(), Ids.next());
    return database.inTransaction(
        tx -> engine.watches().handle(tx, organisation, out.watch(), act));
  }

  /** Everything that a server goes by, as if it had happened {@code earlier}; nothing may run. */
  void shiftIntoThePast(Duration earlier) {
    int seconds = (int) earlier.toSeconds();
    database.inTransactionDo(tx -> {
      tx.sql(SHIFT_WATCHES).param("seconds", seconds).update();
      tx.sql(SHIFT_SERVERS).param("seconds", seconds).update();
    });
  }

  @Override
  public void close() {
    pool.close();
  }

  private void settle(Tx tx, int howMany) {
    people.addOrganisation(tx, new Organisation(organisation, "Kleinstad", CALL_INSTEAD, false));
    for (int i = 0; i < howMany; i++) {
      var team = new Team(TeamId.next(), PersonId.next(), "standby-" + i);
      people.addTeam(tx, organisation, new PeopleRegister.Team(team.id(), "Team " + i));
      add(tx, team.standby(), team.id(), "Bram " + i, "standby", team.phone());
      people.addDuty(
          tx, organisation, team.id(), team.standby(), now().minus(A_DAY), now().plus(A_DAY));
      teams.add(team);
    }
    add(tx, supervisor, teams.getFirst().id(), "Carla", "supervisor", "supervisor");
    var ladder =
        new Ladder(
            List.of(
                new Ladder.Step(true, List.of(), 15),
                new Ladder.Step(false, List.of(supervisor.value()), 600)));
    for (Team team : teams) {
      people.setLadder(tx, organisation, team.id(), "missed-sign", ladder);
      people.setLadder(tx, organisation, team.id(), "panic", ladder);
    }
    tx.sql(ADD_WEBHOOK)
        .param("organisation", organisation.value())
        .param("id", UUID.randomUUID())
        .param("url", receivers.webhook())
        .param("secrets", tx.texts(List.of(WebhookSecret.generate())))
        .update();
  }

  private void add(Tx tx, PersonId id, TeamId team, String name, String role, String phone) {
    addPerson(tx, id, team, name, role);
    addPhone(tx, id, phone);
  }

  private void addPerson(Tx tx, PersonId id, TeamId team, String name, String role) {
    people.addPerson(tx, new Person(organisation, id, team, name, null, "nl", List.of(role), null));
  }

  private void addPhone(Tx tx, PersonId id, String phone) {
    people.addContact(tx, organisation, id, "web-push", receivers.phoneOf(phone), phone, now());
  }

  private Out sendOut(Tx tx, WatchPlan plan, Instant due) {
    Team team = teams.get(workers % teams.size());
    PersonId worker = PersonId.next();
    addPerson(tx, worker, team.id(), "Anna " + workers, "worker");
    if (workersHavePhones) {
      addPhone(tx, worker, "worker-" + workers);
    }
    workers++;
    Instant madeAt = plan.shape() == Shape.SHIFT ? due.minus(plan.signEvery()) : now();
    var started = new WatchEvent.Started(madeAt, Leg.ON_SITE, due);
    var watch =
        new NewWatch(
            organisation,
            WatchId.next(),
            worker,
            team.id(),
            plan,
            new TripFacts(null, null, null, "walking", null, null),
            Leg.ON_SITE);
    String key = WatchRegister.newKey(organisation);
    engine.watches().start(tx, watch, Act.of(started, worker, Ids.next()), WatchRegister.hash(key));
    return new Out(watch.id(), worker, team, due, key);
  }

  /** Holds the row of a watch, as a transaction that hangs does, until {@code goOn}. */
  void hold(Out out, CountDownLatch locked, CountDownLatch goOn) {
    database.inTransactionDo(tx -> {
      tx.sql("select id from watch.watch where id = :id for update")
          .param("id", out.watch().value())
          .query(UUID.class)
          .single();
      locked.countDown();
      try {
        goOn.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
  }

  private static WatchPlan plan(
      Shape shape, Duration grace, Duration reminder, Duration shortGrace) {
    return new WatchPlan(
        shape,
        false,
        false,
        Duration.ofHours(1),
        reminder,
        grace,
        Duration.ofHours(1),
        Duration.ofMinutes(15),
        Duration.ofMinutes(30),
        Duration.ofMinutes(15),
        shortGrace);
  }
}

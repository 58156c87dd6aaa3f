package nl.achterwacht;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.app.Engine;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.postgres.TestDatabase;
import nl.achterwacht.simulation.VirtualClock;
import nl.achterwacht.watch.Act;
import nl.achterwacht.watch.ActResult;
import nl.achterwacht.watch.Leg;
import nl.achterwacht.watch.NewWatch;
import nl.achterwacht.watch.Shape;
import nl.achterwacht.watch.TripFacts;
import nl.achterwacht.watch.WatchEvent;
import nl.achterwacht.watch.WatchId;
import nl.achterwacht.watch.WatchPlan;

/**
 * A real database with one organisation: Anna works, Bram is on duty, Carla supervises. Its clock
 * stands at 14:00 until it is moved.
 */
public final class World implements AutoCloseable {
  private static final byte[] KEY = {1};

  private final TestDatabase test = TestDatabase.create();
  private final VirtualClock clock = new VirtualClock(Cast.T14_00);
  private final Rows rows;
  private final PersonId anna;
  private final PersonId bram;
  private final PersonId carla;

  public World() {
    rows = test.database().inTransaction(tx -> new Rows(tx, "Voorbeeldstad", 300));
    anna = in(tx -> new Rows(tx, rows).person("Anna", "worker", "email"));
    bram = in(tx -> new Rows(tx, rows).person("Bram", "standby", "email"));
    carla = in(tx -> new Rows(tx, rows).person("Carla", "supervisor", "email"));
    database()
        .inTransactionDo(tx ->
            new Rows(tx, rows)
                .onDuty(bram, Cast.T14_00.minusSeconds(60), Cast.T14_00.plus(Duration.ofDays(1))));
  }

  private <T> T in(java.util.function.Function<Tx, T> work) {
    return test.database().inTransaction(work);
  }

  /** A set of keepers of its own, as another server process has. */
  public Engine server() {
    return new Engine(database(), clock);
  }

  public Database database() {
    return test.database();
  }

  public TestDatabase test() {
    return test;
  }

  public VirtualClock clock() {
    return clock;
  }

  public Rows rows() {
    return rows;
  }

  public PersonId anna() {
    return anna;
  }

  public PersonId bram() {
    return bram;
  }

  public PersonId carla() {
    return carla;
  }

  /** A visit that started now and is over in {@code length}; grace 5 minutes, no reminder. */
  public NewWatch visit() {
    var plan =
        new WatchPlan(
            Shape.VISIT,
            false,
            false,
            Duration.ofHours(2),
            Duration.ZERO,
            Duration.ofMinutes(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(20),
            Duration.ofMinutes(15),
            Duration.ofMinutes(2));
    return new NewWatch(
        rows.organisation(),
        WatchId.next(),
        anna,
        rows.team(),
        plan,
        new TripFacts(null, null, null, "walking", null, null),
        Leg.ON_SITE);
  }

  /** What proves a sign of Anna's phone. */
  public static byte[] key() {
    return KEY.clone();
  }

  /** Anna starts {@code watch}, expected to end after {@code length}. */
  public ActResult start(Engine server, NewWatch watch, Duration length) {
    Instant now = clock.instant();
    var event = new WatchEvent.Started(now, Leg.ON_SITE, now.plus(length));
    return database()
        .inTransaction(
            tx -> server.watches().start(tx, watch, Act.of(event, anna, UUID.randomUUID()), KEY));
  }

  /** {@code count} visits that are over after {@code length}. */
  public List<NewWatch> startMany(Engine server, int count, Duration length) {
    return java.util.stream.Stream.generate(this::visit)
        .limit(count)
        .peek(watch -> start(server, watch, length))
        .toList();
  }

  /** Anna does something about {@code watch}. */
  public ActResult act(Engine server, NewWatch watch, WatchEvent event) {
    return database()
        .inTransaction(tx ->
            server
                .watches()
                .handle(
                    tx, watch.organisation(), watch.id(), Act.of(event, anna, UUID.randomUUID())));
  }

  /** Time passes in which our servers were there all along. */
  public void advance(Duration by) {
    server().outages().beat(database(), clock.instant());
    clock.advance(by);
    database()
        .inTransactionDo(tx ->
            tx.sql("update base.server set beat_at = :now")
                .param("now", nl.achterwacht.base.Sql.utc(clock.instant()))
                .update());
  }

  /** How many rows {@code sql} counts. */
  public long count(String sql) {
    return database().inTransaction(tx -> Rows.count(tx, sql));
  }

  /** Changes rows as an operator would, by hand. */
  public void sql(String sql) {
    database()
        .inTransactionDo(tx -> {
          try (var statement = tx.connection().createStatement()) {
            statement.execute(sql);
          } catch (java.sql.SQLException e) {
            throw new IllegalStateException(sql, e);
          }
        });
  }

  /** From now on a watch cannot be stored {@code when}; drop trigger {@code poison} to heal. */
  public void poisonWatches(String when) {
    sql(
        """
        create function watch.poison() returns trigger language plpgsql as $$
        begin
            raise exception 'poisoned';
        end
        $$;
        create trigger poison before update on watch.watch
            for each row when (%s) execute function watch.poison();
        """
            .formatted(when));
  }

  @Override
  public void close() {
    test.close();
  }
}

package nl.achterwacht.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import nl.achterwacht.postgres.DatabaseAddress;
import nl.achterwacht.postgres.OutsidePostgres;
import nl.achterwacht.process.SmallTown.Out;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * DESIGN 4, promise 10: the database goes away under load: stopped for two minutes, and for a
 * shorter time frozen or killed.
 */
@Timeout(value = 900, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DatabaseAwayTest {
  /** So long a phone waits for an answer; the server means to give it within three seconds. */
  private static final Duration A_PHONE_WAITS = Duration.ofSeconds(8);

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int PHONES = 20;

  /** More than the places and the chairs of the waiting room together. */
  private static final int CROWD = 400;

  private static final int NEW_CONNECTIONS = 30;
  private static final OutsidePostgres POSTGRES = OutsidePostgres.shared();

  private static final Receivers RECEIVERS = new Receivers();
  private static final DatabaseAddress ADDRESS = POSTGRES.newDatabase();
  private static final SmallTown TOWN = SmallTown.found(ADDRESS, RECEIVERS, 2);
  private static final Books BOOKS = new Books(TOWN.database());
  private static RunningServer server;

  /** The most descriptors that were open while all was well. */
  private static int usual;

  /** How a database can go away, and come back. */
  enum Way {
    FROZEN(20),
    STOPPED(120),
    KILLED(20);

    private final Duration away;

    Way(int awaySeconds) {
      away = Duration.ofSeconds(awaySeconds);
    }

    void leave() {
      switch (this) {
        case FROZEN -> POSTGRES.freeze();
        case STOPPED -> POSTGRES.stop();
        case KILLED -> POSTGRES.kill();
      }
    }

    void comeBack() {
      switch (this) {
        case FROZEN -> POSTGRES.thaw();
        case STOPPED, KILLED -> POSTGRES.startAgain();
      }
    }
  }

  @BeforeAll
  static void start() {
    server = RunningServer.on(ADDRESS);
    // The very first refusals load the classes that refuse, which on a busy machine takes as long
    // as the refusing; that is not what is measured here.
    var signs = new Signs(new Phone(server));
    Out out = TOWN.sendOut(SmallTown.visit(Duration.ofMinutes(30)), TOWN.now().plus(PATIENCE));
    POSTGRES.freeze();
    crowd(signs, out);
    POSTGRES.thaw();
    signs.close();
    assertThat(signs.unfit()).as("answers right after the start").isEmpty();
  }

  @AfterAll
  static void stop() {
    server.close();
    TOWN.close();
    RECEIVERS.close();
  }

  @ParameterizedTest
  @EnumSource
  void whileTheDatabaseIsAwayEveryPhoneHearsSoInTime(Way way) throws IOException {
    List<Out> out =
        TOWN.sendOut(
            SmallTown.visit(Duration.ofMinutes(30)),
            TOWN.moments(PHONES, Duration.ofHours(2), Duration.ZERO));
    Out silent =
        TOWN.sendOut(
            SmallTown.visit(Duration.ofSeconds(1)), TOWN.now().plus(way.away.dividedBy(2)));
    int descriptors;
    Instant leftAt;
    Duration recovered;
    Signs signs = new Signs(new Phone(server));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        signs) {
      for (Out one : out) {
        threads.execute(() -> signs.keepSending(one));
      }
      await().atMost(PATIENCE).until(() -> signs.taken() > 5 * PHONES);
      // Connections that were dropped in the way before may not have been made again yet.
      usual = Math.max(usual, server.openDescriptors());
      descriptors = usual;
      signs.measure();
      leftAt = TOWN.now();
      way.leave();
      park(way.away.dividedBy(2));
      crowd(signs, out.getFirst());
      assertThat(new Phone(server).get("/livez").status()).isEqualTo(200);
      assertThat(new Phone(server).get("/readyz").status()).isEqualTo(503);
      park(way.away.dividedBy(2));
      way.comeBack();
      long back = System.nanoTime();
      int taken = signs.taken();
      await().atMost(PATIENCE).until(() -> signs.taken() > taken + 5 * PHONES);
      recovered = Duration.ofNanos(System.nanoTime() - back);
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> assertThat(server.openDescriptors()).isLessThan(descriptors + NEW_CONNECTIONS));
    }

    System.out.printf(
        "%s for %d s: %d taken, %d told, slowest answer %d ms (the machine %d ms), taken"
            + " again %d ms after it was back; descriptors %d before, %d after%n",
        way,
        Duration.between(leftAt, TOWN.now()).toSeconds(),
        signs.taken(),
        signs.refused(),
        signs.slowest().toMillis(),
        signs.machine().toMillis(),
        recovered.toMillis(),
        descriptors,
        server.openDescriptors());

    assertThat(signs.unfit()).as("answers that are neither taken nor told").isEmpty();
    assertThat(signs.refused()).isGreaterThanOrEqualTo(CROWD);
    // What a busy machine needs for an answer without the database is not ours.
    assertThat(signs.slowest()).isLessThan(A_PHONE_WAITS.plus(signs.machine()));
    assertThat(stored()).as("signs that were answered 2xx").containsAll(signs.takenKeys());
    await().atMost(PATIENCE).until(() -> BOOKS.alarmsByWatch().containsKey(silent.watch().value()));
    assertThat(BOOKS.alarmsByWatch().get(silent.watch().value())).isEqualTo(1);
    await().atMost(PATIENCE).until(() -> new Phone(server).get("/readyz").status() == 200);
  }

  /** Everybody at once; and then once more for what needs no database: that is the machine. */
  private static void crowd(Signs signs, Out out) {
    atOnce(() -> signs.send(out));
    atOnce(signs::ask);
  }

  private static void atOnce(Runnable work) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CROWD; i++) {
        threads.execute(work);
      }
    }
  }

  private static Set<UUID> stored() {
    return TOWN.database()
        .inTransaction(tx ->
            new HashSet<>(
                tx.sql("select event_id from journal.entry where event_id is not null")
                    .query(UUID.class)
                    .list()));
  }

  private static void park(Duration howLong) {
    long until = System.nanoTime() + howLong.toNanos();
    while (System.nanoTime() < until) {
      LockSupport.parkNanos(until - System.nanoTime());
    }
  }
}

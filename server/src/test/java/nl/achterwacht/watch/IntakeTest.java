package nl.achterwacht.watch;

import static nl.achterwacht.Cast.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nl.achterwacht.World;
import nl.achterwacht.app.Engine;
import nl.achterwacht.base.DatabaseAway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Signs of life of many phones at once, in a real database. */
@Timeout(120)
class IntakeTest {
  private final World world = new World();
  private final Engine server = world.server();
  private final Intake intake = new Intake(server.watches()::takeSigns);

  @AfterEach
  void close() {
    intake.close();
    world.close();
  }

  private Sign sign(NewWatch watch, Instant madeAt) {
    return sign(watch, new Sign.Proof.Session(world.anna()), UUID.randomUUID(), madeAt);
  }

  private static Sign sign(NewWatch watch, Sign.Proof proof, UUID event, Instant madeAt) {
    return new Sign(watch.organisation(), watch.id(), proof, event, madeAt, madeAt, null, null);
  }

  private long journalled() {
    return world.count("select count(*) from journal.entry where kind = 'watch.sign-of-life'");
  }

  private List<Sign.Result> takeAll(List<Sign> signs) {
    List<CompletableFuture<Sign.Result>> answers = signs.stream().map(intake::take).toList();
    return answers.stream().map(CompletableFuture::join).toList();
  }

  @Test
  void everySignIsStoredAndJournalledOnceAlsoThreeOfOneWatch() {
    List<NewWatch> watches = world.startMany(server, 300, minutes(30));
    world.advance(minutes(30));
    Instant now = world.clock().instant();
    List<Sign> signs = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      watches.forEach(watch -> signs.add(sign(watch, now)));
    }

    List<Sign.Result> results = takeAll(signs);
    for (int i = 0; i < results.size(); i++) {
      Sign sign = signs.get(i);
      Sign.Result result = results.get(i);
      // The other group may hold the watch just then: such a sign is taken by itself.
      if (result.equals(new Sign.Result.Busy())) {
        result = world.database().inTransaction(tx -> server.watches().takeSign(tx, sign));
      }
      assertThat(result).isInstanceOf(Sign.Result.Taken.class);
    }

    assertThat(journalled()).isEqualTo(900);
    assertThat(
            world.count(
                "select count(*) from watch.watch where due_at = '%s' and last_sign_at = '%s'"
                    .formatted(now.plus(minutes(15)), now)))
        .isEqualTo(300);
  }

  @Test
  void aSignMovesTheDeadlineButTheWakeUpTimeStaysAndIsSetRightWhenItComes() {
    NewWatch watch = world.startMany(server, 1, minutes(30)).getFirst();
    Instant firstDue = world.clock().instant().plus(minutes(30));
    world.advance(minutes(30));
    takeAll(List.of(sign(watch, world.clock().instant())));
    assertThat(wakesAt(firstDue)).isOne();

    assertThat(server.watches().wakeDue(10)).isOne();
    assertThat(wakesAt(firstDue.plus(minutes(15)))).isOne();
    assertThat(server.watches().wakeDue(10)).isZero();
    assertThat(world.count("select count(*) from notify.notice")).isZero();

    world.advance(minutes(15));
    server.watches().wakeDue(10);
    assertThat(world.count("select count(*) from watch.watch where state = 'overdue'")).isOne();
  }

  private long wakesAt(Instant moment) {
    return world.count(
        "select count(*) from watch.watch where state = 'running' and wake_at = '%s'"
            .formatted(moment));
  }

  @Test
  void aRepeatCountsOnceButAKeyUsedTwiceByMistakeLosesNoSign() {
    NewWatch watch = world.startMany(server, 1, minutes(30)).getFirst();
    var session = new Sign.Proof.Session(world.anna());
    UUID event = UUID.randomUUID();
    world.advance(minutes(28));
    Instant first = world.clock().instant();
    takeAll(List.of(sign(watch, session, event, first)));
    world.advance(minutes(1));
    takeAll(List.of(sign(watch, session, event, first)));
    assertThat(journalled()).isOne();

    takeAll(List.of(sign(watch, session, event, first.plusSeconds(30))));
    assertThat(journalled()).isEqualTo(2);
  }

  @Test
  void onlyTheWorkerOrTheKeyOfTheWatchProvesASign() {
    NewWatch watch = world.startMany(server, 1, minutes(30)).getFirst();
    Instant now = world.clock().instant();
    var results =
        takeAll(
            List.of(
                sign(watch, new Sign.Proof.Session(world.bram()), UUID.randomUUID(), now),
                sign(watch, new Sign.Proof.Key(new byte[] {9}), UUID.randomUUID(), now),
                sign(world.visit(), now)));

    assertThat(results).allMatch(Sign.Result.NotProven.class::isInstance);
    assertThat(journalled()).isZero();
    assertThat(
            takeAll(List.of(sign(watch, new Sign.Proof.Key(World.key()), UUID.randomUUID(), now))))
        .allMatch(Sign.Result.Taken.class::isInstance);
  }

  @Test
  void aSignThatCannotBeStoredFailsNoneOfItsNeighbours() {
    List<NewWatch> watches = world.startMany(server, 20, minutes(30));
    UUID broken = watches.get(7).id().value();
    world.poisonWatches("new.id = '" + broken + "'");
    Instant now = world.clock().instant();
    List<CompletableFuture<Sign.Result>> answers =
        watches.stream().map(watch -> intake.take(sign(watch, now))).toList();

    for (int i = 0; i < watches.size(); i++) {
      CompletableFuture<Sign.Result> answer = answers.get(i);
      if (watches.get(i).id().value().equals(broken)) {
        assertThatThrownBy(answer::join).hasStackTraceContaining("poisoned");
      } else {
        assertThat(answer.join()).isInstanceOf(Sign.Result.Taken.class);
      }
    }
    assertThat(journalled()).isEqualTo(19);
  }

  @Test
  void aWatchThatSomebodyHoldsHoldsUpNoOtherSignAndIsTakenWhenItIsFree() throws Exception {
    List<NewWatch> watches = world.startMany(server, 20, minutes(30));
    Instant now = world.clock().instant();
    Sign waits = sign(watches.get(7), now);
    try (Connection outside = world.test().dataSource().getConnection()) {
      outside.setAutoCommit(false);
      try (var hold = outside.prepareStatement("select from watch.watch where id = ? for update")) {
        hold.setObject(1, waits.watch().value());
        hold.execute();
      }
      List<Sign> others =
          watches.stream()
              .filter(w -> !w.id().equals(waits.watch()))
              .map(w -> sign(w, now))
              .toList();
      assertThat(takeAll(others)).allMatch(Sign.Result.Taken.class::isInstance);
      assertThat(takeAll(List.of(waits))).containsExactly(new Sign.Result.Busy());
    }
    Sign.Result later = world.database().inTransaction(tx -> server.watches().takeSign(tx, waits));
    assertThat(later).isInstanceOf(Sign.Result.Taken.class);
    assertThat(takeAll(List.of(waits))).allMatch(Sign.Result.Taken.class::isInstance);
    assertThat(journalled()).as("once, though told twice").isEqualTo(20);
  }

  @Test
  void aSignWhileTheWorkerIsBeingAskedCallsOffTheAsking() {
    NewWatch watch = world.startMany(server, 1, minutes(30)).getFirst();
    world.advance(minutes(31));
    server.watches().wakeDue(10);
    assertThat(world.count("select count(*) from watch.watch where state = 'overdue'")).isOne();
    takeAll(List.of(sign(watch, world.clock().instant())));
    assertThat(world.count("select count(*) from watch.watch where state = 'running'")).isOne();
  }

  /** Told that nothing is known of it; or taken, by a thread that was waking up just then. */
  @Test
  void nobodyWaitsForAServerThatStopped() {
    NewWatch watch = world.startMany(server, 1, minutes(30)).getFirst();
    intake.close();
    CompletableFuture<Sign.Result> answer = intake.take(sign(watch, world.clock().instant()));
    intake.close();
    Throwable why = answer.handle((taken, fault) -> fault).orTimeout(1, TimeUnit.MINUTES).join();
    if (why == null) {
      assertThat(answer.join()).isInstanceOf(Sign.Result.Taken.class);
    } else {
      assertThat(why).isInstanceOf(DatabaseAway.class);
    }
  }
}

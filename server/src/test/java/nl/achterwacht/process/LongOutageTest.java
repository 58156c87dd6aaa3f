package nl.achterwacht.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.achterwacht.base.Sql;
import nl.achterwacht.postgres.DatabaseAddress;
import nl.achterwacht.postgres.OutsidePostgres;
import nl.achterwacht.process.SmallTown.Out;
import nl.achterwacht.watch.ActResult;
import nl.achterwacht.watch.WatchEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/**
 * DESIGN 4, promise 9: our own outage is not the worker's silence. The test does not wait for forty
 * minutes: while no server runs, every stored moment is moved forty minutes into the past, which is
 * the same to a server that knows only the database's time.
 */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LongOutageTest {
  private static final Duration AWAY = Duration.ofMinutes(40);
  private static final Duration SHORT_GRACE = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int OVERDUE_BEFORE = 10;
  private static final int DUE_IN_OUTAGE = 990;
  private static final int SIGNS_IN_THE_QUEUE = 200;

  private static final String ALARM_TIMES =
      """
      select opened_at
        from alarm.alarm
       where kind = 'missed-sign'
       order by opened_at
      """;

  private static final String LAST_MADE =
      """
      select max(made_at)
        from notify.notice
       where kind = :kind
      """;

  private final Receivers receivers = new Receivers();
  private final DatabaseAddress address = OutsidePostgres.shared().newDatabase();
  private final SmallTown town = SmallTown.found(address, receivers, 5);
  private final Books books = new Books(town.database());

  @AfterEach
  void close() {
    town.close();
    receivers.close();
  }

  @Test
  void afterFortyMinutesEachIsAskedFirstAndOnlyTheSilentAlarm() throws IOException {
    List<Out> out = outAcrossForty();
    try (var server = RunningServer.on(address)) {
      await().atMost(PATIENCE).until(() -> count("state = 'overdue'") == OVERDUE_BEFORE);
      server.kill();
    }
    town.shiftIntoThePast(AWAY);
    int arrivedBefore = receivers.arrivals().size();
    String mark = books.journalMark();

    try (var server = RunningServer.on(address)) {
      await().atMost(PATIENCE).until(() -> count("own_outage") == out.size());
      Instant known = outageIsShown(new Phone(server));
      List<Out> silent = new ArrayList<>(out);
      aPanicIsNotHeldBack(silent.removeLast());
      signsComeOutOfTheQueue(silent);
      await()
          .atMost(PATIENCE)
          .until(() -> books.countAlarms() >= silent.size() && books.everythingIsSent());

      books.haveOneAlarmFor(silent.stream().map(Out::watch).toList());
      books.longestOverdueFirst(mark);
      books.nothingIsLost(receivers);
      everybodyWasToldBefore(known.plus(SHORT_GRACE), arrivedBefore);
      List<Instant> opened = alarmTimes();
      System.out.printf(
          "outage: %d watches, alarms from %d to %d ms after the short grace, %d messages%n",
          out.size(),
          Duration.between(known.plus(SHORT_GRACE), opened.getFirst()).toMillis(),
          Duration.between(known.plus(SHORT_GRACE), opened.getLast()).toMillis(),
          receivers.arrivals().size() - arrivedBefore);
    }
  }

  /** Shifts with a sign each hour; some are overdue when it happens, the rest fall due in it. */
  private List<Out> outAcrossForty() {
    var plan = SmallTown.shift(SHORT_GRACE);
    List<Out> out =
        new ArrayList<>(
            town.sendOut(
                plan,
                town.moments(OVERDUE_BEFORE, Duration.ofSeconds(-20), Duration.ofSeconds(1))));
    // The first when it has surely begun, the last when it has surely not ended.
    out.addAll(
        town.sendOut(
            plan, town.moments(DUE_IN_OUTAGE, Duration.ofMinutes(3), Duration.ofSeconds(2))));
    return out;
  }

  private Instant outageIsShown(Phone phone) throws IOException {
    var outages =
        town.database()
            .inTransaction(tx ->
                tx.sql("select from_at, until_at from base.outage")
                    .query((row, i) ->
                        List.of(Sql.instant(row, "from_at"), Sql.instant(row, "until_at")))
                    .list());
    assertThat(outages).hasSize(1);
    Instant until = outages.getFirst().getLast();
    assertThat(Duration.between(outages.getFirst().getFirst(), until))
        .isBetween(AWAY, AWAY.plusMinutes(3));
    await()
        .atMost(PATIENCE)
        .until(() -> !phone.get("/api/v1/assurance").json().at("/outage/until").isMissingNode());
    JsonNode shown = phone.get("/api/v1/assurance").json();
    assertThat(Instant.parse(shown.at("/outage/until").asString())).isEqualTo(until);
    return until;
  }

  private void aPanicIsNotHeldBack(Out out) {
    Instant madeAt = town.now().minus(Duration.ofMinutes(30));
    ActResult taken = town.report(out, new WatchEvent.HelpAsked(madeAt, false));
    assertThat(taken)
        .isInstanceOfSatisfying(
            ActResult.Done.class, done -> assertThat(done.alarmId()).isNotNull());
    assertThat(books.countAlarms()).as("the grace still runs").isZero();
  }

  /** Made while we were away, delivered now: they count from when they were made. */
  private void signsComeOutOfTheQueue(List<Out> silent) {
    Instant madeAt = town.now().minus(Duration.ofMinutes(20));
    for (int i = 0; i < SIGNS_IN_THE_QUEUE; i++) {
      town.report(silent.remove(i % 7), new WatchEvent.SignOfLife(madeAt));
    }
    assertThat(books.countAlarms()).as("the grace still runs").isZero();
  }

  private void everybodyWasToldBefore(Instant graceEnds, int arrivedBefore) {
    assertThat(alarmTimes().getFirst()).isAfterOrEqualTo(graceEnds);
    assertThat(lastMade("worker-sign-due-after-outage")).isBefore(graceEnds);
    assertThat(lastMade("standby-could-not-be-heard")).isBefore(graceEnds);
    Set<String> asked = new HashSet<>();
    List<String> told = new ArrayList<>();
    var arrivals = receivers.arrivals();
    for (var arrival : arrivals.subList(arrivedBefore, arrivals.size())) {
      switch (arrival.kind()) {
        case "worker-sign-due-after-outage" -> asked.add(arrival.to());
        case "standby-could-not-be-heard" -> told.add(arrival.to());
        default -> {}
      }
    }
    // But for those who had answered by then: with a sign out of the queue, or by calling for help.
    long answered = books.questionsAfterOutageWithdrawn();
    assertThat(answered).isLessThanOrEqualTo(SIGNS_IN_THE_QUEUE + 1L);
    assertThat(asked.size() + answered).isGreaterThanOrEqualTo(OVERDUE_BEFORE + DUE_IN_OUTAGE);
    assertThat(new HashSet<>(told)).as("standbys told").hasSize(5);
    assertThat(told).as("in a few words, not a thousand").hasSizeLessThan(50);
  }

  private List<Instant> alarmTimes() {
    return town.database()
        .inTransaction(
            tx -> tx.sql(ALARM_TIMES).query((row, i) -> Sql.instant(row, "opened_at")).list());
  }

  private Instant lastMade(String kind) {
    return town.database()
        .inTransaction(tx ->
            tx.sql(LAST_MADE)
                .param("kind", kind)
                .query((row, i) -> Sql.instant(row, "max"))
                .single());
  }

  private long count(String which) {
    return books.count("select count(*) from watch.watch where " + which);
  }
}

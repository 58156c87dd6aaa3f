package nl.achterwacht.faults;

import static nl.achterwacht.faults.Crowd.park;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import nl.achterwacht.postgres.DatabaseAddress;
import nl.achterwacht.process.Books;
import nl.achterwacht.process.Receivers;
import nl.achterwacht.process.RunningServer;
import nl.achterwacht.process.SmallTown;
import nl.achterwacht.process.SmallTown.Out;
import nl.achterwacht.watch.Shape;
import nl.achterwacht.watch.WatchPlan;

/**
 * A town in the middle of its day: workers whose phones sign, workers who will stay silent, and the
 * servers that watch over both. A story breaks some of it.
 */
final class Scene implements AutoCloseable {
  /** Time between a missed deadline and the alarm, for those who stay silent. */
  static final Duration GRACE = Duration.ofSeconds(2);

  /** Of those who sign: a sign each minute, and five seconds to be asked. */
  static final WatchPlan SHIFT = shift();

  private static final int TEAMS = 20;
  private static final int SIGN_FROM_THE_START = 12;
  private static final int SIGN_JUST_IN_TIME = 24;
  private static final int WARM_AFTER = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(150);

  private final Receivers receivers;
  private final SmallTown town;
  private final Books books;
  private final Crowd crowd;
  private final List<Out> silent = new ArrayList<>();
  private final List<Out> signing = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<AutoCloseable> toClose = new ArrayList<>();
  private final List<RunningServer> servers = new ArrayList<>();
  private final DatabaseAddress address;
  private Supplier<Map<String, Integer>> letters = Map::of;

  Scene(DatabaseAddress address) {
    this.address = address;
    receivers = new Receivers();
    town = SmallTown.found(address, receivers, TEAMS);
    books = new Books(town.database());
    crowd = new Crowd(town::now);
  }

  DatabaseAddress address() {
    return address;
  }

  SmallTown town() {
    return town;
  }

  Books books() {
    return books;
  }

  Receivers receivers() {
    return receivers;
  }

  Crowd crowd() {
    return crowd;
  }

  List<Out> silent() {
    return List.copyOf(silent);
  }

  List<Out> signing() {
    return List.copyOf(signing);
  }

  /** How often each key arrived by mail. */
  Map<String, Integer> letters() {
    return letters.get();
  }

  /** What was found while breaking things, for the report. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  @SuppressWarnings("AnnotateFormatMethod") // only ours call it
  void note(String text, Object... values) {
    notes.add(text.formatted(values));
  }

  /** A fault that did not take hold proves nothing. */
  void require(boolean tookHold, String otherwise) {
    if (!tookHold) {
      throw new IllegalStateException("the fault did not take hold: " + otherwise);
    }
  }

  /** A server that phones use from now on. */
  RunningServer with(RunningServer server) {
    closeLater(server);
    crowd.use(server);
    servers.add(server);
    return server;
  }

  /** The servers that {@link #with} took in, in that order. */
  RunningServer server(int index) {
    return servers.get(index);
  }

  /** As an operator does. */
  void endServers() {
    servers.forEach(RunningServer::close);
  }

  /** Closed at the end, the latest first. */
  <T extends AutoCloseable> T closeLater(T part) {
    toClose.addFirst(part);
    return part;
  }

  void lettersArriveAt(Supplier<Map<String, Integer>> there) {
    letters = there;
  }

  /**
   * Sends everybody out who signs, and returns when the servers are warm. Half of them sign at
   * once; the deadlines of the others fall in the next {@code window}, and they sign a second
   * before it.
   */
  void beginDay(Duration window) {
    Instant now = town.now();
    signing.addAll(
        town.sendOut(SHIFT, town.moments(SIGN_FROM_THE_START, SHIFT.signEvery(), Duration.ZERO)));
    signing.forEach(out -> crowd.send(out, now));
    await().atMost(PATIENCE).until(() -> crowd.taken().size() >= WARM_AFTER);
    Duration step = window.dividedBy(SIGN_JUST_IN_TIME);
    List<Out> inTime =
        town.sendOut(SHIFT, town.moments(SIGN_JUST_IN_TIME, Duration.ofSeconds(3), step));
    inTime.forEach(out -> crowd.send(out, out.due().minusSeconds(1)));
    signing.addAll(inTime);
  }

  /** Sends out {@code howMany} who stay silent: they fall due one after the other. */
  void fallSilent(int howMany, Duration in, Duration step) {
    silent.addAll(town.sendOut(SmallTown.visit(GRACE), town.moments(howMany, in, step)));
  }

  /** Returns when it is so; whoever asks a database that is away gets no answer, and asks again. */
  void until(Callable<Boolean> isSo) {
    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).ignoreExceptions().until(isSo);
  }

  /** Returns when everything that is still to come has come, or does not seem to come any more. */
  void settle() {
    try {
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(500))
          .ignoreExceptions()
          .until(() -> hasAlarms() && books.everythingIsSent());
    } catch (org.awaitility.core.ConditionTimeoutException e) {
      note("not everything has come after %d s; what is missing counts", PATIENCE.toSeconds());
    }
    crowd.close();
    // What the last signs set off.
    park(Duration.ofSeconds(2));
  }

  /** Each who is silent has an alarm, and each alarm has come to the second step of its ladder. */
  private boolean hasAlarms() {
    var alarms = books.alarmsByWatch();
    return silent.stream().allMatch(out -> alarms.containsKey(out.watch().value()))
        && books.count("select count(*) from alarm.alarm where step = 0") == 0;
  }

  @Override
  public void close() {
    crowd.close();
    for (AutoCloseable part : toClose) {
      try {
        part.close();
      } catch (Exception e) {
        throw new IllegalStateException("cannot end a part of the scene", e);
      }
    }
    town.close();
    receivers.close();
  }

  /** When each key arrived at a phone or a webhook, by the database's clock. */
  Map<String, List<Instant>> arrivals() {
    Instant now = town.now();
    long nanos = System.nanoTime();
    Map<String, List<Instant>> times = new HashMap<>();
    for (Receivers.Arrival arrival : receivers.arrivals()) {
      times
          .computeIfAbsent(arrival.key(), key -> new ArrayList<>())
          .add(now.minusNanos(nanos - arrival.nanos()));
    }
    return times;
  }

  private static WatchPlan shift() {
    return new WatchPlan(
        Shape.SHIFT,
        false,
        false,
        Duration.ofMinutes(1),
        Duration.ZERO,
        Duration.ofSeconds(5),
        Duration.ofHours(1),
        Duration.ofMinutes(15),
        Duration.ofMinutes(30),
        Duration.ofMinutes(15),
        // After an outage of ours; not shorter than the usual one, or the checker finds it early.
        Duration.ofSeconds(5));
  }
}

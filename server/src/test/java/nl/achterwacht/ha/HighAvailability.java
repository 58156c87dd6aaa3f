package nl.achterwacht.ha;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import nl.achterwacht.process.Receivers;
import nl.achterwacht.process.SmallTown;
import nl.achterwacht.process.SmallTown.Out;
import org.jspecify.annotations.Nullable;

/**
 * Breaks the leading database host again and again while phones send signs of life and other
 * watches fall silent, and judges each time from what the phones saw. {@code bin/ha} starts it on
 * the host of the phones, when everything else runs.
 */
final class HighAvailability implements AutoCloseable {
  private static final int TEAMS = 5;
  private static final int PHONES = 24;
  private static final int SILENT = 40;
  private static final int PANICS = 3;
  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final Duration FAR_AWAY = Duration.ofHours(6);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** A host that comes back may have to copy everything anew. */
  private static final Duration COMING_BACK = Duration.ofMinutes(5);

  private static final Duration GLANCE = Duration.ofMillis(100);

  /** Whoever comes back gets this long to do harm, before anything is called well. */
  private static final Duration REST = Duration.ofSeconds(6);

  private final Cluster cluster;
  private final Receivers receivers;
  private final SmallTown town;
  private final History history = new History();
  private final Phones phones;
  private final List<Expected> expected = new ArrayList<>();

  private HighAvailability(Cluster cluster, String host, int port) throws IOException {
    this.cluster = cluster;
    this.receivers = new Receivers(InetAddress.getByName(host));
    this.town = SmallTown.found(cluster.wherever(), receivers, TEAMS).withoutPhonesOfWorkers();
    this.phones = new Phones(URI.create("http://" + host + ":" + port), history);
  }

  /** {@code KILLS ISOLATIONS judge|until-loss}: how often what, and when to stop. */
  public static void main(String[] words) throws IOException {
    boolean untilLoss = words[2].equals("until-loss");
    var cluster =
        new Cluster(Path.of(System.getenv("HA_CLUSTER")), System.getenv("ACHTERWACHT_PASSWORD"));
    var report = new Report(untilLoss);
    int code;
    try (var run = new HighAvailability(cluster, "10.99.0.100", 8080)) {
      run.setOut();
      for (Fault fault : Fault.mixed(Integer.parseInt(words[0]), Integer.parseInt(words[1]))) {
        Report.Row row = run.suffer(fault);
        report.add(row);
        if (untilLoss && row.verdict().signsLost() > 0) {
          break;
        }
      }
      code = report.conclude(run.history);
    }
    System.exit(code);
  }

  @Override
  public void close() {
    phones.close();
    town.close();
    receivers.close();
  }

  /** The phones go out, and their signs are taken. */
  private void setOut() {
    long began = System.nanoTime();
    outUntil(PHONES, FAR_AWAY).forEach(phones::keepSigning);
    must("take signs of life", () -> history.anyConfirmedSince(began));
  }

  /** One fault, from health to health. */
  private Report.Row suffer(Fault fault) {
    must("be healthy before it is broken", cluster::isHealthy);
    List<Out> helpers = outUntil(PANICS, FAR_AWAY);
    List<Expected> now = fallSilent();
    Phones.pause(Duration.ofSeconds(4));
    int old = cluster.leader().orElseThrow();
    long broken = System.nanoTime();
    cluster.act(fault.breaking(), old);
    now.addAll(askForHelp(helpers));
    must("find another leader", () -> cluster.leader().filter(host -> host != old).isPresent());
    long elected = System.nanoTime();
    must("take signs of life again", () -> history.anyConfirmedSince(elected));
    Phones.pause(fault.stay());
    long mended = System.nanoTime();
    cluster.act(fault.mending(), old);
    boolean whole = within(COMING_BACK, cluster::isHealthy);
    var again = Duration.ofNanos(System.nanoTime() - mended);
    Phones.pause(REST);
    expected.addAll(now);
    Verdict verdict = judge(now);
    long ended = System.nanoTime();
    return new Report.Row(
        fault,
        old,
        Duration.ofNanos(elected - broken),
        history.longestSilence(broken, mended),
        history.longestSilence(mended, ended),
        whole ? again : null,
        history.slowest(broken, ended),
        verdict);
  }

  private List<Out> outUntil(int howMany, Duration in) {
    return town.sendOut(
        SmallTown.visit(Duration.ofMinutes(30)), town.moments(howMany, in, Duration.ZERO));
  }

  /** Visits whose silence becomes an alarm one after the other: before, during and after. */
  private List<Expected> fallSilent() {
    List<Out> silent =
        town.sendOut(
            SmallTown.visit(GRACE),
            town.moments(SILENT, Duration.ofSeconds(2), Duration.ofSeconds(1)));
    List<Expected> all = new ArrayList<>();
    silent.forEach(out -> all.add(Expected.ofSilence(out, GRACE, town)));
    return all;
  }

  /** At once, and while nobody leads. */
  private List<Expected> askForHelp(List<Out> helpers) {
    List<Expected> all = new ArrayList<>();
    for (int i = 0; i < helpers.size(); i++) {
      phones.panic(helpers.get(i), Duration.ofSeconds(1 + 6L * i));
      all.add(Expected.ofPanic(helpers.get(i)));
    }
    return all;
  }

  /** Waits until every alarm is there and heard, or for so long that it must be called lost. */
  private Verdict judge(List<Expected> now) {
    var verdict = new AtomicReference<@Nullable Verdict>();
    within(
        PATIENCE,
        () -> {
          verdict.set(look(now));
          Verdict seen = verdict.get();
          return seen != null && seen.alarmsLost() == 0;
        });
    Verdict last = verdict.get();
    if (last == null) {
      throw new IllegalStateException("UNVERIFIED: the leading database could not be read");
    }
    return last;
  }

  private @Nullable Verdict look(List<Expected> now) {
    Phones.pause(Duration.ofSeconds(1));
    var claims = new Verdict.Claims(history.confirmedSigns(), receivers.arrivals());
    try {
      Ledger ledger = Ledger.read(cluster.directly(cluster.leader().orElseThrow()));
      return ledger.leads() ? Verdict.of(claims, expected, now, ledger) : null;
    } catch (SQLException | NoSuchElementException e) {
      return null;
    }
  }

  private static void must(String what, BooleanSupplier condition) {
    if (!within(PATIENCE, condition)) {
      throw new IllegalStateException("UNVERIFIED: it did not " + what + " in " + PATIENCE);
    }
  }

  private static boolean within(Duration patience, BooleanSupplier condition) {
    long until = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > until) {
        return false;
      }
      Phones.pause(GLANCE);
    }
    return true;
  }
}

package nl.achterwacht.bench.position;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import nl.achterwacht.bench.BenchDatabase;
import nl.achterwacht.bench.Ours;
import nl.achterwacht.bench.Report;
import nl.achterwacht.bench.Sizes;
import nl.achterwacht.bench.Worker;
import nl.achterwacht.watch.Act;
import nl.achterwacht.watch.Sign;
import nl.achterwacht.watch.Whereabouts;

/**
 * Positions as the server stores them, a thousand in a transaction: each is checked against its
 * watch. Without phones and HTTP.
 */
public final class PositionCase {
  private static final String CASE = "position";
  private static final String OURS = "ours, 1000 together";
  private static final String RATE = "rows/s";
  private static final int TOGETHER = 1000;
  private static final int THREADS = 2;

  private final BenchDatabase bench;
  private final Ours ours;
  private final Sizes sizes;
  private final List<Worker> workers;

  private PositionCase(BenchDatabase bench, Ours ours, Sizes sizes) {
    this.bench = bench;
    this.ours = ours;
    this.sizes = sizes;
    this.workers = Worker.all(bench);
  }

  public static void run(BenchDatabase bench, Ours ours, Sizes sizes, Report report) {
    var positions = new PositionCase(bench, ours, sizes);
    positions.turn(-1); // a program that has just started is slow
    for (int round = 0; round < sizes.rounds(); round++) {
      report.add(CASE, OURS, RATE, positions.turn(round));
    }
    report.goal("position_rows_per_s", CASE, OURS, RATE);
  }

  /** Rows a second; every row said to be stored is counted again. */
  private double turn(int round) {
    long from = System.nanoTime() + sizes.warmUp().toNanos();
    long until = from + sizes.turn().toNanos();
    var stored = new AtomicLong();
    var all = new AtomicLong();
    Instant measured = ours.clock().instant().minus(Duration.ofHours(1));
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      var random = new SplittableRandom(31L * round + i);
      int number = i;
      threads.add(
          Thread.ofPlatform()
              .start(() -> store(random, number, measured, from, until, stored, all)));
    }
    threads.forEach(PositionCase::await);
    long rows = bench.number("select count(*) from watch.position");
    if (rows != all.get()) {
      throw new IllegalStateException(
          "%d positions were taken, %d are there".formatted(all.get(), rows));
    }
    bench.run("truncate watch.position");
    return stored.get() / (sizes.turn().toNanos() / 1e9);
  }

  private void store(
      SplittableRandom random,
      int number,
      Instant measured,
      long from,
      long until,
      AtomicLong stored,
      AtomicLong all) {
    for (int batch = 0; System.nanoTime() < until; batch++) {
      long began = System.nanoTime();
      // Of each watch at most one for each moment: no thread ever measures at that of another.
      Instant at = measured.plusNanos((2L * batch + number) * 1000);
      List<Whereabouts> together =
          random
              .ints(0, workers.size())
              .distinct()
              .limit(Math.min(TOGETHER, workers.size()))
              .mapToObj(workers::get)
              .map(worker -> at(worker, at))
              .toList();
      if (ours.engine().watches().takePositions(together).contains(false)) {
        throw new IllegalStateException("a position was not taken");
      }
      all.addAndGet(together.size());
      if (began >= from) {
        stored.addAndGet(together.size());
      }
    }
  }

  private static Whereabouts at(Worker worker, Instant measured) {
    return new Whereabouts(
        worker.organisation(),
        worker.watch(),
        new Sign.Proof.Session(worker.person()),
        new Act.Position(measured, 52.09, 5.12, 12.0));
  }

  private static void await(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while positions were stored", e);
    }
  }
}

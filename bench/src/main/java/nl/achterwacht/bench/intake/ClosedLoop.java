package nl.achterwacht.bench.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import nl.achterwacht.bench.Worker;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Clients that send a sign of somebody drawn, wait for the answer, and send the next. */
public final class ClosedLoop {
  private ClosedLoop() {}

  /**
   * What came of it.
   *
   * @param answered signs, also those of the warm-up
   * @param perSecond signs a second after the warm-up
   * @param micros how long each then took
   */
  public record Result(long answered, double perSecond, Histogram micros) {}

  /** Runs {@code clients} until warm-up and turn are over; each answer asked for is waited for. */
  public static Result run(
      int clients,
      List<Worker> workers,
      long seed,
      Duration warmUp,
      Duration turn,
      Consumer<Worker> sign) {
    long measureFrom = System.nanoTime() + warmUp.toNanos();
    long until = measureFrom + turn.toNanos();
    var answered = new AtomicLong();
    var micros = new ConcurrentHistogram(3);
    var random = new SplittableRandom(seed);
    List<Future<?>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < clients; i++) {
        SplittableRandom own = random.split();
        running.add(
            threads.submit(() -> {
              for (long began = System.nanoTime(); began < until; began = System.nanoTime()) {
                sign.accept(workers.get(own.nextInt(workers.size())));
                answered.incrementAndGet();
                if (began >= measureFrom) {
                  micros.recordValue((System.nanoTime() - began) / 1000);
                }
              }
            }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a sign was not taken in", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted in a closed loop", e);
    }
    return new Result(answered.get(), micros.getTotalCount() / (turn.toNanos() / 1e9), micros);
  }
}

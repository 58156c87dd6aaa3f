package nl.achterwacht.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import nl.achterwacht.postgres.TestDatabase;
import org.junit.jupiter.api.Test;

/**
 * No promise breaks in random days. {@code -Dsim.seeds=n} runs more or fewer of them, {@code
 * -Dsim.seed=x} the batch of one seed.
 */
class SimulationTest {
  private static final int IN_EVERY_BUILD = 2_000;

  @Test
  void noPromiseBreaksInRandomDays() throws InterruptedException {
    List<Long> batches = batches();
    assertThat(batches).isNotEmpty();
    try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      List<Future<?>> runs =
          batches.stream().<Future<?>>map(batch -> threads.submit(() -> run(batch))).toList();
      for (Future<?> run : runs) {
        await(run);
      }
    }
  }

  private static void await(Future<?> run) throws InterruptedException {
    try {
      run.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Breach breach) {
        throw breach;
      }
      throw new IllegalStateException("a batch failed", e.getCause());
    }
  }

  private static void run(long batch) {
    try (var database = TestDatabase.create()) {
      var towns = new Batch(batch, database);
      towns.run();
      Long seed = Long.getLong("sim.seed");
      if (seed != null) {
        System.out.println("seed " + seed + " keeps every promise:\n" + towns.storyOf(seed));
      }
    }
  }

  private static List<Long> batches() {
    Long seed = Long.getLong("sim.seed");
    if (seed != null) {
      return List.of((seed - 1) / Batch.SIZE);
    }
    int seeds = Integer.getInteger("sim.seeds", IN_EVERY_BUILD);
    return LongStream.range(0, (seeds + Batch.SIZE - 1) / Batch.SIZE).boxed().toList();
  }
}

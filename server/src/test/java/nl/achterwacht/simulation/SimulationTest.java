package nl.achterwacht.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import nl.achterwacht.alarm.AlarmFollowUp;
import nl.achterwacht.postgres.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * No promise breaks in random days. {@code -Dsim.seeds=n} runs more or fewer of them, from {@code
 * -Dsim.first=m} on; {@code -Dsim.seed=x} the batch of one seed.
 */
class SimulationTest {
  private static final int IN_EVERY_BUILD = 2_000;

  // It says that nobody at all can be called, which is so in some towns, as often as it is so.
  private static final Logger NOBODY = (Logger) LoggerFactory.getLogger(AlarmFollowUp.class);

  @BeforeAll
  static void hushWhatIsExpected() {
    NOBODY.setLevel(Level.OFF);
  }

  @AfterAll
  static void listenAgain() {
    NOBODY.setLevel(null);
  }

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
    long first = (Long.getLong("sim.first", 1) - 1) / Batch.SIZE;
    long batches = (seeds + Batch.SIZE - 1L) / Batch.SIZE;
    return LongStream.range(first, first + batches).boxed().toList();
  }
}

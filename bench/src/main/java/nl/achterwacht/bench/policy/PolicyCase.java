package nl.achterwacht.bench.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import nl.achterwacht.bench.Report;
import nl.achterwacht.bench.Sizes;
import nl.achterwacht.policy.Facts;
import nl.achterwacht.policy.Judgement;
import nl.achterwacht.policy.Policy;
import nl.achterwacht.policy.PolicyReader;
import nl.achterwacht.policy.PolicyReader.Reading.Ready;
import nl.achterwacht.policy.RiskFactor;
import org.HdrHistogram.Histogram;

/**
 * Visits judged by the policy we ship, on all cores, without a database. Hardly two visits are
 * alike: factors, battery, response time and all else are drawn. After each turn visits are judged
 * once more by a policy that was read anew and remembers nothing; a difference ends the run.
 */
public final class PolicyCase {
  private static final String CASE = "policy";
  private static final String OURS = "ours, all cores";
  private static final String RATE = "judgements/s";
  private static final String P99 = "p99 ms";
  private static final List<String> MODES =
      List.of("walking", "bicycle", "car", "public-transport", "other");
  private static final int CHECKED = 200;

  private final Policy policy = Policy.standard();
  private final Sizes sizes;

  private PolicyCase(Sizes sizes) {
    this.sizes = sizes;
  }

  public static void run(Sizes sizes, Report report) {
    var policy = new PolicyCase(sizes);
    policy.turn(-1); // a program that has just started is slow
    for (int round = 0; round < sizes.rounds(); round++) {
      Histogram histogram = policy.turn(round);
      report.add(CASE, OURS, RATE, histogram.getTotalCount() / seconds(sizes));
      report.add(CASE, OURS, "p50 ms", histogram.getValueAtPercentile(50) / 1e6);
      report.add(CASE, OURS, P99, histogram.getValueAtPercentile(99) / 1e6);
      report.add(CASE, OURS, "max ms", histogram.getMaxValue() / 1e6);
    }
    report.goal("policy_judgements_per_s", CASE, OURS, RATE);
    report.goal("policy_p99_ms", CASE, OURS, P99);
  }

  /** How long each judgement took, in nanoseconds. */
  private Histogram turn(int round) {
    long from = System.nanoTime() + sizes.warmUp().toNanos();
    long until = from + sizes.turn().toNanos();
    List<Histogram> histograms = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      var histogram = new Histogram(TimeUnit.SECONDS.toNanos(10), 3);
      var random = new SplittableRandom(31L * round + i);
      histograms.add(histogram);
      threads.add(Thread.ofPlatform().start(() -> judge(random, from, until, histogram)));
    }
    threads.forEach(PolicyCase::await);
    check(round);
    var all = new Histogram(TimeUnit.SECONDS.toNanos(10), 3);
    histograms.forEach(all::add);
    return all;
  }

  private void judge(SplittableRandom random, long from, long until, Histogram histogram) {
    while (true) {
      Facts facts = visit(random);
      long began = System.nanoTime();
      Judgement judgement = policy.judge(facts, 1);
      long ended = System.nanoTime();
      if (judgement.demands().isEmpty()) {
        throw new IllegalStateException("each visit asks the packing list");
      }
      if (ended > until) {
        return;
      }
      if (began >= from) {
        histogram.recordValue(ended - began);
      }
    }
  }

  private void check(int round) {
    if (!(PolicyReader.read(Policy.standardDmn()) instanceof Ready(Policy anew))) {
      throw new IllegalStateException("the policy we ship cannot be read");
    }
    var random = new SplittableRandom(31L * round);
    for (int i = 0; i < CHECKED; i++) {
      Facts facts = visit(random);
      if (!policy.judge(facts, 1).equals(anew.judge(facts, 1))) {
        throw new IllegalStateException("judged in two ways: " + facts);
      }
    }
  }

  private static Facts visit(SplittableRandom random) {
    Set<String> factors = new TreeSet<>();
    for (RiskFactor factor : RiskFactor.values()) {
      if (random.nextInt(8) == 0) {
        factors.add(factor.name());
      }
    }
    return new Facts(
        factors,
        random.nextBoolean(),
        random.nextInt(4) == 0,
        random.nextInt(3) == 0,
        random.nextInt(5) == 0,
        random.nextInt(3),
        random.nextInt(3),
        random.nextInt(3) == 0 ? null : random.nextInt(90),
        random.nextInt(3) == 0 ? null : random.nextInt(101),
        MODES.get(random.nextInt(MODES.size())));
  }

  private static double seconds(Sizes sizes) {
    return sizes.turn().toNanos() / 1e9;
  }

  private static void await(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while visits were judged", e);
    }
  }
}

package nl.achterwacht.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What would change: cases judged by the policy in force and by another.
 *
 * @param cases how many were judged
 * @param changed how many of them come out otherwise
 * @param moves from which class to which, and how many
 * @param measures how often each measure is asked, by both
 * @param changes the cases that come out otherwise, as they came, at most {@link #MOST_SHOWN}
 */
public record Trial(
    int cases, int changed, List<Move> moves, List<Count> measures, List<Change> changes) {
  /** How many changed cases are shown one by one. */
  public static final int MOST_SHOWN = 200;

  /**
   * A case: what was known of a visit.
   *
   * @param judgedAt when it was judged; null for an example
   * @param example what the example is called; null for a visit that was judged
   */
  public record Case(Facts facts, @Nullable Instant judgedAt, @Nullable String example) {}

  /** So many cases go from one class to another. */
  public record Move(RiskClass from, RiskClass to, int cases) {}

  /** How many cases are asked this measure now, and how many would be. */
  public record Count(Measure measure, int now, int then) {}

  /** One case that comes out otherwise. */
  public record Change(Case of, Judgement now, Judgement then) {
    /** Measures that would be asked and are not now. */
    public List<Measure> added() {
      return without(measures(then), measures(now));
    }

    /** Measures that are asked now and would not be. */
    public List<Measure> dropped() {
      return without(measures(now), measures(then));
    }
  }

  /** Judges each case twice. */
  static Trial of(List<Case> cases, Policy inForce, int version, Policy other) {
    var known = new HashMap<Facts, Pair>();
    Map<Measure, int[]> counts = new EnumMap<>(Measure.class);
    Map<RiskClass, Map<RiskClass, Integer>> moves = new EnumMap<>(RiskClass.class);
    List<Change> changes = new ArrayList<>();
    int changed = 0;
    for (Case one : cases) {
      Pair pair =
          known.computeIfAbsent(
              one.facts(),
              facts -> new Pair(inForce.judge(facts, version), other.judge(facts, version)));
      measures(pair.now()).forEach(m -> counts.computeIfAbsent(m, k -> new int[2])[0]++);
      measures(pair.then()).forEach(m -> counts.computeIfAbsent(m, k -> new int[2])[1]++);
      moves
          .computeIfAbsent(pair.now().riskClass(), k -> new EnumMap<>(RiskClass.class))
          .merge(pair.then().riskClass(), 1, Integer::sum);
      if (pair.differs()) {
        changed++;
        if (changes.size() < MOST_SHOWN) {
          changes.add(new Change(one, pair.now(), pair.then()));
        }
      }
    }
    return new Trial(cases.size(), changed, moves(moves), counts(counts), changes);
  }

  private record Pair(Judgement now, Judgement then) {
    /** Whether the visit itself would go otherwise; other reasons for the same do not count. */
    boolean differs() {
      return now.riskClass() != then.riskClass()
          || !now.watch().equals(then.watch())
          || !asked(now).equals(asked(then));
    }
  }

  private static List<Move> moves(Map<RiskClass, Map<RiskClass, Integer>> moves) {
    return moves.entrySet().stream()
        .flatMap(from ->
            from.getValue().entrySet().stream()
                .map(to -> new Move(from.getKey(), to.getKey(), to.getValue())))
        .toList();
  }

  private static List<Count> counts(Map<Measure, int[]> counts) {
    return counts.entrySet().stream()
        .map(entry -> new Count(entry.getKey(), entry.getValue()[0], entry.getValue()[1]))
        .toList();
  }

  private static Map<Measure, List<Measure>> asked(Judgement judgement) {
    return judgement.demands().stream()
        .collect(Collectors.toMap(Judgement.Demand::measure, Judgement.Demand::alternatives));
  }

  private static Set<Measure> measures(Judgement judgement) {
    return judgement.demands().stream()
        .map(Judgement.Demand::measure)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Measure.class)));
  }

  private static List<Measure> without(Set<Measure> all, Set<Measure> those) {
    return all.stream().filter(measure -> !those.contains(measure)).toList();
  }
}

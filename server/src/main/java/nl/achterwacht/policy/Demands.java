package nl.achterwacht.policy;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.achterwacht.policy.Judgement.Demand;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what the rules ask: each measure once, with the reasons of all rules that ask it. What
 * will do instead must do for each of those rules.
 */
final class Demands {
  private final List<String> contributing;
  private final Map<Measure, Set<String>> reasons = new EnumMap<>(Measure.class);
  private final Map<Measure, Set<Measure>> alternatives = new EnumMap<>(Measure.class);

  /**
   * @param contributing codes of the factors that made the class what it is
   */
  Demands(List<String> contributing) {
    this.contributing = contributing;
  }

  /** One rule of the table of measures that holds. */
  void add(Map<String, @Nullable Object> row) {
    Measure measure = Measure.valueOf(Policy.text(row, "measure"));
    reasons
        .computeIfAbsent(measure, m -> new LinkedHashSet<>())
        .addAll(named(Policy.text(row, "reason")));
    Set<Measure> instead = instead(row.get("alternatives"));
    alternatives.merge(measure, instead, Demands::both);
  }

  List<Demand> all() {
    return reasons.entrySet().stream()
        .map(entry ->
            new Demand(
                entry.getKey(),
                List.copyOf(entry.getValue()),
                alternatives.getOrDefault(entry.getKey(), Set.of()).stream().sorted().toList()))
        .toList();
  }

  private List<String> named(String reason) {
    if (!reason.equals(Reason.FACTORS.text())) {
      return List.of(reason);
    }
    return contributing.isEmpty() ? List.of(Reason.POLICY.text()) : contributing;
  }

  private static Set<Measure> instead(@Nullable Object cell) {
    if (!(cell instanceof String codes) || codes.isBlank()) {
      return Set.of();
    }
    return Arrays.stream(codes.split(",", -1))
        .map(code -> Measure.valueOf(code.strip()))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Measure.class)));
  }

  private static Set<Measure> both(Set<Measure> one, Set<Measure> other) {
    return one.stream().filter(other::contains).collect(Collectors.toSet());
  }
}

package nl.achterwacht.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.achterwacht.policy.Judgement.WatchAdvice;
import org.jspecify.annotations.Nullable;

/**
 * The tables of one version, ready to judge. The same facts always give the same judgement. Safe
 * for use by many threads at once.
 *
 * <p>A judgement sums the weights of the factors that hold, asks the class for that sum and the
 * number of heavy factors, and asks the measures and the watch for that class and the facts.
 */
public final class Policy {
  // Sums and heavy factors that occur; no more are kept.
  private static final int MOST_CLASSES = 10_000;

  private final Tables tables;
  private final Map<RiskFactor, Weight> weights;
  private final Map<Sum, RiskClass> classes = new ConcurrentHashMap<>();

  Policy(Tables tables, Map<RiskFactor, Weight> weights) {
    this.tables = tables;
    this.weights = new EnumMap<>(weights);
  }

  /** How heavy a factor weighs. */
  record Weight(int points, boolean heavy) {
    static Weight of(Map<String, @Nullable Object> row) {
      return new Weight(number(row, "weight"), Boolean.TRUE.equals(row.get("heavy")));
    }

    boolean counts() {
      return heavy || points > 0;
    }
  }

  private record Sum(int points, int heavies) {}

  /** The policy every organisation begins with: version 1. */
  public static Policy standard() {
    return Standard.POLICY;
  }

  /** The tables of {@link #standard()}, as DMN. */
  public static String standardDmn() {
    return StandardText.DMN;
  }

  /**
   * Judges a visit.
   *
   * @param facts codes of factors must be known ({@link RiskFactor#isKnown})
   * @param version what the judgement says of itself
   */
  public Judgement judge(Facts facts, int version) {
    var whole = WholeFacts.of(facts);
    Set<RiskFactor> held = EnumSet.noneOf(RiskFactor.class);
    whole.factors().forEach(code -> held.add(RiskFactor.valueOf(code)));
    int points = held.stream().mapToInt(factor -> weight(factor).points()).sum();
    int heavies = (int) held.stream().filter(factor -> weight(factor).heavy()).count();
    RiskClass riskClass = riskClass(new Sum(points, heavies));
    Map<String, @Nullable Object> asked = asked(whole, riskClass);
    var demands = new Demands(contributing(held));
    tables.ask(Table.MEASURES, asked).forEach(demands::add);
    return new Judgement(
        riskClass, points, demands.all(), advice(tables.ask(Table.WATCH, asked)), version);
  }

  Weight weight(RiskFactor factor) {
    return Objects.requireNonNull(weights.get(factor), "the reader saw to it");
  }

  private RiskClass riskClass(Sum sum) {
    RiskClass known = classes.get(sum);
    if (known != null) {
      return known;
    }
    List<Map<String, @Nullable Object>> rows =
        tables.ask(Table.RISK_CLASS, Map.of("score", sum.points(), "heavies", sum.heavies()));
    RiskClass found = RiskClass.of(text(rows.getFirst(), "riskClass"));
    if (classes.size() < MOST_CLASSES) {
      classes.put(sum, found);
    }
    return found;
  }

  /** The factors that made the class what it is, those that weigh most first. */
  private List<String> contributing(Set<RiskFactor> held) {
    return held.stream()
        .filter(factor -> weight(factor).counts())
        .sorted(
            Comparator.comparing((RiskFactor factor) -> !weight(factor).heavy())
                .thenComparingInt(factor -> -weight(factor).points()))
        .map(RiskFactor::name)
        .toList();
  }

  private static Map<String, @Nullable Object> asked(Facts facts, RiskClass riskClass) {
    Map<String, @Nullable Object> asked = new HashMap<>();
    asked.put("riskClass", riskClass.text());
    asked.put("byAppointment", facts.byAppointment());
    asked.put("outsideOfficeHours", facts.outsideOfficeHours());
    asked.put("dark", facts.dark());
    asked.put("hotSpot", facts.hotSpot());
    asked.put("cautions", facts.cautions());
    asked.put("companions", facts.companions());
    asked.put("responseMinutes", facts.responseMinutes());
    asked.put("batteryPercent", facts.batteryPercent());
    asked.put("travelMode", facts.travelMode());
    asked.put("factors", List.copyOf(facts.factors()));
    return asked;
  }

  private static WatchAdvice advice(List<Map<String, @Nullable Object>> rows) {
    Map<String, @Nullable Object> row = rows.getFirst();
    return new WatchAdvice(
        Boolean.TRUE.equals(row.get("highRisk")),
        Boolean.TRUE.equals(row.get("halfwaySign")),
        number(row, "graceSeconds"));
  }

  static int number(Map<String, @Nullable Object> row, String output) {
    return ((Number) Objects.requireNonNull(row.get(output), output)).intValue();
  }

  static String text(Map<String, @Nullable Object> row, String output) {
    return (String) Objects.requireNonNull(row.get(output), output);
  }

  /** Apart from the policy made of it: who only looks at the tables need not wait for that. */
  private static final class StandardText {
    static final String DMN = dmn();

    private static String dmn() {
      try (InputStream in = Policy.class.getResourceAsStream("/policy/default.dmn")) {
        return new String(
            Objects.requireNonNull(in, "default.dmn").readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Read when it is first needed: on a program that has just started it takes seconds. */
  private static final class Standard {
    static final Policy POLICY = policy();

    private static Policy policy() {
      return switch (PolicyReader.read(StandardText.DMN)) {
        case PolicyReader.Reading.Ready(Policy policy) -> policy;
        case PolicyReader.Reading.Faulty(List<Fault> faults) ->
            throw new IllegalStateException("the policy we ship is wrong: " + faults);
      };
    }
  }
}

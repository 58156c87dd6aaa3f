package nl.achterwacht.policy;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The catalogue of what may make a visit risky: the codes of the tables. How heavy each weighs, the
 * tables say; what it is called, {@code texts/policy_*.properties}.
 */
public enum RiskFactor {
  /** Purpose is inspection or enforcement. */
  D1,
  /** Bad news, or confronting with mistakes. */
  D2,
  /** No appointment, unannounced. */
  D3,
  /** Removal of a child, or eviction. */
  D4,
  /** Seizure, recovery, or stopping a benefit. */
  D5,
  /** First contact, nothing known. */
  D6,
  /** A refusal or delay must be told. */
  D7,
  /** Aggressive to staff in the last 12 months. */
  P1,
  /** Serious violence in the past. */
  P2,
  /** Alcohol or drugs, possibly. */
  P3,
  /** Unpredictable behaviour; never a diagnosis. */
  P4,
  /** Major change in family or work. */
  P5,
  /** Suspected offences in the family. */
  P6,
  /** Organised crime, or the suspicion. */
  P7,
  /** Irritated or threatening on the phone. */
  P8,
  /** Running conflict, complaint or objection; no blame. */
  P9,
  /** Unknown others present. */
  P10,
  /** Weapons, possibly. */
  W1,
  /** Dangerous or loose dog. */
  W2,
  /** Building known for incidents. */
  W3,
  /** Little or no coverage inside. */
  W4,
  /** No second exit, high floor, or the door locks. */
  W5,
  /** Hygiene, fire, gas, or an unstable building. */
  W6,
  /** Remote, no neighbours. */
  W7,
  /** Outside office hours. */
  T1,
  /** Dark on arrival or departure. */
  T2,
  /** Holiday, New Year, unrest. */
  T3,
  /** Unsafe route or spot. */
  O1,
  /** Street or area is a hot spot. */
  O2,
  /** Incident nearby in the last 48 hours. */
  O3,
  /** No parking nearby. */
  O4,
  /** Worker new or untrained. */
  M1,
  /** Worker was this person's victim before. */
  M2,
  /** Worker does not feel sure today. */
  M3,
  /** Response time above the limit. */
  M4,
  /** No standby available. */
  M5;

  private static final Map<String, RiskFactor> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toMap(Enum::name, Function.identity()));

  /** Whether there is such a factor; ask this of codes that come from outside. */
  public static boolean isKnown(String code) {
    return BY_CODE.containsKey(code);
  }
}

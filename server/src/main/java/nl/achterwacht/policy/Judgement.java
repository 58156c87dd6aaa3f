package nl.achterwacht.policy;

import java.util.List;

/**
 * What the policy asks of a visit, and why.
 *
 * @param riskClass what the factors add up to
 * @param score sum of the weights of the factors
 * @param demands the measures asked for, each once, in the order of {@link Measure}
 * @param watch what the watch should be like
 * @param version of the tables that judged
 */
public record Judgement(
    RiskClass riskClass, int score, List<Demand> demands, WatchAdvice watch, int version) {
  /**
   * One measure with what asks for it.
   *
   * @param reasons why, for people: codes of risk factors, or keys of a rule's own sentence
   * @param alternatives other measures of which one, proven, will do instead; often none
   */
  public record Demand(Measure measure, List<String> reasons, List<Measure> alternatives) {}

  /**
   * How the watch of this visit should be kept.
   *
   * @param highRisk shorter grace, and the safe code at the end
   * @param halfwaySign one quiet question in the middle
   * @param graceSeconds at most so long; 0 when the team's own number will do
   */
  public record WatchAdvice(boolean highRisk, boolean halfwaySign, int graceSeconds) {}
}

package nl.achterwacht.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.achterwacht.policy.Judgement.Demand;

/** Says in plain words what the policy asks, and why. Pure. */
public final class Explanation {
  // More make nobody wiser; the rest is counted.
  private static final int MOST_REASONS = 4;

  private Explanation() {}

  /**
   * One demand as a sentence: <i>Met z'n tweeën, omdat: eerder agressief tegen medewerkers.</i>
   *
   * @param language {@code nl} or {@code en}
   */
  public static String of(Demand demand, String language) {
    PolicyTexts texts = PolicyTexts.in(language);
    String what = texts.phrase(demand.measure());
    if (!demand.alternatives().isEmpty()) {
      String instead =
          String.join(texts.text("or"), demand.alternatives().stream().map(texts::phrase).toList());
      what = texts.say("or-instead", what, instead);
    }
    return capital(texts.say("because", what, reasons(demand.reasons(), texts)));
  }

  /** The class and what made it so: <i>Risico hoog (5 punten).</i> */
  public static String of(Judgement judgement, String language) {
    PolicyTexts texts = PolicyTexts.in(language);
    return texts.say("class", texts.name(judgement.riskClass()), judgement.score());
  }

  private static String reasons(List<String> reasons, PolicyTexts texts) {
    List<String> told = new ArrayList<>();
    reasons.stream().limit(MOST_REASONS).map(texts::reason).forEach(told::add);
    int more = reasons.size() - told.size();
    if (more > 0) {
      told.add(texts.say("more", more));
    }
    return String.join("; ", told);
  }

  private static String capital(String sentence) {
    return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }
}

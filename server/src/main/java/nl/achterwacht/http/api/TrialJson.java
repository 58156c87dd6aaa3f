package nl.achterwacht.http.api;

import java.time.Instant;
import java.util.List;
import nl.achterwacht.policy.Explanation;
import nl.achterwacht.policy.Judgement;
import nl.achterwacht.policy.Measure;
import nl.achterwacht.policy.PolicyRegister;
import nl.achterwacht.policy.PolicyTexts;
import nl.achterwacht.policy.Trial;
import org.jspecify.annotations.Nullable;

/** What a draft would change, as the API tells it. */
record TrialJson(
    int version,
    int draftRevision,
    boolean examples,
    int cases,
    int changed,
    List<Move> moves,
    List<Count> measures,
    List<Change> changes) {
  record Move(String from, String to, int cases) {}

  record Count(String measure, String name, int now, int then) {}

  record Change(
      @Nullable Instant judgedAt,
      @Nullable String example,
      List<String> factors,
      Outcome now,
      Outcome then,
      List<String> added,
      List<String> dropped) {}

  record Outcome(String riskClass, String summary, List<String> demands) {}

  static TrialJson of(Trial trial, PolicyRegister.Prepared of, String language) {
    PolicyTexts texts = PolicyTexts.in(language);
    return new TrialJson(
        of.version(),
        of.draft().revision(),
        of.cases().stream().anyMatch(one -> one.example() != null),
        trial.cases(),
        trial.changed(),
        trial.moves().stream()
            .map(one -> new Move(one.from().text(), one.to().text(), one.cases()))
            .toList(),
        trial.measures().stream()
            .map(one ->
                new Count(one.measure().name(), texts.name(one.measure()), one.now(), one.then()))
            .toList(),
        trial.changes().stream().map(one -> change(one, language)).toList());
  }

  private static Change change(Trial.Change change, String language) {
    return new Change(
        change.of().judgedAt(),
        change.of().example(),
        change.of().facts().factors().stream().sorted().toList(),
        outcome(change.now(), language),
        outcome(change.then(), language),
        codes(change.added()),
        codes(change.dropped()));
  }

  private static Outcome outcome(Judgement judgement, String language) {
    return new Outcome(
        judgement.riskClass().text(),
        Explanation.of(judgement, language),
        judgement.demands().stream().map(demand -> Explanation.of(demand, language)).toList());
  }

  private static List<String> codes(List<Measure> measures) {
    return measures.stream().map(Measure::name).toList();
  }
}

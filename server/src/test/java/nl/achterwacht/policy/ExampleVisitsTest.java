package nl.achterwacht.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table that a safety officer reads, held to the policy we ship. */
class ExampleVisitsTest {
  private static final Path FILE = Path.of("..", "docs", "policy", "example-visits.md");
  private static final Map<String, RiskClass> CLASSES =
      Map.of(
          "normaal", RiskClass.NORMAL,
          "verhoogd", RiskClass.RAISED,
          "hoog", RiskClass.HIGH,
          "zeer hoog", RiskClass.VERY_HIGH);

  record Row(
      int number, String visit, Facts facts, RiskClass riskClass, int score, Set<Measure> asked) {
    static Row of(String[] cells) {
      return new Row(
          Integer.parseInt(cells[1]),
          cells[2],
          ExampleVisits.facts(cells[3]),
          Objects.requireNonNull(CLASSES.get(cells[4]), cells[4]),
          Integer.parseInt(cells[5]),
          Arrays.stream(cells[7].split(", ", -1))
              .map(Measure::valueOf)
              .collect(Collectors.toCollection(() -> EnumSet.noneOf(Measure.class))));
    }

    @Override
    public String toString() {
      return number + " " + visit;
    }
  }

  static List<Row> rows() throws IOException {
    return ExampleVisits.rows(Files.readString(FILE)).stream().map(Row::of).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void isJudgedAsTheTableSays(Row row) {
    Judgement judgement = Policy.standard().judge(row.facts(), 1);
    assertThat(judgement.riskClass()).isEqualTo(row.riskClass());
    assertThat(judgement.score()).isEqualTo(row.score());
    assertThat(judgement.demands().stream().map(Judgement.Demand::measure))
        .containsExactlyElementsOf(row.asked());
  }

  @Test
  void theProgramHasThemWithIt() throws IOException {
    assertThat(ExampleVisits.all())
        .extracting(ExampleVisits.Example::facts)
        .isEqualTo(rows().stream().map(Row::facts).toList());
  }

  @Test
  void thereAreSixtyAtLeastAndTheyMeetTheWholeCatalogue() throws IOException {
    List<Row> all = rows();
    assertThat(all).hasSizeGreaterThanOrEqualTo(60);
    Set<String> factors =
        all.stream().flatMap(row -> row.facts().factors().stream()).collect(Collectors.toSet());
    // Those that the other facts stand for.
    factors.addAll(Set.of("D3", "T1", "T2", "O2"));
    assertThat(factors).hasSize(RiskFactor.values().length);
    assertThat(all.stream().map(Row::riskClass)).contains(RiskClass.values());
  }
}

package nl.achterwacht.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that are wrong, by mistake or by intent, are refused with the place. */
class PolicyReaderTest {
  private static final String OPENING = "<definitions ";

  @Test
  void theTablesWeShipAreRight() {
    assertThat(Dmn.faults(Dmn.standard())).isEmpty();
    assertThat(Dmn.standard().length()).isLessThan(PolicyReader.LONGEST / 3);
  }

  @Test
  void aFileOfOursIsNotRead() {
    String dmn =
        withDoctype("<!DOCTYPE definitions [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")
            .replace("Gewicht per", "&x;");
    assertThat(codes(dmn)).containsExactly("xml");
    assertThat(Dmn.faults(dmn).toString()).doesNotContain("root:");
  }

  @Test
  void aBillionLaughsAreNotHeard() {
    var laughs = new StringBuilder("<!DOCTYPE d [<!ENTITY l0 \"ha\">");
    for (int i = 1; i <= 30; i++) {
      laughs.append("<!ENTITY l%d \"&l%d;&l%d;\">".formatted(i, i - 1, i - 1));
    }
    assertThat(codes(withDoctype(laughs + "]>").replace("Gewicht per", "&l30;")))
        .containsExactly("xml");
  }

  @Test
  void aDocumentTypeElsewhereIsNotFetched() {
    String dmn = withDoctype("<!DOCTYPE d SYSTEM \"http://127.0.0.1:1/d.dtd\">");
    assertThat(codes(dmn)).containsExactly("xml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"javascript", "groovy", "juel", "JUEL", "python", "urn:x"})
  void aScriptIsRefused(String language) {
    String dmn =
        Dmn.standard()
            .replace(
                "<inputEntry id=\"weights-1-i1\">",
                "<inputEntry id=\"weights-1-i1\" expressionLanguage=\"" + language + "\">");
    assertThat(Dmn.faults(dmn)).containsExactly(Fault.file("script", language));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for i in 1..1000000000 return i",
        "every i in 1..1000000000 satisfies i > 0",
        "some i in 1..1000000000 satisfies i > 1000000000",
        "(function(f) f(f))(function(f) f(f))",
        "function(x) external {java: {class: \"java.lang.Runtime\", method signature: \"x\"}}",
        "matches(?, \"(a+)+$\")",
        "string join(for i in 1..9 return \"x\")",
        "now()",
        "batteryPercent",
        "1 + 1",
        "${x}",
        "#{1}",
        "> \"a\"; 1"
      })
  void aCellThatComputesIsRefused(String feel) {
    String escaped = feel.replace("&", "&amp;").replace("<", "&lt;");
    List<Fault> faults = Dmn.faults(Dmn.with("risk-class-1-i2", escaped));
    assertThat(faults).containsExactly(new Fault("risk-class", 1, "score", "not-understood", feel));
    assertThat(Dmn.faults(Dmn.with("measures-1-o1", escaped)).getFirst().code())
        .isEqualTo("not-understood");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "measures-1-o1 | \"SPRINGEN\" | measures | 1 | measure | unknown-measure",
        "measures-4-i10 | list contains(?, \"Z9\") | measures | 4 | factors | unknown-factor",
        "measures-2-o3 | \"DUO, X\" | measures | 2 | alternatives | unknown-measure",
        "measures-1-o2 | \"alwayz\" | measures | 1 | reason | unknown-reason",
        "measures-3-i1 | \"hoog\" | measures | 3 | riskClass | unknown-class",
        "measures-30-i9 | \"raket\" | measures | 30 | travelMode | unknown-travel-mode",
        "risk-class-5-o1 | \"niks\" | risk-class | 5 | riskClass | unknown-class",
        "weights-1-i1 | \"Z1\" | weights | 1 | factor | unknown-factor",
        "weights-2-o1 | 101 | weights | 2 | weight | not-understood",
        "weights-2-o1 | `` | weights | 2 | weight | not-understood",
        "watch-1-o3 | 10 | watch | 1 | graceSeconds | not-understood",
        "watch-1-o3 | 86400 | watch | 1 | graceSeconds | not-understood",
        "watch-1-o1 | `` | watch | 1 | highRisk | not-understood"
      })
  void aFaultNamesTableRuleAndColumn(
      String cell, String text, String table, int rule, String column, String code) {
    List<Fault> faults = Dmn.faults(Dmn.with(cell, text));
    assertThat(faults).hasSize(1);
    Fault fault = faults.getFirst();
    assertThat(fault).isEqualTo(new Fault(table, rule, column, code, fault.value()));
  }

  @Test
  void theSentenceOfAFaultIsInTheReadersLanguage() {
    Fault fault = Dmn.faults(Dmn.with("measures-1-o1", "\"SPRINGEN\"")).getFirst();
    assertThat(PolicyTexts.in("nl").sentence(fault))
        .isEqualTo("Tabel Maatregelen, regel 1, kolom maatregel: Er is geen maatregel SPRINGEN.");
    assertThat(PolicyTexts.in("en").sentence(fault))
        .isEqualTo("Table Measures, rule 1, column measure: There is no measure SPRINGEN.");
  }

  @Test
  void everyFactorHasOneWeight() {
    assertThat(Dmn.faults(Dmn.with("weights-1-i1", "\"D2\"")))
        .containsExactly(
            new Fault("weights", 0, null, "no-weight", "D1"),
            new Fault("weights", 0, null, "two-weights", "D2"));
  }

  @Test
  void theLastRuleMustCatchEverything() {
    assertThat(Dmn.faults(Dmn.with("watch-5-i1", "\"normal\"")))
        .containsExactly(new Fault("watch", 5, null, "last-rule", ""));
  }

  @Test
  void whatOtherEnginesAddIsRefused() {
    String standard = Dmn.standard();
    assertThat(
            codes(
                standard.replace(
                    "<description>", "<extensionElements><x/></extensionElements><description>")))
        .contains("element");
    assertThat(
            codes(
                standard.replace(
                    OPENING, OPENING + "xmlns:c=\"http://camunda.org/schema/1.0/dmn\" c:x=\"1\" ")))
        .containsExactly("attribute");
    assertThat(
            codes(
                standard.replace(
                    "</definitions>",
                    "<businessKnowledgeModel id=\"b\" name=\"b\"/></definitions>")))
        .containsExactly("element");
    assertThat(codes(standard.replace("20191111", "20151101"))).isNotEmpty();
  }

  @Test
  void tablesAndColumnsMustBeThoseOfAPolicy() {
    String standard = Dmn.standard();
    assertThat(codes(standard.replace("<decision id=\"watch\"", "<decision id=\"other\"")))
        .containsExactlyInAnyOrder("unknown-table", "table-missing");
    assertThat(codes(standard.replace("<text>dark</text>", "<text>secret</text>")))
        .containsExactly("unknown-input");
    assertThat(codes(standard.replace("<text>dark</text>", "<text>hotSpot</text>")))
        .containsExactly("column-twice");
    assertThat(codes(standard.replace("name=\"halfwaySign\"", "name=\"x\"")))
        .containsExactlyInAnyOrder("unknown-output", "output-missing");
    assertThat(codes(standard.replace(" hitPolicy=\"COLLECT\"", ""))).contains("hit-policy");
    assertThat(codes(standard.replace("typeRef=\"integer\"", "typeRef=\"date\""))).contains("type");
  }

  @Test
  void whatIsTooLongIsRefusedUnread() {
    assertThat(codes("x".repeat(PolicyReader.LONGEST + 1))).containsExactly("too-long");
    assertThat(codes(Dmn.with("measures-1-o2", "\"" + "lang ".repeat(70) + "\"")))
        .containsExactly("cell-too-long");
    var many = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      many.append("<rule id=\"r").append(i).append("\"/>");
    }
    assertThat(codes(Dmn.standard().replaceFirst("<rule ", many + "<rule ")))
        .containsExactly("too-many-rules");
    assertThat(codes("")).containsExactly("xml");
    assertThat(codes("<x/>")).containsExactly("element");
  }

  @Test
  void onlySomeFaultsAreTold() {
    assertThat(
            Dmn.faults(
                Dmn.standard().replace("\"raised\"", "\"x\"").replace("<text>2<", "<text>?<")))
        .hasSizeBetween(20, 50);
  }

  @Test
  void aFactorThatAnOlderPolicyDidNotKnowWeighsWhatOursSays() {
    String older = Dmn.standard().replaceFirst("(?s)<rule id=\"weights-36\">.*?</rule>", "");
    assertThat(codes(older)).containsExactly("no-weight");
    assertThat(PolicyReader.readStored(older, Policy.standard()))
        .isInstanceOfSatisfying(
            PolicyReader.Reading.Ready.class,
            ready ->
                assertThat(ready.policy().weight(RiskFactor.M5))
                    .isEqualTo(new Policy.Weight(0, true)));
  }

  private static List<String> codes(String dmn) {
    return Dmn.faults(dmn).stream().map(Fault::code).distinct().toList();
  }

  private static String withDoctype(String doctype) {
    return Dmn.standard()
        .replaceFirst(
            "(?s)\\?>.*?<definitions", "?>" + doctype.replace("$", "\\$") + "<definitions");
  }
}

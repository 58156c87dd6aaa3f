package nl.achterwacht.policy;

import java.io.ByteArrayInputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.dmn.engine.DmnDecision;
import org.operaton.bpm.dmn.engine.DmnDecisionRuleResult;
import org.operaton.bpm.dmn.engine.DmnEngine;
import org.operaton.bpm.dmn.engine.DmnEngineException;
import org.operaton.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.operaton.bpm.engine.variable.VariableMap;
import org.operaton.bpm.engine.variable.Variables;

/** The tables of one policy in the DMN engine. Safe for use by many threads at once. */
final class Tables {
  private final DmnEngine engine;
  private final Map<Table, DmnDecision> decisions = new EnumMap<>(Table.class);

  /**
   * @param dmn a file that {@code PolicyReader} found nothing wrong with
   * @throws DmnEngineException when the engine cannot read it
   */
  Tables(byte[] dmn) {
    this.engine = engine();
    for (DmnDecision decision : engine.parseDecisions(new ByteArrayInputStream(dmn))) {
      for (Table table : Table.values()) {
        if (table.id().equals(decision.getKey())) {
          decisions.put(table, decision);
        }
      }
    }
    if (decisions.size() != Table.values().length) {
      throw new IllegalStateException("the engine found only " + decisions.keySet());
    }
  }

  /**
   * The outcomes of the rules that hold, by output.
   *
   * @throws DmnEngineException when two rules hold where one may
   */
  List<Map<String, @Nullable Object>> ask(Table table, Map<String, @Nullable Object> facts) {
    VariableMap variables = Variables.createVariables();
    facts.forEach(variables::putValue);
    return engine.evaluateDecisionTable(decisions.get(table), variables).stream()
        .map(DmnDecisionRuleResult::getEntryMap)
        .toList();
  }

  /** Only FEEL: of scripts and of Java's expression language this engine knows nothing. */
  private static DmnEngine engine() {
    var feel = new TableFeel();
    var configuration = new DefaultDmnEngineConfiguration();
    configuration.setFeelEngineFactory(() -> feel);
    configuration.setScriptEngineResolver(language -> {
      throw new IllegalStateException("no scripts: " + language);
    });
    configuration.setElProvider(expression -> {
      throw new IllegalStateException("no expression language but FEEL");
    });
    return configuration.buildEngine();
  }
}

package nl.achterwacht.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.dmn.feel.impl.FeelEngine;
import org.operaton.bpm.engine.variable.context.VariableContext;

/**
 * FEEL for the cells of one policy. Each cell is parsed once instead of at every judgement, and
 * what it says of a value is remembered: a cell that passed {@link Cell} depends on that value
 * alone. It asks the FEEL engine itself, without functions from outside.
 */
final class TableFeel implements FeelEngine {
  // More than the values that occur: percentages, minutes, a few classes and modes, in each cell.
  private static final int MOST_REMEMBERED = 50_000;

  private final FeelEngineApi feel =
      FeelEngineBuilder.create().withEnabledExternalFunctions(false).build();
  private final Map<String, ParsedExpression> tests = new ConcurrentHashMap<>();
  private final Map<Asked, Boolean> remembered = new ConcurrentHashMap<>();
  private final Map<String, Object> literals = new ConcurrentHashMap<>();
  private final Map<String, List<String>> namesIn = new ConcurrentHashMap<>();

  private record Asked(String cell, Object value) {}

  /** An input is the name of a fact; an outcome is a literal. */
  @Override
  // The interface promises the caller whatever it expects.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <T> T evaluateSimpleExpression(String expression, VariableContext facts) {
    if (facts.containsVariable(expression)) {
      return (T) facts.resolve(expression).getValue();
    }
    return (T) literals.computeIfAbsent(expression, this::literal);
  }

  @Override
  public boolean evaluateSimpleUnaryTests(String cell, String input, VariableContext facts) {
    @Nullable Object value = facts.resolve(input).getValue();
    if (value == null) {
      // What is not known meets no other condition than that.
      return Arrays.stream(cell.split(",", -1)).anyMatch(one -> one.strip().equals("null"));
    }
    Object counts = value instanceof List<?> all ? named(cell, all) : value;
    var asked = new Asked(cell, counts);
    Boolean known = remembered.get(asked);
    if (known != null) {
      return known;
    }
    boolean holds = holds(cell, counts);
    if (remembered.size() < MOST_REMEMBERED) {
      remembered.put(asked, holds);
    }
    return holds;
  }

  /** Those that the cell names: it asks which of them hold, and no other makes a difference. */
  private List<?> named(String cell, List<?> all) {
    List<String> names = namesIn.computeIfAbsent(cell, Cell::texts);
    return names.stream().filter(all::contains).toList();
  }

  private boolean holds(String cell, Object value) {
    ParsedExpression test = tests.computeIfAbsent(cell, this::test);
    EvaluationResult result = feel.evaluateWithInput(test, value, Map.<String, Object>of());
    if (result.isFailure() || !(result.result() instanceof Boolean holds)) {
      throw new IllegalStateException("cell " + cell + " said neither yes nor no");
    }
    return holds;
  }

  private ParsedExpression test(String cell) {
    ParseResult result = feel.parseUnaryTests(cell);
    if (result.isFailure()) {
      throw new IllegalStateException("cell " + cell + " cannot be read");
    }
    return result.parsedExpression();
  }

  private Object literal(String cell) {
    EvaluationResult result = feel.evaluateExpression(cell, Map.<String, Object>of());
    if (result.isFailure()) {
      throw new IllegalStateException("cell " + cell + " is no literal");
    }
    return result.result();
  }
}

package nl.achterwacht.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Holds one decision table to what {@link Table} says of it, column by column and cell by cell. */
final class TableCheck {
  static final int MOST_RULES = 300;
  static final int LONGEST_CELL = 300;

  private final Table table;
  private final List<Fault> faults;

  TableCheck(Table table, List<Fault> faults) {
    this.table = table;
    this.faults = faults;
  }

  /** Looks at a {@code decision} element. */
  void look(Element decision) {
    List<Element> tables = children(decision, "decisionTable");
    if (tables.size() != 1) {
      faults.add(Fault.table(table, "no-table", ""));
      return;
    }
    Element body = tables.getFirst();
    String policy = body.hasAttribute("hitPolicy") ? body.getAttribute("hitPolicy") : "UNIQUE";
    if (!policy.equals(table.hitPolicy())) {
      faults.add(Fault.table(table, "hit-policy", policy));
    }
    List<String> inputs = inputs(body);
    List<String> outputs = outputs(body);
    List<Element> rules = children(body, "rule");
    if (rules.isEmpty()) {
      faults.add(Fault.table(table, "no-rules", ""));
    } else if (rules.size() > MOST_RULES) {
      faults.add(Fault.table(table, "too-many-rules", Integer.toString(rules.size())));
    } else {
      Map<String, Cell> inputKinds = table.inputs();
      Map<String, Cell> outputKinds = table.outputs();
      for (int number = 1; number <= rules.size(); number++) {
        Element rule = rules.get(number - 1);
        lookAt(number, children(rule, "inputEntry"), inputs, inputKinds);
        lookAt(number, children(rule, "outputEntry"), outputs, outputKinds);
      }
      lookAtLast(rules);
    }
  }

  private List<String> inputs(Element body) {
    List<String> names =
        children(body, "input").stream()
            .flatMap(input -> children(input, "inputExpression").stream().limit(1))
            .map(TableCheck::text)
            .toList();
    if (names.size() != children(body, "input").size()) {
      faults.add(Fault.table(table, "input-without-fact", ""));
    }
    checkNames(names, table.inputs().keySet(), "unknown-input");
    return names;
  }

  private List<String> outputs(Element body) {
    List<String> names =
        children(body, "output").stream().map(output -> output.getAttribute("name")).toList();
    checkNames(names, table.outputs().keySet(), "unknown-output");
    table.outputs().keySet().stream()
        .filter(name -> !names.contains(name))
        .sorted()
        .forEach(name -> faults.add(Fault.table(table, "output-missing", name)));
    return names;
  }

  private void checkNames(List<String> names, Set<String> known, String otherwise) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!known.contains(name)) {
        faults.add(Fault.table(table, otherwise, name));
      } else if (!seen.add(name)) {
        faults.add(Fault.table(table, "column-twice", name));
      }
    }
  }

  private void lookAt(
      int rule, List<Element> entries, List<String> columns, Map<String, Cell> kinds) {
    if (entries.size() != columns.size()) {
      faults.add(new Fault(table.id(), rule, null, "cells", Integer.toString(entries.size())));
      return;
    }
    for (int i = 0; i < entries.size(); i++) {
      String column = columns.get(i);
      Cell kind = kinds.get(column);
      String cell = text(entries.get(i));
      if (cell.length() > LONGEST_CELL) {
        faults.add(new Fault(table.id(), rule, column, "cell-too-long", cell));
      } else if (kind != null) {
        kind.wrong(cell)
            .ifPresent(wrong ->
                faults.add(new Fault(table.id(), rule, column, wrong.code(), wrong.value())));
      }
    }
  }

  /** Where the first rule counts, the last one must hold for whatever no rule before it met. */
  private void lookAtLast(List<Element> rules) {
    boolean catchesAll =
        children(rules.getLast(), "inputEntry").stream()
            .map(TableCheck::text)
            .allMatch(cell -> cell.isEmpty() || cell.equals("-"));
    if (table.needsLastRule() && !catchesAll) {
      faults.add(new Fault(table.id(), rules.size(), null, "last-rule", ""));
    }
  }

  static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element && name.equals(element.getLocalName())) {
        found.add(element);
      }
    }
    return found;
  }

  /** What stands in the {@code text} of a cell or an input. */
  private static String text(Element entry) {
    List<Element> texts = children(entry, "text");
    return texts.isEmpty() ? "" : texts.getFirst().getTextContent().strip();
  }
}

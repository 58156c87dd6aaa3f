package nl.achterwacht.policy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.dmn.engine.DmnEngineException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Reads tables that somebody sent: first as hostile XML, then against the catalogue, and only then
 * with the DMN engine. What is refused is refused with the place where it stands.
 */
public final class PolicyReader {
  /** Characters of a file; the tables we ship have 60,000. */
  public static final int LONGEST = 256 * 1024;

  private static final int MOST_FAULTS = 50;

  private PolicyReader() {}

  /** What came of reading. */
  public sealed interface Reading {
    /** A policy that can judge. */
    record Ready(Policy policy) implements Reading {}

    /** Not usable, because of these; at most some tens are told. */
    record Faulty(List<Fault> faults) implements Reading {}
  }

  /** Reads a draft: each factor of the catalogue must have its weight. */
  public static Reading read(String dmn) {
    return read(dmn, Optional.empty());
  }

  /**
   * Reads what was put into force, perhaps by an older program: a factor that the catalogue did not
   * know then weighs what {@code standard} says.
   */
  static Reading readStored(String dmn, Policy standard) {
    return read(dmn, Optional.of(standard));
  }

  private static Reading read(String dmn, Optional<Policy> standard) {
    var faults = new ArrayList<Fault>();
    byte[] bytes = dmn.getBytes(StandardCharsets.UTF_8);
    if (dmn.length() > LONGEST) {
      return new Reading.Faulty(List.of(Fault.file("too-long", Integer.toString(dmn.length()))));
    }
    SafeXml.read(bytes, wrong -> faults.add(Fault.file("xml", wrong)))
        .ifPresent(document -> look(document, faults));
    if (!faults.isEmpty()) {
      return new Reading.Faulty(faults.stream().limit(MOST_FAULTS).toList());
    }
    return compile(bytes, standard);
  }

  private static void look(Document document, List<Fault> faults) {
    Element root = document.getDocumentElement();
    if (!"definitions".equals(root.getLocalName())) {
      faults.add(Fault.file("element", root.getNodeName()));
      return;
    }
    new ElementCheck(faults).look(root);
    if (!faults.isEmpty()) {
      return;
    }
    Map<String, Table> missing = new HashMap<>();
    for (Table table : Table.values()) {
      missing.put(table.id(), table);
    }
    for (Element decision : TableCheck.children(root, "decision")) {
      @Nullable Table table = missing.remove(decision.getAttribute("id"));
      if (table == null) {
        faults.add(Fault.file("unknown-table", decision.getAttribute("id")));
      } else {
        new TableCheck(table, faults).look(decision);
      }
    }
    missing.values().forEach(table -> faults.add(Fault.table(table, "table-missing", "")));
  }

  private static Reading compile(byte[] bytes, Optional<Policy> standard) {
    Tables tables;
    try {
      tables = new Tables(bytes);
    } catch (DmnEngineException e) {
      return new Reading.Faulty(List.of(Fault.file("engine", String.valueOf(e.getMessage()))));
    }
    var faults = new ArrayList<Fault>();
    Map<RiskFactor, Policy.Weight> weights = new EnumMap<>(RiskFactor.class);
    for (RiskFactor factor : RiskFactor.values()) {
      List<Map<String, @Nullable Object>> rows = weighed(tables, factor);
      if (rows.size() == 1) {
        weights.put(factor, Policy.Weight.of(rows.getFirst()));
      } else if (rows.isEmpty() && standard.isPresent()) {
        weights.put(factor, standard.get().weight(factor));
      } else {
        String code = rows.isEmpty() ? "no-weight" : "two-weights";
        faults.add(Fault.table(Table.WEIGHTS, code, factor.name()));
      }
    }
    return faults.isEmpty()
        ? new Reading.Ready(new Policy(tables, weights))
        : new Reading.Faulty(faults);
  }

  /**
   * The rules for {@code factor}; two empty ones when the engine found that more than one holds.
   */
  private static List<Map<String, @Nullable Object>> weighed(Tables tables, RiskFactor factor) {
    try {
      return tables.ask(Table.WEIGHTS, Map.of("factor", factor.name()));
    } catch (DmnEngineException e) {
      return List.of(Map.of(), Map.of());
    }
  }
}

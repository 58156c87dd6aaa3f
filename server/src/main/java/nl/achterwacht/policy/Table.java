package nl.achterwacht.policy;

import java.util.LinkedHashMap;
import java.util.Map;

/** The four tables of a policy, with what they may ask and must answer. */
enum Table {
  /** Asked for each factor that holds: how heavy it weighs. */
  WEIGHTS("weights", "UNIQUE"),
  /** From points and heavy factors to a class; the first rule that holds counts. */
  RISK_CLASS("risk-class", "FIRST"),
  /** What is asked of the visit; every rule that holds counts. */
  MEASURES("measures", "COLLECT"),
  /** How the watch should be kept; the first rule that holds counts. */
  WATCH("watch", "FIRST");

  private final String id;
  private final String hitPolicy;

  Table(String id, String hitPolicy) {
    this.id = id;
    this.hitPolicy = hitPolicy;
  }

  String id() {
    return id;
  }

  String hitPolicy() {
    return hitPolicy;
  }

  /** The facts it may ask for. */
  Map<String, Cell> inputs() {
    return switch (this) {
      case WEIGHTS -> Map.of("factor", Cell.FACTOR);
      case RISK_CLASS -> Map.of("heavies", Cell.NUMBER, "score", Cell.NUMBER);
      case MEASURES, WATCH -> ofAVisit();
    };
  }

  /** What it must answer, all of it. */
  Map<String, Cell> outputs() {
    return switch (this) {
      case WEIGHTS -> Map.of("weight", Cell.POINTS, "heavy", Cell.MARK);
      case RISK_CLASS -> Map.of("riskClass", Cell.CLASS);
      case MEASURES ->
          Map.of(
              "measure", Cell.MEASURE,
              "reason", Cell.REASON,
              "alternatives", Cell.ALTERNATIVES);
      case WATCH ->
          Map.of(
              "highRisk", Cell.TRUTH,
              "halfwaySign", Cell.TRUTH,
              "graceSeconds", Cell.SECONDS);
    };
  }

  /** Whether its last rule must hold whatever the facts are. */
  boolean needsLastRule() {
    return hitPolicy.equals("FIRST");
  }

  private static Map<String, Cell> ofAVisit() {
    Map<String, Cell> columns = new LinkedHashMap<>();
    columns.put("riskClass", Cell.RISK_CLASS);
    columns.put("byAppointment", Cell.FLAG);
    columns.put("outsideOfficeHours", Cell.FLAG);
    columns.put("dark", Cell.FLAG);
    columns.put("hotSpot", Cell.FLAG);
    columns.put("cautions", Cell.NUMBER);
    columns.put("companions", Cell.NUMBER);
    columns.put("responseMinutes", Cell.NUMBER);
    columns.put("batteryPercent", Cell.NUMBER);
    columns.put("travelMode", Cell.TRAVEL_MODE);
    columns.put("factors", Cell.FACTORS);
    return columns;
  }
}

package nl.achterwacht.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured: one value a round for each measure of each contender. */
public final class Report {
  private record Row(String of, String contender, String measure) {}

  private final Map<Row, List<Double>> values = new LinkedHashMap<>();
  private final Map<String, Double> ratios = new LinkedHashMap<>();

  /** One round's value; said at once, for a run takes long, and may end before its table. */
  public void add(String of, String contender, String measure, double value) {
    System.out.printf("- %s, %s, %s: %s%n", of, contender, measure, text(value));
    values.computeIfAbsent(new Row(of, contender, measure), r -> new ArrayList<>()).add(value);
  }

  /**
   * A goal's ratio: in each round one by the other, for both had that round's machine; then the
   * median.
   */
  public void ratio(String name, String of, String measure, String one, String other) {
    List<Double> ones = values.get(new Row(of, one, measure));
    List<Double> others = values.get(new Row(of, other, measure));
    if (ones == null || others == null || ones.size() != others.size()) {
      throw new IllegalStateException("nothing to compare for " + name);
    }
    List<Double> each = new ArrayList<>();
    for (int i = 0; i < ones.size(); i++) {
      each.add(ones.get(i) / others.get(i));
    }
    ratios.put(name, median(each));
  }

  /** A goal that is a number of its own: the median of its rounds. */
  public void goal(String name, String of, String contender, String measure) {
    ratios.put(name, median(values.getOrDefault(new Row(of, contender, measure), List.of())));
  }

  /** The table for people, then the lines for programs. */
  public void print() {
    int widest = values.keySet().stream().mapToInt(r -> r.contender().length()).max().orElse(0);
    int longest = values.keySet().stream().mapToInt(r -> r.measure().length()).max().orElse(0);
    String line = "%-10s %-" + widest + "s %-" + longest + "s %12s   %s%n";
    System.out.printf(line, "case", "contender", "measure", "median", "lowest .. highest");
    values.forEach((row, all) ->
        System.out.printf(
            line, row.of(), row.contender(), row.measure(), text(median(all)), range(all)));
    System.out.println();
    ratios.forEach((name, value) -> System.out.println("RATIO " + name + " " + text(value)));
  }

  static double median(List<Double> all) {
    if (all.isEmpty()) {
      return Double.NaN;
    }
    List<Double> sorted = new ArrayList<>(all);
    Collections.sort(sorted);
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  private static String range(List<Double> all) {
    return "[" + text(Collections.min(all)) + " .. " + text(Collections.max(all)) + "]";
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.3f" : "%.0f", value);
  }
}

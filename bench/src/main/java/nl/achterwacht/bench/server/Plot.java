package nl.achterwacht.bench.server;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A line chart as SVG, readable in light and dark and without colours: sizes along a logarithmic
 * axis, a measure upwards from zero, the median of each size with its lowest and highest.
 */
final class Plot {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 380;
  private static final int LEFT = 80;
  private static final int RIGHT = 20;
  private static final int TOP = 76;
  private static final int BOTTOM = 64;
  private static final int TICKS = 5;

  private static final String STYLE =
      """
      svg { --paper: #ffffff; --ink: #1b1f24; --grid: #d5dae0; --a: #0063a3; --b: #b34700; }
      @media (prefers-color-scheme: dark) {
        svg { --paper: #14181d; --ink: #e9edf1; --grid: #3a424b; --a: #6cb8f0; --b: #ffa657; }
      }
      text { font: 13px system-ui, sans-serif; fill: var(--ink); }
      .title { font-size: 16px; font-weight: 600; }
      .paper { fill: var(--paper); }
      .grid { stroke: var(--grid); }
      .s0 { stroke: var(--a); fill: var(--a); }
      .s1 { stroke: var(--b); fill: var(--b); }
      polyline.s0, polyline.s1 { fill: none; stroke-width: 2; }
      polyline.s1 { stroke-dasharray: 7 4; }
      """;

  private final String title;
  private final String xAxis;
  private final String yAxis;
  private final Map<String, Map<Integer, List<Double>>> series;
  private final StringBuilder svg = new StringBuilder();
  private final double smallest;
  private final double largest;
  private final double step;

  /**
   * @param series at most two, in their order: by size, what was measured in each round
   */
  private Plot(
      String title, String xAxis, String yAxis, Map<String, Map<Integer, List<Double>>> series) {
    this.title = title;
    this.xAxis = xAxis;
    this.yAxis = yAxis;
    this.series = series;
    List<Integer> sizes = sizes();
    this.smallest = Math.log10(sizes.getFirst()) - 0.15;
    this.largest = Math.log10(sizes.getLast()) + 0.15;
    this.step = niceStep(highest() / TICKS);
  }

  static String svg(
      String title, String xAxis, String yAxis, Map<String, Map<Integer, List<Double>>> series) {
    return new Plot(title, xAxis, yAxis, series).draw();
  }

  private String draw() {
    add(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' role='img'"
            + " aria-labelledby='t'>",
        WIDTH, HEIGHT);
    add("<title id='t'>%s, %s by %s</title>", title, yAxis, xAxis);
    svg.append("<style>\n").append(STYLE).append("</style>\n");
    add("<rect class='paper' width='%d' height='%d'/>", WIDTH, HEIGHT);
    add("<text class='title' x='%d' y='26'>%s</text>", LEFT, title);
    drawAxes();
    int number = 0;
    for (var one : series.entrySet()) {
      drawLegend(number, one.getKey());
      drawSeries(number++, one.getValue());
    }
    return svg.append("</svg>\n").toString();
  }

  private void drawAxes() {
    for (int i = 0; i * step <= top() + step / 1000; i++) {
      double y = y(i * step);
      add("<line class='grid' x1='%d' x2='%d' y1='%.1f' y2='%.1f'/>", LEFT, WIDTH - RIGHT, y, y);
      add("<text x='%d' y='%.1f' text-anchor='end'>%s</text>", LEFT - 8, y + 4, text(i * step));
    }
    for (int size : sizes()) {
      double x = x(size);
      int bottom = HEIGHT - BOTTOM;
      add("<line class='grid' x1='%.1f' x2='%.1f' y1='%d' y2='%d'/>", x, x, bottom, bottom + 6);
      add("<text x='%.1f' y='%d' text-anchor='middle'>%,d</text>", x, bottom + 22, size);
    }
    add(
        "<text x='%d' y='%d' text-anchor='middle'>%s</text>",
        (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 16, xAxis);
    int middle = (TOP + HEIGHT - BOTTOM) / 2;
    add(
        "<text transform='translate(18 %d) rotate(-90)' text-anchor='middle'>%s</text>",
        middle, yAxis);
  }

  private void drawLegend(int number, String name) {
    int x = LEFT + number * 250;
    add("<polyline class='s%d' points='%d,48 %d,48'/>", number, x, x + 34);
    drawMark(number, x + 17, 48);
    add("<text x='%d' y='52'>%s</text>", x + 42, name);
  }

  private void drawSeries(int number, Map<Integer, List<Double>> values) {
    var points = new StringBuilder();
    values.forEach((size, all) -> {
      double x = x(size);
      double y = y(median(all));
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
      add(
          "<line class='s%d' x1='%.1f' x2='%.1f' y1='%.1f' y2='%.1f'/>",
          number, x, x, y(Collections.min(all)), y(Collections.max(all)));
      drawMark(number, x, y);
    });
    add("<polyline class='s%d' points='%s'/>", number, points.toString().strip());
  }

  private void drawMark(int number, double x, double y) {
    if (number == 0) {
      add("<circle class='s0' cx='%.1f' cy='%.1f' r='4.5'/>", x, y);
    } else {
      add("<rect class='s1' x='%.1f' y='%.1f' width='9' height='9'/>", x - 4.5, y - 4.5);
    }
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private double x(int size) {
    double share = (Math.log10(size) - smallest) / (largest - smallest);
    return LEFT + share * (WIDTH - RIGHT - LEFT);
  }

  private double y(double value) {
    int bottom = HEIGHT - BOTTOM;
    return bottom - value / top() * (bottom - TOP);
  }

  private double top() {
    return Math.ceil(highest() / step) * step;
  }

  private List<Integer> sizes() {
    var sizes = new TreeMap<Integer, Boolean>();
    series.values().forEach(values -> values.keySet().forEach(size -> sizes.put(size, true)));
    return new ArrayList<>(sizes.keySet());
  }

  private double highest() {
    return series.values().stream()
        .flatMap(values -> values.values().stream())
        .flatMap(List::stream)
        .mapToDouble(Double::doubleValue)
        .max()
        .orElse(1);
  }

  /** 1, 2 or 5 times a power of ten. */
  private static double niceStep(double atLeast) {
    double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
    for (double times : List.of(1.0, 2.0, 5.0)) {
      if (times * power >= atLeast) {
        return times * power;
      }
    }
    return 10 * power;
  }

  static double median(List<Double> all) {
    List<Double> sorted = all.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  private static String text(double value) {
    if (value >= 10 || value == 0) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(Locale.ROOT, value >= 1 ? "%.1f" : "%.3f", value);
  }
}

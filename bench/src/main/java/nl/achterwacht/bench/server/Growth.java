package nl.achterwacht.bench.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured at each size; written as one table and as charts. */
final class Growth {
  private static final String WATCHES = "watches that run";

  /** One measure of the product: the case it belongs to, and its unit. */
  enum Measure {
    SIGNS("signs of life over HTTP", "a second"),
    ALARMS("alarms in a storm", "a second"),
    IDLE_SERVER("server", "processor cores"),
    IDLE_DATABASE("database", "processor cores"),
    READY("the jar", "seconds"),
    READY_AOT("with an AOT cache", "seconds"),
    RESIDENT("resident", "MiB"),
    LIVE("live heap", "MiB");

    private final String text;
    private final String unit;

    Measure(String text, String unit) {
      this.text = text;
      this.unit = unit;
    }
  }

  private final Map<Measure, Map<Integer, List<Double>>> values = new LinkedHashMap<>();

  void add(Measure measure, int watches, double value) {
    values
        .computeIfAbsent(measure, m -> new LinkedHashMap<>())
        .computeIfAbsent(watches, w -> new ArrayList<>())
        .add(value);
  }

  /** Writes {@code growth.csv} and the charts into {@code folder}. */
  void write(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("growth.csv"), csv());
      plot(folder, "rate", "Work done", Measure.SIGNS, Measure.ALARMS);
      plot(folder, "idle", "At rest", Measure.IDLE_SERVER, Measure.IDLE_DATABASE);
      plot(folder, "start", "From start to ready", Measure.READY, Measure.READY_AOT);
      plot(folder, "memory", "Memory of the server", Measure.RESIDENT, Measure.LIVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String csv() {
    var csv = new StringBuilder("measure,unit,watches,round,value\n");
    values.forEach((measure, sizes) ->
        sizes.forEach((watches, all) -> {
          for (int round = 0; round < all.size(); round++) {
            csv.append(
                String.format(
                    Locale.ROOT,
                    "%s,%s,%d,%d,%.4f%n",
                    measure.name().toLowerCase(Locale.ROOT),
                    measure.unit,
                    watches,
                    round + 1,
                    all.get(round)));
          }
        }));
    return csv.toString();
  }

  private void plot(Path folder, String name, String title, Measure... measures)
      throws IOException {
    var series = new LinkedHashMap<String, Map<Integer, List<Double>>>();
    for (Measure measure : measures) {
      series.put(measure.text, values.getOrDefault(measure, Map.of()));
    }
    Files.writeString(
        folder.resolve("growth-" + name + ".svg"),
        Plot.svg(title, WATCHES, measures[0].unit, series));
  }
}

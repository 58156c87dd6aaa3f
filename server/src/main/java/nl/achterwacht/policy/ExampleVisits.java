package nl.achterwacht.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The example visits that a safety officer reads in {@code docs/policy/example-visits.md}, which is
 * packed with the program: what a draft can be tried out on before any visit was judged.
 */
public final class ExampleVisits {
  private static final String FILE = "/policy/example-visits.md";

  private ExampleVisits() {}

  /** One row of the table, without what is expected of it. */
  public record Example(int number, String visit, Facts facts) {}

  /** All of them, in their order. */
  public static List<Example> all() {
    return Loaded.ALL;
  }

  static List<Trial.Case> asCases() {
    return all().stream()
        .map(example -> new Trial.Case(example.facts(), null, example.visit()))
        .toList();
  }

  /** The cells of each row. */
  static List<String[]> rows(String table) {
    return table
        .lines()
        .filter(line -> line.matches("\\| \\d+ \\|.*"))
        .map(line -> line.split("\\s*\\|\\s*", -1))
        .toList();
  }

  static String text() {
    try (InputStream in = ExampleVisits.class.getResourceAsStream(FILE)) {
      return new String(Objects.requireNonNull(in, FILE).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Facts as the table writes them: <i>D1, W3; zonder afspraak; batterij 30 %</i>. By appointment,
   * in office hours, on foot, battery at 80 %, unless it says otherwise.
   */
  static Facts facts(String text) {
    var read = new Reading();
    for (String part : text.split(";", -1)) {
      read.take(part.strip());
    }
    return read.facts();
  }

  private static final class Loaded {
    static final List<Example> ALL =
        rows(text()).stream()
            .map(cells -> new Example(Integer.parseInt(cells[1]), cells[2], facts(cells[3])))
            .toList();
  }

  private static final class Reading {
    private static final int FULL_ENOUGH = 80;

    private Set<String> factors = Set.of();
    private boolean byAppointment = true;
    private boolean outsideOfficeHours;
    private boolean dark;
    private boolean hotSpot;
    private int cautions;
    private @Nullable Integer responseMinutes;
    private @Nullable Integer batteryPercent = FULL_ENOUGH;
    private String travelMode = "walking";

    void take(String part) {
      switch (part) {
        case "–", "" -> {}
        case "zonder afspraak" -> byAppointment = false;
        case "buiten kantooruren" -> outsideOfficeHours = true;
        case "donker" -> dark = true;
        case "risicogebied" -> hotSpot = true;
        case "auto" -> travelMode = "car";
        case "fiets" -> travelMode = "bicycle";
        case "openbaar vervoer" -> travelMode = "public-transport";
        case "batterij onbekend" -> batteryPercent = null;
        default -> takeNumberOrFactors(part);
      }
    }

    private void takeNumberOrFactors(String part) {
      if (part.matches("batterij \\d+ %")) {
        batteryPercent = number(part);
      } else if (part.matches("opkomtijd \\d+ min")) {
        responseMinutes = number(part);
      } else if (part.matches("\\d+ aandachtspunt(en)?")) {
        cautions = number(part);
      } else {
        factors = Arrays.stream(part.split(",", -1)).map(String::strip).collect(Collectors.toSet());
        if (!factors.stream().allMatch(RiskFactor::isKnown)) {
          throw new IllegalStateException("what does an example visit mean by " + part + "?");
        }
      }
    }

    Facts facts() {
      return new Facts(
          factors,
          byAppointment,
          outsideOfficeHours,
          dark,
          hotSpot,
          cautions,
          0,
          responseMinutes,
          batteryPercent,
          travelMode);
    }

    private static int number(String part) {
      return Integer.parseInt(part.replaceAll("\\D", ""));
    }
  }
}

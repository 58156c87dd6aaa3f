package nl.achterwacht.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Runs the rows of the fault table, all of them or those named in its arguments, and prints a line
 * for each. Ends with 1 when anything was lost, doubled, early or late.
 */
public final class Faults {
  private static final String LINE =
      "| %-14s | %-78s | %7s | %10s | %4s | %7s | %8s | %12s | %10s | %s%n";

  private Faults() {}

  public static void main(String[] names) throws IOException {
    List<Row> all = new Rows().all();
    List<Row> wanted =
        all.stream().filter(r -> names.length == 0 || List.of(names).contains(r.name())).toList();
    if (wanted.isEmpty()) {
      System.err.println("rows: " + String.join(" ", all.stream().map(Row::name).toList()));
      System.exit(2);
    }
    System.out.printf(
        LINE,
        "row",
        "what was done",
        "watches",
        "alarms due",
        "lost",
        "doubled",
        "late max",
        "signs taken",
        "signs lost",
        "verdict");
    int failed = 0;
    for (Row row : wanted) {
      failed += play(row) ? 0 : 1;
    }
    System.out.printf("%d of %d rows ok%n", wanted.size() - failed, wanted.size());
    System.exit(failed == 0 ? 0 : 1);
  }

  private static boolean play(Row row) {
    long began = System.nanoTime();
    try (Scene scene = row.begin().call()) {
      row.story().play(scene);
      scene.settle();
      Findings found = Checker.check(scene, row.bound());
      boolean ok = found.verdict().equals("ok") && row.control().holds(scene, row.bound());
      print(row, scene, found, Duration.ofNanos(System.nanoTime() - began));
      return ok;
    } catch (Exception e) {
      System.out.printf("| %-14s | FAILED: %s%n", row.name(), e);
      e.printStackTrace(System.out);
      return false;
    }
  }

  private static void print(Row row, Scene scene, Findings found, Duration took) {
    System.out.printf(
        LINE,
        row.name(),
        row.what(),
        found.watches(),
        found.due(),
        found.lost().size(),
        found.doubled().size(),
        seconds(found.latest()),
        found.signsTaken(),
        found.signsLost().size(),
        found.verdict());
    scene.notes().forEach(note -> System.out.println("    " + note));
    System.out.printf(
        "    %d repeats under the same key, %d of them stale; phones: %d told what to do instead, %d unanswered;"
            + " slowest answer %s; row took %d s%n",
        found.repeats(),
        found.stale().size(),
        scene.crowd().told(),
        scene.crowd().unanswered(),
        seconds(scene.crowd().slowest()),
        took.toSeconds());
    found.all().stream().limit(20).forEach(one -> System.out.println("    ! " + one));
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }
}

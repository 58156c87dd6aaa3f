package nl.achterwacht.ha;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import nl.achterwacht.ha.History.Meaning;
import org.jspecify.annotations.Nullable;

/** The table, row by row as the run goes on, and what it comes to. */
@SuppressWarnings("InlineFormatString") // the columns of heading and rows are read together
final class Report {
  /** The lateness of an alarm in a fail-over that the product names as its limit. */
  private static final Duration LATEST = Duration.ofSeconds(45);

  private static final String LINE =
      "%3s %-9s %-4s | %8s %8s %8s %8s | %7s %5s | %6s %5s %5s %5s %6s | %7s %7s%n";

  private final boolean untilLoss;
  private final List<Row> rows = new ArrayList<>();

  /**
   * One fault. The counts of its verdict are of the whole run up to here.
   *
   * @param elected from the fault until another host had the lock
   * @param silence longest time without a confirmed sign from the fault until it was mended
   * @param silenceAfter the same from then until all was judged
   * @param healthy from the mending until all three hosts were well; null when that took too long
   * @param slowest the longest that a phone waited for any answer
   */
  record Row(
      Fault fault,
      int host,
      Duration elected,
      Duration silence,
      Duration silenceAfter,
      @Nullable Duration healthy,
      Duration slowest,
      Verdict verdict) {}

  /**
   * @param untilLoss a known-bad version is on trial, and must be caught
   */
  Report(boolean untilLoss) {
    this.untilLoss = untilLoss;
    line(
        "", "", "", "new", "no sign", "after", "whole", "signs", "", "alarms", "", "", "", "calls",
        "latest", "slowest");
    line(
        "#", "fault", "host", "leader", "taken", "mending", "again", "taken", "lost", "due", "lost",
        "twice", "false", "twice", "alarm", "answer");
  }

  void add(Row row) {
    rows.add(row);
    Verdict v = row.verdict();
    line(
        rows.size(),
        row.fault().name().toLowerCase(Locale.ROOT),
        "db" + row.host(),
        seconds(row.elected()),
        seconds(row.silence()),
        seconds(row.silenceAfter()),
        row.healthy() == null ? "no" : seconds(row.healthy()),
        v.signs(),
        v.signsLost(),
        v.alarms(),
        v.alarmsLost(),
        v.alarmsDoubled(),
        v.falseAlarms(),
        v.callsDoubled(),
        seconds(v.latest()),
        seconds(row.slowest()));
  }

  /** Says what it comes to; returns the exit code. */
  int conclude(History history) {
    Verdict last = rows.getLast().verdict();
    Duration latest = longest(row -> row.verdict().latest());
    System.out.printf(
        "%nleader lost %d times; no sign taken for %s s at the longest, median %s s%n",
        rows.size(), seconds(longest(Row::silence)), seconds(median()));
    System.out.printf(
        "answers: %d taken, %d told what to do instead, %d puzzling %s; slowest %s s%n",
        history.count(Meaning.CONFIRMED),
        history.count(Meaning.TOLD),
        history.count(Meaning.PUZZLING),
        history.examplesOfPuzzling(),
        seconds(longest(Row::slowest)));
    System.out.printf(
        "RESULT signs %d lost %d; alarms %d lost %d twice %d false %d; calls twice %d, repeated"
            + " under their own key %d; latest alarm %s s%n",
        last.signs(),
        last.signsLost(),
        last.alarms(),
        last.alarmsLost(),
        last.alarmsDoubled(),
        last.falseAlarms(),
        last.callsDoubled(),
        last.repeats(),
        seconds(latest));
    if (untilLoss) {
      return last.signsLost() > 0
          ? say(0, "LOSS, as it must be: the checker sees what this version loses")
          : say(
              1,
              "NO LOSS in %d rounds: the checker was not put to the test".formatted(rows.size()));
    }
    if (!last.nothingLostOrDoubled()) {
      return say(1, "LOST OR DOUBLED: see above");
    }
    if (latest.compareTo(LATEST) > 0) {
      return say(1, "NOTHING LOST, but an alarm was too late: see above");
    }
    if (history.count(Meaning.PUZZLING) > 0) {
      return say(1, "NOTHING LOST, but a phone was not told what to do: see above");
    }
    if (rows.stream().anyMatch(row -> row.healthy() == null)) {
      return say(1, "NOTHING LOST, but a host did not come back: see above");
    }
    return say(
        0, "NOTHING LOST, nothing doubled, every alarm within %s s".formatted(seconds(LATEST)));
  }

  private Duration longest(Function<Row, Duration> of) {
    return rows.stream().map(of).max(Duration::compareTo).orElse(Duration.ZERO);
  }

  private Duration median() {
    return rows.stream().map(Row::silence).sorted().toList().get(rows.size() / 2);
  }

  private static int say(int code, String what) {
    System.out.println(what);
    return code;
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
  }

  private static void line(Object... cells) {
    System.out.printf(LINE, cells);
  }
}

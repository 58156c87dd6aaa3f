package nl.achterwacht.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import nl.achterwacht.report.Report.Row;
import nl.achterwacht.report.Report.Section;
import org.jspecify.annotations.Nullable;

/** What stands out in a year, in plain sentences, each read off the figures that follow. */
final class Conclusions {
  private final Words words;
  private final Map<String, Section> sections;

  Conclusions(Words words, List<Report> reports) {
    this.words = words;
    this.sections =
        reports.stream()
            .flatMap(report -> report.sections().stream())
            .collect(Collectors.toMap(Section::id, section -> section));
  }

  List<String> sentences() {
    var all = new ArrayList<String>();
    visits(all);
    signals(all);
    double incidents = total("signals.month", 1);
    if (incidents > 0) {
      all.add(words.filled("conclusion.incidents", incidents));
    }
    busiest(all);
    alarms(all);
    responses(all);
    workplaces(all);
    double drills = total("self-check.training", 0);
    all.add(
        drills == 0
            ? words.of("conclusion.drills-none")
            : words.filled("conclusion.drills", drills));
    @Nullable Number half = first("drills.response", 1);
    if (half != null) {
      double slow = value(rows("drills.response").getFirst(), 4);
      all.add(words.filled("conclusion.drill-times", half, slow));
    }
    @Nullable Number aftercare = first("self-check.aftercare", 2);
    if (aftercare != null) {
      all.add(words.filled("conclusion.aftercare", aftercare));
    }
    return all;
  }

  private void visits(List<String> all) {
    double visits = total("adoption.month", 2);
    @Nullable Double watched = percent(total("adoption.month", 0), visits);
    all.add(
        watched == null
            ? words.of("conclusion.no-visits")
            : words.filled("conclusion.visits", visits, watched));
  }

  private void signals(List<String> all) {
    double signals = total("signals.month", 0);
    @Nullable Double perHundred = percent(signals, total("adoption.month", 2));
    @Nullable Number inTime = first("self-check.registering", 2);
    if (signals == 0) {
      all.add(words.of("conclusion.signals-none"));
    } else if (perHundred != null && inTime != null) {
      all.add(words.filled("conclusion.signals", signals, perHundred, inTime));
    }
    most("signals.month", row -> value(row, 0))
        .ifPresent(row -> all.add(words.filled("conclusion.month", row.label(), value(row, 0))));
  }

  private void workplaces(List<String> all) {
    double workplaces = total("workplaces.class", 0);
    if (workplaces > 0) {
      List<Row> decisions = rows("workplaces.decision");
      double undecided = value(decisions.getLast(), 0);
      all.add(words.filled("conclusion.workplaces", workplaces, undecided));
      double done = total("workplaces.measures", 0) + total("workplaces.measures", 1);
      double late = value(rows("workplaces.waiting").getFirst(), 1);
      all.add(words.filled("conclusion.measures", done, late));
    }
  }

  private void busiest(List<String> all) {
    ToDoubleFunction<Row> events = row -> value(row, 1) + value(row, 2) + value(row, 3);
    Optional<Row> street =
        rows("risks.street").stream()
            .filter(row -> !row.label().equals(words.of("risks.street.rest")))
            .max(Comparator.comparingDouble(events))
            .filter(row -> events.applyAsDouble(row) > 0);
    Optional<Row> hour = most("risks.hour", events);
    if (street.isPresent() && hour.isPresent()) {
      all.add(words.filled("conclusion.busiest", street.get().label(), hour.get().label()));
    }
  }

  private void alarms(List<String> all) {
    double real = total("false-alarms.month", 0) + total("false-alarms.month", 1);
    double wrong = total("false-alarms.month", 2);
    double every = real + wrong + total("false-alarms.month", 3);
    Optional<Row> cause = most("false-alarms.cause", row -> value(row, 0));
    @Nullable Double share = percent(wrong, real + wrong);
    if (every == 0) {
      all.add(words.of("conclusion.alarms-none"));
    } else if (share != null && cause.isPresent()) {
      String why = cause.get().label().toLowerCase(words.locale());
      all.add(words.filled("conclusion.alarms", every, wrong, share, why));
    }
  }

  private void responses(List<String> all) {
    List<Row> total = rows("response-times.total");
    if (total.isEmpty()) {
      return;
    }
    List<? extends @Nullable Number> values = total.getFirst().values();
    @Nullable Number half = values.get(2);
    @Nullable Number nine = values.get(3);
    @Nullable Number there = values.get(5);
    if (half != null && nine != null) {
      all.add(words.filled("conclusion.response", half, nine));
    }
    if (there != null) {
      all.add(words.filled("conclusion.arrival", there));
    }
  }

  private Optional<Row> most(String section, ToDoubleFunction<Row> by) {
    return rows(section).stream()
        .max(Comparator.comparingDouble(by))
        .filter(row -> by.applyAsDouble(row) > 0);
  }

  private double total(String section, int column) {
    return rows(section).stream().mapToDouble(row -> value(row, column)).sum();
  }

  private @Nullable Number first(String section, int column) {
    List<Row> rows = rows(section);
    return rows.isEmpty() ? null : rows.getFirst().values().get(column);
  }

  private List<Row> rows(String section) {
    Section found = sections.get(section);
    return found == null ? List.of() : found.rows();
  }

  private static double value(Row row, int column) {
    @Nullable Number value = row.values().get(column);
    return value == null ? 0 : value.doubleValue();
  }

  private static @Nullable Double percent(double part, double whole) {
    return whole == 0 ? null : Math.round(1000 * part / whole) / 10.0;
  }
}

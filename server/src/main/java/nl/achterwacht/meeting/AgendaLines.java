package nl.achterwacht.meeting;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What there is to talk about, the most pressing first.
 *
 * @param more how many there are beside these: an agenda is read aloud, so it has a bound
 */
public record AgendaLines(List<AgendaLine> lines, int more) {
  static final AgendaLines NONE = new AgendaLines(List.of(), 0);

  public AgendaLines {
    lines = List.copyOf(lines);
  }

  /** The first {@code most} of {@code all} as lines; the others are counted. */
  public static <T> AgendaLines first(int most, List<T> all, Function<T, AgendaLine> line) {
    return new AgendaLines(
        all.stream().limit(most).map(line).toList(), Math.max(0, all.size() - most));
  }

  AgendaLines and(AgendaLines others) {
    return new AgendaLines(
        Stream.concat(lines.stream(), others.lines.stream()).toList(), more + others.more);
  }
}

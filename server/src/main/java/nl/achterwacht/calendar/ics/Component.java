package nl.achterwacht.calendar.ics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of a calendar as it was written: its lines, and the parts inside it. */
record Component(String name, List<Line> lines, List<Component> parts) {
  /** A property; names of it and of its parameters are in capitals. */
  record Line(String name, Map<String, String> parameters, String value) {
    @Nullable String parameter(String its) {
      return parameters.get(its);
    }
  }

  static Component named(String name) {
    return new Component(name.toUpperCase(Locale.ROOT), new ArrayList<>(), new ArrayList<>());
  }

  /** The first property of this name. */
  @Nullable Line line(String its) {
    return lines.stream().filter(line -> line.name().equals(its)).findFirst().orElse(null);
  }

  List<Line> all(String its) {
    return lines.stream().filter(line -> line.name().equals(its)).toList();
  }

  String value(String its, String otherwise) {
    Line line = line(its);
    return line == null ? otherwise : line.value().strip();
  }

  int number(String its) {
    String value = value(its, "0");
    return value.matches("\\d{1,9}") ? Integer.parseInt(value) : 0;
  }

  /** A text in words; null when there is none. */
  @Nullable String text(String its) {
    Line line = line(its);
    if (line == null) {
      return null;
    }
    var text = new StringBuilder();
    boolean escaped = false;
    for (int i = 0; i < line.value().length(); i++) {
      char c = line.value().charAt(i);
      if (c == '\\' && !escaped) {
        escaped = true;
        continue;
      }
      boolean newLine = escaped && (c == 'n' || c == 'N');
      text.append(newLine || Character.isISOControl(c) ? ' ' : c);
      escaped = false;
    }
    String plain = text.toString().strip().replaceAll("\\s+", " ");
    return plain.isEmpty() ? null : plain;
  }

  @Override
  public String toString() {
    return "Component[" + name + "]";
  }
}

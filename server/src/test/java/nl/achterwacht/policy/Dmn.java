package nl.achterwacht.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables we ship, and cells of them changed as a person would. */
final class Dmn {
  private Dmn() {}

  static String standard() {
    return Policy.standardDmn();
  }

  /** The tables we ship, with another text in one cell. */
  static String with(String cell, String text) {
    return with(standard(), cell, text);
  }

  static String with(String dmn, String cell, String text) {
    Matcher found =
        Pattern.compile("(id=\"" + Pattern.quote(cell) + "\"><text>)[^<]*(</text>)").matcher(dmn);
    assertThat(found.find()).as(cell).isTrue();
    return found.replaceFirst("$1" + Matcher.quoteReplacement(text) + "$2");
  }

  static Policy policy(String dmn) {
    return switch (PolicyReader.read(dmn)) {
      case PolicyReader.Reading.Ready(Policy policy) -> policy;
      case PolicyReader.Reading.Faulty(List<Fault> faults) ->
          throw new AssertionError(faults.toString());
    };
  }

  static List<Fault> faults(String dmn) {
    return switch (PolicyReader.read(dmn)) {
      case PolicyReader.Reading.Ready _ -> List.of();
      case PolicyReader.Reading.Faulty(List<Fault> faults) -> faults;
    };
  }
}

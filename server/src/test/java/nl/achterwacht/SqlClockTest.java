package nl.achterwacht;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No query lets the database's own clock into a condition: an index could not serve it. */
class SqlClockTest {
  private static final Pattern CLOCK_IN_PREDICATE =
      Pattern.compile(
          "(?i)(<|>|=|between)\\s*\\(?(clock_timestamp|now|statement_timestamp)\\s*\\(");

  private static final Pattern TEXT_BLOCK = Pattern.compile("(?s)\"{3}.*?\"{3}");

  @Test
  void noConditionReadsTheDatabasesClock() throws IOException {
    for (Path file : sources()) {
      assertThat(sqlOf(file)).as(file.toString()).doesNotContainPattern(CLOCK_IN_PREDICATE);
    }
    assertThat("where wake_at <= clock_timestamp()").containsPattern(CLOCK_IN_PREDICATE);
    assertThat("and at > now()").containsPattern(CLOCK_IN_PREDICATE);
    assertThat("and at > :now").doesNotContainPattern(CLOCK_IN_PREDICATE);
  }

  private static String sqlOf(Path file) throws IOException {
    String text = Files.readString(file);
    return file.toString().endsWith(".sql")
        ? text
        : String.join("\n", TEXT_BLOCK.matcher(text).results().map(MatchResult::group).toList());
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
      return files
          .filter(file -> file.toString().endsWith(".java") || file.toString().endsWith(".sql"))
          .toList();
    }
  }
}

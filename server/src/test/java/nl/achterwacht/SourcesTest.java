package nl.achterwacht;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What only the text of the sources shows, each check held to a planted breach. */
class SourcesTest {
  private static final int MOST_LINES = 400;
  private static final Path PRODUCT = Path.of("src/main/java/nl/achterwacht");

  private static final Pattern ANY_COLUMN =
      Pattern.compile("\\bselect\\s+(\\w+\\.)?\\*", Pattern.CASE_INSENSITIVE);

  private static final Pattern TABLE =
      Pattern.compile("\\b(?:from|join|into|update)\\s+([a-z]+)\\.([a-z_]+)(?![\\w(])");

  private static final Pattern PROMISE_WITHOUT_ISSUE =
      Pattern.compile("\\b(TODO|FIXME)\\b(?!\\(#\\d+\\))");

  // The rule stands in docs/glossary.md.
  private static final Pattern JE = Pattern.compile("\\b([Jj](e|ij|ou|ouw|ezelf|ullie))\\b");

  // The tables of base belong to no module.
  private static final List<String> SCHEMAS =
      List.of(
          "journal",
          "people",
          "notify",
          "alarm",
          "watch",
          "visit",
          "account",
          "policy",
          "place",
          "travel",
          "preparation",
          "calendar",
          "task",
          "signal",
          "workplace",
          "attachment",
          "device",
          "drill",
          "incident",
          "protocol",
          "agreement",
          "meeting",
          "report",
          "privacy");

  // What is held of a person, and when it goes, is one list of all tables (docs/decisions/0126).
  private static final String KNOWS_EVERY_TABLE = "privacy";

  @Test
  void noFileIsTooLongToRead() throws IOException {
    assertThat(sources("src", ".java", ".sql"))
        .allSatisfy(file ->
            assertThat(Files.readAllLines(file))
                .as(file.toString())
                .hasSizeLessThanOrEqualTo(MOST_LINES));
  }

  @Test
  void everyPackageSaysWhatItIsForAndMarksItsNulls() throws IOException {
    for (Path file : sources(PRODUCT.toString(), ".java")) {
      assertThat(file.resolveSibling("package-info.java"))
          .exists()
          .content(UTF_8)
          .contains("@NullMarked")
          .startsWith("/**");
    }
  }

  @Test
  void sqlNamesItsColumns() throws IOException {
    for (Path file : sources("src/main", ".java", ".sql")) {
      assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(ANY_COLUMN);
    }
    assertThat("select * from there").containsPattern(ANY_COLUMN);
    assertThat("select w.* from there w").containsPattern(ANY_COLUMN);
    assertThat("select count(*) from there").doesNotContainPattern(ANY_COLUMN);
  }

  @Test
  void aModuleTouchesOnlyItsOwnTables() throws IOException {
    List<String> breaches = new ArrayList<>();
    for (Path file : sources(PRODUCT.toString(), ".java")) {
      String module = PRODUCT.relativize(file).getName(0).toString();
      if (module.equals(KNOWS_EVERY_TABLE)) {
        continue;
      }
      for (String table : othersTables(module, Files.readString(file))) {
        breaches.add(file.getFileName() + " touches " + table);
      }
    }
    assertThat(breaches).isEmpty();
    assertThat(othersTables("watch", "select id from alarm.alarm")).containsExactly("alarm.alarm");
    assertThat(othersTables("watch", "update watch.watch set state = 'x'")).isEmpty();
    assertThat(othersTables("report", "select id from watch.v_running")).isEmpty();
  }

  @Test
  void nothingIsPutOffWithoutAnIssue() throws IOException {
    for (Path file : sources("src/main", ".java", ".sql")) {
      assertThat(Files.readString(file))
          .as(file.toString())
          .doesNotContainPattern(PROMISE_WITHOUT_ISSUE);
    }
    assertThat("// TODO later").containsPattern(PROMISE_WITHOUT_ISSUE);
    assertThat("// TODO(#12) later").doesNotContainPattern(PROMISE_WITHOUT_ISSUE);
  }

  @Test
  void everyDutchTextSaysU() throws IOException {
    List<Path> texts = new ArrayList<>(sources("../web/worker/src/text", ".ts"));
    texts.addAll(sources("../web/control-room/src/text", ".ts"));
    for (String folder : List.of("texts", "print", "protocol", "guidance", "policy", "letters")) {
      texts.addAll(sources("src/main/resources/" + folder, ""));
    }
    for (Path file : texts) {
      if (Files.isRegularFile(file)) {
        assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(JE);
      }
    }
    assertThat("Kun je kijken?").containsPattern(JE);
  }

  /** Tables of other modules in {@code source}; a view {@code v_…} is meant for others. */
  private static List<String> othersTables(String module, String source) {
    List<String> found = new ArrayList<>();
    Matcher tables = TABLE.matcher(source);
    while (tables.find()) {
      String schema = tables.group(1);
      boolean others = SCHEMAS.contains(schema) && !schema.equals(module);
      if (others && !tables.group(2).startsWith("v_")) {
        found.add(schema + "." + tables.group(2));
      }
    }
    return found;
  }

  private static List<Path> sources(String folder, String... endings) throws IOException {
    try (Stream<Path> all = Files.walk(Path.of(folder))) {
      List<Path> found =
          all.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith)).toList();
      assertThat(found).isNotEmpty();
      return found;
    }
  }
}

package nl.achterwacht.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever can be wrong with a file has its reason and remedy, in both languages. */
class ImportWordsTest {
  private static final Path BULK = Path.of("src/main/java/nl/achterwacht/calendar/bulk");
  private static final Pattern CODE =
      Pattern.compile(
          "(?:Unreadable\\(|RowFault\\.of\\([\\w.()]+, |\\? |: )\"([a-z]+(?:-[a-z0-9]+)*)\"");

  /** Words in the same places that are no codes of faults. */
  private static final Set<String> OTHERS = Set.of("planned", "known", "bad", "waiting");

  @Test
  void everyCodeHasItsWords() throws IOException {
    var codes = new TreeSet<String>();
    try (Stream<Path> files = Files.list(BULK)) {
      for (Path file : files.toList()) {
        CODE.matcher(Files.readString(file)).results().forEach(found -> codes.add(found.group(1)));
      }
    }
    codes.removeAll(OTHERS);
    assertThat(codes).hasSizeGreaterThan(25).contains("worker-unknown", "time-skipped", "failed");
    for (String language : Set.of("nl", "en")) {
      for (String code : codes) {
        ImportWords words = ImportWords.in(language);
        assertThat(words.reason(code, "adres", "x")).isNotBlank().doesNotContain("{");
        assertThat(words.remedy(code, "adres", "x")).isNotBlank().doesNotContain("{");
      }
    }
  }

  @Test
  void theWordsNameTheColumnAndWhatItSays() {
    assertThat(ImportWords.in("nl").reason("worker-unknown", "medewerker", "Piet"))
        .isEqualTo("Wij kennen geen medewerker “Piet”.");
    assertThat(ImportWords.in("en").remedy("missing", "adres", "")).isEqualTo("Fill in adres.");
  }
}

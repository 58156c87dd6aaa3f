package nl.achterwacht.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * A table of state × event ► next state + effects, written by running the rules. {@code make rules}
 * writes it to docs/rules; the build fails when that is stale.
 */
public final class RuleTable {
  private final StringBuilder text = new StringBuilder();

  /** {@code title} stands above; {@code about} says what the reader should know. */
  public RuleTable(String title, String about) {
    text.append("# ").append(title).append("\n\n");
    text.append("Written by the tests (`make rules`); never by hand.\n\n");
    text.append(about.strip()).append("\n");
  }

  /** Begins the part about one state, at the moment {@code now}. */
  public void state(Object state, Instant now) {
    text.append("\n## ").append(Words.of(state)).append("\n\n");
    text.append("At ").append(Words.of(now)).append(".\n\n");
    text.append("| event | next | effects |\n|---|---|---|\n");
  }

  /** One line: what {@code event} leads to from {@code before}. */
  public void line(Object before, Object event, Object next, Collection<?> effects) {
    text.append("| ").append(Words.of(event)).append(" | ");
    text.append(next.equals(before) ? "*stays*" : Words.of(next)).append(" | ");
    text.append(effects.isEmpty() ? "" : Words.of(List.copyOf(effects))).append(" |\n");
  }

  /** Compares with docs/rules/{@code name}, or writes that when asked to. */
  public void check(String name) {
    Path fresh = Path.of("target", "rules", name);
    Path kept = Path.of("..", "docs", "rules", name);
    try {
      write(fresh);
      if (Boolean.getBoolean("rules.write")) {
        write(kept);
      }
      assertThat(kept)
          .as("docs/rules/%s is stale: make rules", name)
          .hasSameTextualContentAs(fresh);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, text.toString());
  }
}

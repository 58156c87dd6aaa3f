package nl.achterwacht.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first organisation and its administrator, on an empty machine. */
class MakeCommandsTest {
  private final InputStream in = System.in;
  private final PrintStream out = System.out;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @AfterEach
  void giveBack() {
    System.setIn(in);
    System.setOut(out);
  }

  @Test
  void anOrganisationAndItsAdministratorAreMadeWithoutADefaultPassword() {
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    String town = "Gemeente Voorbeeldstad";
    assertThat(run("create-organisation", "", town)).isZero();
    assertThat(run("create-organisation", "", town)).isEqualTo(1);
    assertThat(administrator("kort")).isEqualTo(1);
    assertThat(administrator("")).isZero();
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("There is an organisation with this name already", "12 signs or more")
        .containsPattern("shown this once: [A-Za-z0-9_-]{20}");
    assertThat(administrator("een-goed-wachtwoord")).isEqualTo(1);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("This user name is in use")
        .doesNotContain("een-goed-wachtwoord");
  }

  private int administrator(String password) {
    return run(
        "create-administrator",
        password,
        "--organisation",
        "Gemeente Voorbeeldstad",
        "--user=beheer@voorbeeldstad.example");
  }

  private int run(String command, String typed, String... words) {
    System.setIn(new ByteArrayInputStream((typed + "\n").getBytes(StandardCharsets.UTF_8)));
    var all = new java.util.ArrayList<String>(List.of(words));
    all.addAll(List.of("--data", folder.toString()));
    return MakeCommands.run(command, all);
  }
}

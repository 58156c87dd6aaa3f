package nl.achterwacht.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import nl.achterwacht.base.Database;

/** A generated year of work in a town of its own; the benchmark has the same at full size. */
final class Year {
  private Year() {}

  static void fill(Database database, TestTown town, int year, String scale) {
    List<String> settings =
        List.of(
            "set local gen.organisation = '" + town.id() + "'",
            "set local gen.year = '" + year + "'",
            "set local gen.scale = '" + scale + "'");
    database.inTransactionDo(tx -> {
      try (var statement = tx.connection().createStatement()) {
        for (String setting : settings) {
          statement.execute(setting);
        }
        for (String part : text().split("\n;\n", -1)) {
          if (!part.isBlank()) {
            statement.execute(part);
          }
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    });
  }

  private static String text() {
    try (var in = Year.class.getResourceAsStream("/report/year.sql")) {
      if (in == null) {
        throw new IllegalStateException("no year.sql");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

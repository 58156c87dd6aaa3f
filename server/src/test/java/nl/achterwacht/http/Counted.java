package nl.achterwacht.http;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import nl.achterwacht.base.Database;
import nl.achterwacht.report.Period;
import nl.achterwacht.report.ReportKind;
import org.jspecify.annotations.Nullable;

/** What {@code report/sections.sql} counts: the sections of a report, by their own queries. */
final class Counted {
  private Counted() {}

  static Map<String, Map<String, List<@Nullable Double>>> sections(
      Database database, TestTown town, ReportKind kind, Period period) {
    var sections = new TreeMap<String, Map<String, List<@Nullable Double>>>();
    database.inTransactionDo(tx -> {
      try (var statement = tx.connection().createStatement()) {
        statement.execute("set local figures.organisation = '" + town.id() + "'");
        statement.execute("set local figures.first = '" + period.from().atDay(1) + "'");
        statement.execute(
            "set local figures.after = '" + period.until().plusMonths(1).atDay(1) + "'");
        for (String part : statements("/report/figures.sql")) {
          statement.execute(part);
          if (part.contains("table figures.words")) {
            words(statement);
          }
        }
        String mine = "-- " + kind.text() + " ";
        for (String part : statements("/report/sections.sql")) {
          int head = part.indexOf(mine);
          if (head >= 0) {
            String id = part.substring(head + mine.length()).lines().findFirst().orElseThrow();
            sections.put(id, rows(statement, part));
          }
        }
        statement.execute("drop schema figures cascade");
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    });
    return sections;
  }

  private static Map<String, List<@Nullable Double>> rows(Statement statement, String query)
      throws SQLException {
    var rows = new TreeMap<String, List<@Nullable Double>>();
    try (ResultSet found = statement.executeQuery(query)) {
      while (found.next()) {
        List<@Nullable Double> values = new ArrayList<>();
        for (Object value : (Object[]) found.getArray(2).getArray()) {
          values.add(value == null ? null : ((Number) value).doubleValue());
        }
        rows.put(found.getString(1), values);
      }
    }
    return rows;
  }

  /** The labels are the words of the reports; only the figures are counted anew. */
  private static void words(Statement statement) throws SQLException {
    var words = new Properties();
    try (var in = Counted.class.getResourceAsStream("/texts/report_nl.properties")) {
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try (var insert =
        statement.getConnection().prepareStatement("insert into figures.words values (?, ?)")) {
      for (String key : words.stringPropertyNames()) {
        insert.setString(1, key);
        insert.setString(2, words.getProperty(key));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static List<String> statements(String file) {
    try (var in = Counted.class.getResourceAsStream(file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return List.of(text.split("\n;\n", -1)).stream().filter(part -> !part.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

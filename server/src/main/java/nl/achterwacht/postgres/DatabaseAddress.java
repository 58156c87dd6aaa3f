package nl.achterwacht.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody's own PostgreSQL, instead of the one on board.
 *
 * @param url of the form {@code jdbc:postgresql://host:port/database}
 */
public record DatabaseAddress(String url, String user, String password) {
  private static final int OLDEST_VERSION = 150000;
  private static final String START = "jdbc:postgresql:";

  /**
   * Refuses an address at which the promises of this server cannot be kept.
   *
   * @throws DatabaseUnusable naming everything that is wrong with it
   */
  public void requireUsable() {
    if (!url.startsWith(START)) {
      throw new DatabaseUnusable(
          "The database's address must begin with " + START + ", and is: " + url);
    }
    List<String> problems = new ArrayList<>();
    try (Connection connection = connect()) {
      requireVersion(connection, problems);
      requireOn(connection, "fsync", problems);
      requireOn(connection, "full_page_writes", problems);
      require(connection, "server_encoding", "UTF8", problems);
      require(connection, "transaction_read_only", "off", problems);
      if (setting(connection, "synchronous_commit").equals("off")) {
        problems.add("synchronous_commit is off: a confirmed sign of life could be lost");
      }
    } catch (SQLException e) {
      throw new DatabaseUnusable("The database at " + url + " refuses us: " + e.getMessage(), e);
    }
    if (!problems.isEmpty()) {
      throw new DatabaseUnusable(
          "The database at " + url + " cannot be used: " + String.join("; ", problems) + ".");
    }
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  /** As PostgreSQL's own programs want it. */
  String urlForPrograms() {
    return url.substring("jdbc:".length());
  }

  private static void requireVersion(Connection connection, List<String> problems)
      throws SQLException {
    if (Integer.parseInt(setting(connection, "server_version_num")) < OLDEST_VERSION) {
      problems.add("it is version " + setting(connection, "server_version") + ", 15 is needed");
    }
  }

  private static void requireOn(Connection connection, String name, List<String> problems)
      throws SQLException {
    require(connection, name, "on", problems);
  }

  private static void require(
      Connection connection, String name, String value, List<String> problems) throws SQLException {
    String found = setting(connection, name);
    if (!found.equals(value)) {
      problems.add(name + " is " + found + ", and must be " + value);
    }
  }

  private static String setting(Connection connection, String name) throws SQLException {
    try (var statement = connection.prepareStatement("select current_setting(?)")) {
      statement.setString(1, name);
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }
}

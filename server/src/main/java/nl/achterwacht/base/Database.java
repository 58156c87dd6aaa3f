package nl.achterwacht.base;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The only maker of transactions. Read committed; writers never get a query timeout (DESIGN 10).
 */
public final class Database {
  private static final String AS_WEB =
      """
      select set_config('role', 'achterwacht_web', true),
             set_config('achterwacht.organisation_id', ?, true)
      """;

  private static final int ATTEMPTS = 4;

  private final DataSource pool;

  public Database(DataSource pool) {
    this.pool = pool;
  }

  /**
   * Runs {@code work} with the engine's rights, which cross organisations: loops, sign-in,
   * start-up.
   *
   * @return what {@code work} returned, once it is committed
   * @throws DatabaseAway when no connection could be had, or it broke: nothing is known to be
   *     stored
   */
  public <T extends @Nullable Object> T inTransaction(Function<Tx, T> work) {
    return run(null, work);
  }

  /**
   * Asks one question with the engine's rights. It is one statement, so it needs no transaction of
   * its own, nor the two journeys to the database that one costs: for what is asked all the time.
   *
   * @throws DatabaseAway as {@link #inTransaction}
   */
  public <T extends @Nullable Object> T ask(Function<Tx, T> question) {
    try (Connection connection = pool.getConnection()) {
      return question.apply(new Tx(connection));
    } catch (SQLException e) {
      throw new DatabaseAway("the database could not be reached or broke off", e);
    }
  }

  /** As {@link #inTransaction}, without a result. */
  public void inTransactionDo(Consumer<Tx> work) {
    this.<@Nullable Object>run(
        null,
        tx -> {
          work.accept(tx);
          return null;
        });
  }

  /**
   * Runs {@code work} on behalf of one organisation: row-level security hides every other one, also
   * from a wrong query.
   */
  public <T extends @Nullable Object> T inTransaction(
      OrganisationId organisation, Function<Tx, T> work) {
    return run(organisation, work);
  }

  private <T extends @Nullable Object> T run(
      @Nullable OrganisationId organisation, Function<Tx, T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return runOnce(organisation, work);
      } catch (RuntimeException e) {
        if (attempt == ATTEMPTS || !lostRace(e)) {
          throw e;
        }
      }
    }
  }

  /** Two transactions waited for each other and this one was chosen to give way: again. */
  private static boolean lostRace(Throwable e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql
          && ("40P01".equals(sql.getSQLState()) || "40001".equals(sql.getSQLState()))) {
        return true;
      }
    }
    return false;
  }

  private <T extends @Nullable Object> T runOnce(
      @Nullable OrganisationId organisation, Function<Tx, T> work) {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      T result;
      var tx = new Tx(connection);
      try {
        if (organisation != null) {
          actFor(connection, organisation);
        }
        result = work.apply(tx);
        commit(connection);
      } catch (Throwable e) {
        rollBack(connection, e);
        throw e;
      }
      tx.committed();
      return result;
    } catch (SQLException e) {
      throw new DatabaseAway("the database could not be reached or broke off", e);
    }
  }

  private static void actFor(Connection connection, OrganisationId organisation)
      throws SQLException {
    try (var statement = connection.prepareStatement(AS_WEB)) {
      statement.setString(1, organisation.toString());
      statement.execute();
    }
  }

  /** A commit that warns was not confirmed by the standby: its outcome is unknown, not "done". */
  private static void commit(Connection connection) throws SQLException {
    connection.clearWarnings();
    connection.commit();
    SQLWarning warning = connection.getWarnings();
    if (warning != null && "01000".equals(warning.getSQLState())) {
      throw new SQLException("commit not confirmed: " + warning.getMessage(), "08006", warning);
    }
  }

  private static void rollBack(Connection connection, Throwable cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }
}

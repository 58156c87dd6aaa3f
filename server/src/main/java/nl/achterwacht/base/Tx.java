package nl.achterwacht.base;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * An open transaction. Whoever takes one runs in the caller's transaction; only {@link Database}
 * makes them.
 */
public final class Tx {
  private final Connection connection;
  private final JdbcClient client;

  Tx(Connection connection) {
    this.connection = connection;
    this.client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
  }

  /** One statement, to be given its named parameters and run. */
  public JdbcClient.StatementSpec sql(String sql) {
    return client.sql(sql);
  }

  /**
   * The statement must change exactly one row; anything else is a bug and rolls everything back.
   */
  public void changeOne(JdbcClient.StatementSpec statement, String what) {
    int changed = statement.update();
    if (changed != 1) {
      throw new IllegalStateException(what + ": expected to change 1 row, changed " + changed);
    }
  }

  /** {@code values} as an SQL array of uuid, for {@code unnest} or {@code = any}. */
  public Array uuids(List<?> values) {
    return array("uuid", values.stream().map(v -> v == null ? null : v.toString()).toArray());
  }

  /** {@code values} as an SQL array of text. */
  public Array texts(List<? extends @Nullable String> values) {
    return array("text", values.toArray());
  }

  /** {@code values} as an SQL array of timestamptz. */
  public Array instants(List<? extends @Nullable Instant> values) {
    return array(
        "timestamptz", values.stream().map(v -> v == null ? null : v.toString()).toArray());
  }

  /** {@code values} as an SQL array of integer. */
  public Array integers(List<? extends @Nullable Integer> values) {
    return array("integer", values.toArray());
  }

  /** The connection itself, for what {@link JdbcClient} cannot do (COPY, notifications). */
  public Connection connection() {
    return connection;
  }

  /**
   * Begins a part that may fail without spoiling the rest: what is not {@link Attempt#keep kept} by
   * the time it is closed is undone. The rows locked before it stay locked.
   */
  public Attempt attempt() {
    try {
      return new Attempt(connection.setSavepoint());
    } catch (SQLException e) {
      throw new DatabaseAway("cannot begin a part of a transaction", e);
    }
  }

  /** A part of a transaction that may fail alone. */
  public final class Attempt implements AutoCloseable {
    private final Savepoint savepoint;
    private boolean kept;

    private Attempt(Savepoint savepoint) {
      this.savepoint = savepoint;
    }

    /** The part succeeded; its changes stay with the transaction. */
    public void keep() {
      kept = true;
    }

    @Override
    public void close() {
      try {
        if (kept) {
          connection.releaseSavepoint(savepoint);
        } else {
          connection.rollback(savepoint);
        }
      } catch (SQLException e) {
        throw new DatabaseAway("cannot end a part of a transaction", e);
      }
    }
  }

  private Array array(String type, @Nullable Object[] values) {
    try {
      return connection.createArrayOf(type, values);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot make an SQL array of " + type, e);
    }
  }
}

package nl.achterwacht.base;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * An open transaction. Whoever takes one runs in the caller's transaction; only {@link Database}
 * makes them.
 */
public final class Tx {
  private static final Logger LOG = LoggerFactory.getLogger(Tx.class);

  private final Connection connection;
  private final JdbcClient client;
  private final List<Runnable> afterCommit = new ArrayList<>();

  Tx(Connection connection) {
    this.connection = connection;
    this.client = JdbcClient.create(new Statements(connection));
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

  /**
   * {@code values}, UUIDs or {@link Id}s, as an SQL array of uuid, for {@code unnest} or {@code =
   * any}.
   */
  public Array uuids(List<?> values) {
    return BinaryArray.uuids(connection, values);
  }

  /** {@code values} as an SQL array of text. */
  public Array texts(List<? extends @Nullable String> values) {
    return BinaryArray.texts(connection, values);
  }

  /** {@code values} as an SQL array of timestamptz. */
  public Array instants(List<? extends @Nullable Instant> values) {
    return BinaryArray.instants(connection, values);
  }

  /** {@code values} as an SQL array of integer. */
  public Array integers(List<? extends @Nullable Integer> values) {
    return BinaryArray.integers(connection, values);
  }

  /** {@code values} as an SQL array of bytea. */
  public Array bytes(List<byte @Nullable []> values) {
    return BinaryArray.bytes(connection, values);
  }

  /** {@code values} as an SQL array of double precision. */
  public Array doubles(List<? extends @Nullable Double> values) {
    return BinaryArray.doubles(connection, values);
  }

  /**
   * Has {@code part} run once this transaction is committed, and only then: for counting what was
   * done. It must not fail; what must not be lost is stored, not run afterwards.
   */
  public void afterCommit(Runnable part) {
    afterCommit.add(part);
  }

  void committed() {
    afterCommit.forEach(Runnable::run);
  }

  /** The connection itself, for what {@link JdbcClient} cannot do (COPY, notifications). */
  public Connection connection() {
    return connection;
  }

  /**
   * Runs a part that may fail without spoiling the rest: its changes are undone then, and the rows
   * locked before it stay locked. A lost connection is not such a failure.
   *
   * @param otherwise what is the matter when it fails, for the operator's log
   */
  public void attempt(String otherwise, Runnable part) {
    try {
      Savepoint savepoint = connection.setSavepoint();
      try {
        part.run();
        connection.releaseSavepoint(savepoint);
      } catch (RuntimeException e) {
        if (DatabaseAway.isCauseOf(e)) {
          throw e;
        }
        LOG.error("{}", otherwise, e);
        connection.rollback(savepoint);
      }
    } catch (SQLException e) {
      throw new DatabaseAway("a part of a transaction could not begin or end", e);
    }
  }

  /** Spring's own, but a statement's names are looked for once, not in every transaction anew. */
  private static final class Statements extends NamedParameterJdbcTemplate {
    // As many as the program has statements; their texts are constants.
    private static final Map<String, ParsedSql> PARSED = new ConcurrentHashMap<>();

    Statements(Connection connection) {
      super(new SingleConnectionDataSource(connection, true));
    }

    @Override
    protected ParsedSql getParsedSql(String sql) {
      return PARSED.computeIfAbsent(sql, NamedParameterUtils::parseSqlStatement);
    }
  }
}

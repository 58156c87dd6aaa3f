package nl.achterwacht.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import nl.achterwacht.postgres.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A commit that waits for a second copy, here one that never comes. The other tests do not wait for
 * it, as their commits wait for nothing at all.
 */
@Timeout(120)
class CommitTest {
  private final TestDatabase test = TestDatabase.create();
  private final AtomicInteger writer = new AtomicInteger();

  @BeforeEach
  void expectACopy() throws SQLException {
    alone("create table note (words text)");
    alone("alter system set synchronous_standby_names = 'a_copy_that_never_comes'");
    alone("select pg_reload_conf()");
  }

  @AfterEach
  void close() throws SQLException {
    expectNoCopy();
    test.close();
  }

  @Test
  void aCommitThatNoCopyConfirmedIsUnknownAndNotDone() throws SQLException {
    CompletableFuture<Void> write = writeUntilItWaits();
    alone("select pg_cancel_backend(" + writer.get() + ")");
    assertThat(write.handle((done, failure) -> failure).join())
        .satisfies(failure -> assertThat(DatabaseAway.isCauseOf(failure)).isTrue());
  }

  @Test
  void aWriterWaitsForTheCopyForAsLongAsItTakes() throws SQLException {
    CompletableFuture<Void> write = writeUntilItWaits();
    expectNoCopy();
    write.join();
  }

  /** The setting is taken over a little later: the first writes may not wait yet. */
  private CompletableFuture<Void> writeUntilItWaits() throws SQLException {
    while (true) {
      writer.set(0);
      CompletableFuture<Void> write = CompletableFuture.runAsync(this::write);
      while (!write.isDone()) {
        if (waits()) {
          return write;
        }
      }
      endsWell(write);
    }
  }

  private static void endsWell(CompletableFuture<Void> write) {
    try {
      write.join();
    } catch (CompletionException e) {
      throw new AssertionError("a write gave up", e);
    }
  }

  private void write() {
    test.database()
        .inTransactionDo(tx -> {
          writer.set(tx.sql("select pg_backend_pid()").query(Integer.class).single());
          tx.sql("set local synchronous_commit = on").update();
          tx.sql("insert into note values ('a sign of life')").update();
        });
  }

  private boolean waits() throws SQLException {
    try (Connection connection = test.pool().getConnection();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select count(*) from pg_stat_activity where wait_event = 'SyncRep' and pid = "
                    + writer.get())) {
      return row.next() && row.getInt(1) == 1;
    }
  }

  private void expectNoCopy() throws SQLException {
    alone("alter system reset synchronous_standby_names");
    alone("select pg_reload_conf()");
  }

  private void alone(String sql) throws SQLException {
    try (Connection connection = test.pool().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

package nl.achterwacht.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import nl.achterwacht.postgres.OutsidePostgres;
import org.junit.jupiter.api.Test;

class DatabaseWiringTest {
  /** As when the network is cut and nobody says so: a thread must not wait for the kernel. */
  @Test
  void aConnectionThatStaysSilentForTenSecondsIsGivenUp() throws SQLException {
    var source = new DatabaseWiring.Source(OutsidePostgres.shared().newDatabase(), null);
    try (var pool = DatabaseWiring.pool(source, "silent", 1);
        var connection = pool.getConnection()) {
      assertThat(connection.getNetworkTimeout()).isEqualTo(10_000);
    }
  }

  /** As when a large table gets an index, or the machine stands still while it starts. */
  @Test
  void whatBringsTheTablesUpToDateMayTakeLonger() throws SQLException {
    var source = new DatabaseWiring.Source(OutsidePostgres.shared().newDatabase(), null);
    try (var pool = DatabaseWiring.forMigrations(source);
        var connection = pool.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("show idle_in_transaction_session_timeout")) {
      assertThat(connection.getNetworkTimeout()).isZero();
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("1min");
    }
  }
}

package nl.achterwacht.app;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import nl.achterwacht.app.Settings.DatabaseSettings;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.DatabaseClock;
import nl.achterwacht.postgres.DatabaseAddress;
import nl.achterwacht.postgres.LocalPostgres;
import nl.achterwacht.postgres.Migrations;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Primary;

/** The database, its pool and its clock. What is made last is closed first. */
@Configuration(proxyBeanMethods = false)
class DatabaseWiring {
  private static final int CONNECTIONS = 20;
  // Signs and panics never wait for a connection behind lists and reports.
  private static final int URGENT_CONNECTIONS = 8;
  // Waking and sending wait behind nobody: signs of watches whose rows somebody holds would take
  // every connection there is.
  private static final int ENGINE_CONNECTIONS = 12;
  private static final int MIGRATING_CONNECTIONS = 4;
  private static final Duration CONNECTION_PATIENCE = Duration.ofMillis(1500);
  private static final int SOCKET_TIMEOUT_S = 10;
  private static final String IDLE_IN_A_REQUEST = "set idle_in_transaction_session_timeout = '5s';";
  // A machine that stands still for some seconds just then must not fail to start over that.
  private static final String IDLE_IN_A_MIGRATION =
      "set idle_in_transaction_session_timeout = '60s';";

  // A server that froze or was cut off keeps the rows it claimed locked, and the others pass them
  // by. So its transaction ends soon; and whoever waits for such a row gives up before the socket
  // does, so that no connection stays behind. No limit on a statement: see DESIGN 10, "Writes".
  private static final String GIVE_UP_ROWS_OF_A_SERVER_THAT_IS_GONE =
      """
      set lock_timeout = '8s';
      set client_connection_check_interval = '2s';
      set tcp_user_timeout = '5s';
      set tcp_keepalives_idle = 2;
      set tcp_keepalives_interval = 1;
      set tcp_keepalives_count = 3
      """;

  /** Where the database is, and the one on board when it is ours to close. */
  record Source(DatabaseAddress address, @Nullable LocalPostgres onBoard) implements AutoCloseable {
    @Override
    public void close() {
      if (onBoard != null) {
        onBoard.close();
      }
    }
  }

  @Bean
  Source databaseSource(Settings settings) {
    DatabaseSettings own = settings.database();
    if (own != null) {
      var address = new DatabaseAddress(own.url(), own.user(), own.password());
      address.requireUsable();
      return new Source(address, null);
    }
    LocalPostgres onBoard = LocalPostgres.start(settings.data());
    return new Source(
        new DatabaseAddress(onBoard.jdbcUrl(), onBoard.user(), onBoard.password()), onBoard);
  }

  /** The connections of requests. */
  @Bean
  @Primary
  HikariDataSource pool(Source source) {
    try (HikariDataSource patient = forMigrations(source)) {
      Migrations.migrate(patient);
    }
    return pool(source, "achterwacht", CONNECTIONS);
  }

  /** The connections of what is never refused; opened once the tables are there. */
  @Bean
  @DependsOn("pool")
  HikariDataSource urgentPool(Source source) {
    return pool(source, "achterwacht-urgent", URGENT_CONNECTIONS);
  }

  /** The connections of the loops, and of signs that commit together. */
  @Bean
  @DependsOn("pool")
  HikariDataSource enginePool(Source source) {
    return pool(source, "achterwacht-engine", ENGINE_CONNECTIONS);
  }

  @Bean
  @Primary
  Database database(HikariDataSource pool) {
    return new Database(pool);
  }

  @Bean
  Database urgentDatabase(@Qualifier("urgentPool") HikariDataSource urgentPool) {
    return new Database(urgentPool);
  }

  @Bean
  Database engineDatabase(@Qualifier("enginePool") HikariDataSource enginePool) {
    return new Database(enginePool);
  }

  static HikariDataSource pool(Source source, String name, int connections) {
    HikariConfig config = config(source, name, connections, IDLE_IN_A_REQUEST);
    config.setConnectionTimeout(CONNECTION_PATIENCE.toMillis());
    config.setValidationTimeout(1000);
    // A socket that stays silent is broken; the outcome of its transaction is unknown, and asked
    // again under the same key. Never a query timeout: it can hide a commit that is not confirmed.
    // As text: the driver passes over a number without a word.
    config.addDataSourceProperty("socketTimeout", Integer.toString(SOCKET_TIMEOUT_S));
    return new HikariDataSource(config);
  }

  /** An index on a year of positions is not made within the ten seconds of a request. */
  static HikariDataSource forMigrations(Source source) {
    return new HikariDataSource(
        config(source, "achterwacht-migrations", MIGRATING_CONNECTIONS, IDLE_IN_A_MIGRATION));
  }

  private static HikariConfig config(Source source, String name, int connections, String idle) {
    var config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(source.address().url());
    config.setUsername(source.address().user());
    config.setPassword(source.address().password());
    config.setMaximumPoolSize(connections);
    config.setAutoCommit(true);
    config.setConnectionInitSql(idle + GIVE_UP_ROWS_OF_A_SERVER_THAT_IS_GONE);
    config.addDataSourceProperty("connectTimeout", "2");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("ApplicationName", name);
    return config;
  }

  @Bean
  DatabaseClock clock(@Qualifier("engineDatabase") Database engineDatabase) {
    var clock = new DatabaseClock(engineDatabase);
    clock.compare();
    return clock;
  }
}

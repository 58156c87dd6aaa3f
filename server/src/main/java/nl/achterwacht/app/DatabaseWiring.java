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
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database, its pool and its clock. What is made last is closed first. */
@Configuration(proxyBeanMethods = false)
class DatabaseWiring {
  private static final int CONNECTIONS = 24;
  private static final Duration CONNECTION_PATIENCE = Duration.ofMillis(1500);
  private static final int SOCKET_TIMEOUT_S = 10;

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

  @Bean
  HikariDataSource pool(Source source) {
    var config = new HikariConfig();
    config.setPoolName("achterwacht");
    config.setJdbcUrl(source.address().url());
    config.setUsername(source.address().user());
    config.setPassword(source.address().password());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setConnectionTimeout(CONNECTION_PATIENCE.toMillis());
    config.setValidationTimeout(1000);
    config.setAutoCommit(true);
    // A socket that stays silent is broken; the outcome of its transaction is unknown, and asked
    // again under the same key. Never a query timeout: it can hide a commit that is not confirmed.
    config.addDataSourceProperty("socketTimeout", SOCKET_TIMEOUT_S);
    config.addDataSourceProperty("connectTimeout", 2);
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("ApplicationName", "achterwacht");
    var pool = new HikariDataSource(config);
    Migrations.migrate(pool);
    return pool;
  }

  @Bean
  Database database(HikariDataSource pool) {
    return new Database(pool);
  }

  @Bean
  DatabaseClock clock(Database database) {
    var clock = new DatabaseClock(database);
    clock.compare();
    return clock;
  }
}

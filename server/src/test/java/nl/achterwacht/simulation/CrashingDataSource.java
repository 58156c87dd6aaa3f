package nl.achterwacht.simulation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** A pool whose server dies at a commit: just before the database did it, or just after. */
final class CrashingDataSource extends AbstractDataSource {
  /** Where the server dies. */
  enum Where {
    BEFORE_COMMIT,
    AFTER_COMMIT
  }

  private final DataSource pool;
  private int commitsLeft = Integer.MAX_VALUE;
  private Where where = Where.BEFORE_COMMIT;

  CrashingDataSource(DataSource pool) {
    this.pool = pool;
  }

  /** Dies at the {@code commits}th commit from now. */
  void dieAt(int commits, Where at) {
    commitsLeft = commits;
    where = at;
  }

  /** Lives on. */
  void live() {
    commitsLeft = Integer.MAX_VALUE;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection real = pool.getConnection();
    return (Connection)
        Proxy.newProxyInstance(
            CrashingDataSource.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("commit")) {
                commit(real);
                return null;
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private void commit(Connection real) throws SQLException {
    if (--commitsLeft > 0) {
      real.commit();
      return;
    }
    if (where == Where.AFTER_COMMIT) {
      real.commit();
    } else {
      real.rollback();
    }
    commitsLeft = 1; // a dead server commits nothing more
    where = Where.BEFORE_COMMIT;
    throw new SQLException("the server died at a commit", "08006");
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }
}

package nl.achterwacht.simulation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * The way of one server to the database. At a commit to come it breaks off, just before the
 * database did it or just after: because the server dies, or because the database does and a copy
 * takes its place.
 */
final class CrashingDataSource extends AbstractDataSource {
  /** Where the connection breaks. */
  enum Where {
    BEFORE_COMMIT,
    AFTER_COMMIT
  }

  /** How a server finds the database. */
  enum Reach {
    THERE,
    /** The next commit is cut off; from then on there is nobody. */
    BREAKING,
    /** No connection is to be had. */
    GONE,
    /** A copy that does not lead yet: it can be read. */
    READ_ONLY
  }

  private final DataSource pool;
  private int commitsLeft = Integer.MAX_VALUE;
  private Where where = Where.BEFORE_COMMIT;
  private Reach reach = Reach.THERE;

  CrashingDataSource(DataSource pool) {
    this.pool = pool;
  }

  /** The server dies at the {@code commits}th commit from now. */
  void dieAt(int commits, Where at) {
    commitsLeft = commits;
    where = at;
  }

  /** The server lives on. */
  void live() {
    commitsLeft = Integer.MAX_VALUE;
  }

  /** The database breaks off; what it does with a commit that is under way, {@code at} says. */
  void breakOff(Where at) {
    reach = Reach.BREAKING;
    where = at;
  }

  void become(Reach other) {
    reach = other;
  }

  /** Whether it is the database that fails, and not the server. */
  boolean isDatabaseAway() {
    return reach != Reach.THERE;
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (reach == Reach.GONE) {
      throw new SQLException("nobody answers where the database was", "08001");
    }
    Connection real = pool.getConnection();
    if (reach == Reach.READ_ONLY) {
      real.setReadOnly(true);
    }
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
    if (reach == Reach.BREAKING) {
      end(real);
      reach = Reach.GONE;
      throw new SQLException("the database died at a commit", "08006");
    }
    if (--commitsLeft > 0) {
      real.commit();
      return;
    }
    end(real);
    commitsLeft = 1; // a dead server commits nothing more
    where = Where.BEFORE_COMMIT;
    throw new SQLException("the server died at a commit", "08006");
  }

  private void end(Connection real) throws SQLException {
    if (where == Where.AFTER_COMMIT) {
      real.commit();
    } else {
      real.rollback();
    }
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

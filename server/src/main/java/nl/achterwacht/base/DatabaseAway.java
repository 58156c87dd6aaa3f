package nl.achterwacht.base;

/** The database could not be reached, or the connection broke: the outcome is unknown. */
public final class DatabaseAway extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DatabaseAway(String message, Throwable cause) {
    super(message, cause);
  }

  /** Whether {@code e}, or a cause of it, says that the connection failed rather than the work. */
  public static boolean isCauseOf(Throwable e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof DatabaseAway || isConnectionFailure(t)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isConnectionFailure(Throwable t) {
    if (!(t instanceof java.sql.SQLException sql) || sql.getSQLState() == null) {
      return false;
    }
    String state = sql.getSQLState();
    // Class 08 is "connection exception", 53 "no disk, memory or connection left", 57P0x "the
    // server shuts down", 25P03 "ended because the transaction stood still", 25006 "read only":
    // this host does not lead any more, in the moments of a fail-over, 55P03 "somebody else held
    // the row for too long" (PostgreSQL, appendix A).
    return state.startsWith("08")
        || state.startsWith("53")
        || state.startsWith("57P0")
        || state.equals("25P03")
        || state.equals("25006")
        || state.equals("55P03");
  }
}

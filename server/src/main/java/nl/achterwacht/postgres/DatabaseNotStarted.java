package nl.achterwacht.postgres;

import org.jspecify.annotations.Nullable;

/** The database cannot be used. The message is meant for the person who starts the server. */
public final class DatabaseNotStarted extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DatabaseNotStarted(String message) {
    this(message, null);
  }

  DatabaseNotStarted(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

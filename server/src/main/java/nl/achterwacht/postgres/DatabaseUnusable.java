package nl.achterwacht.postgres;

import org.jspecify.annotations.Nullable;

/** The database cannot be used. The message is meant for the person who starts the server. */
public sealed class DatabaseUnusable extends RuntimeException permits FolderInUse {
  private static final long serialVersionUID = 1L;

  DatabaseUnusable(String message) {
    this(message, null);
  }

  DatabaseUnusable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

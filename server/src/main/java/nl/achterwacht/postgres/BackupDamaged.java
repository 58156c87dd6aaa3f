package nl.achterwacht.postgres;

import org.jspecify.annotations.Nullable;

/** A backup is not what was once written. Nothing was restored from it. */
public final class BackupDamaged extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BackupDamaged(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

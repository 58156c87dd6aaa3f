package nl.achterwacht.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Backup and restore of the database in a data folder. */
public final class Backups {
  private Backups() {}

  /**
   * Writes everything that is committed by now to {@code file}. Works while a server runs on the
   * folder, and when none does.
   */
  public static void backup(Path folder, Path file) {
    if (Files.exists(file)) {
      throw new DatabaseUnusable("There is already a file " + file + "; choose another name.");
    }
    if (!new Cluster(folder).exists()) {
      throw new DatabaseUnusable("There is no database in " + folder + ".");
    }
    try (LocalPostgres stopped = LocalPostgres.start(folder)) {
      write(folder, stopped.port(), file);
    } catch (FolderInUse e) {
      write(folder, portIn(folder), file);
    }
  }

  /**
   * Makes a data folder out of a backup, starts the database in it once, and stops it again.
   *
   * @throws BackupDamaged when a file in the backup is not as it was written
   */
  public static void restore(Path file, Path folder) {
    try {
      Files.createDirectories(folder);
      if (!Folders.isEmpty(folder)) {
        throw new DatabaseUnusable(
            "The folder " + folder + " is not empty. Restore into a new folder.");
      }
      try {
        unpack(file, folder);
        LocalPostgres.start(folder).close(); // the recovery is part of the restore
      } catch (IOException | RuntimeException e) {
        Folders.empty(folder);
        throw e;
      }
    } catch (IOException e) {
      throw new DatabaseUnusable("The backup could not be restored: " + e, e);
    }
  }

  private static void unpack(Path file, Path folder) throws IOException {
    try (var _ = FolderLock.take(folder)) {
      BackupFile.unpack(file, new Cluster(folder));
    }
  }

  private static void write(Path folder, int port, Path file) {
    try {
      BackupFile.write(new Cluster(folder), port, file);
    } catch (IOException e) {
      throw new DatabaseUnusable("The backup failed: " + e.getMessage(), e);
    }
  }

  private static int portIn(Path folder) {
    try {
      return new Cluster(folder).lastPort();
    } catch (IOException e) {
      throw new DatabaseUnusable("The running database cannot be found: " + e, e);
    }
  }
}

package nl.achterwacht.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code restore --from FILE --data NEW_FOLDER}, or {@code restore --from FILE --url URL --user
 * USER} into an empty database, with the password in the environment as {@code PGPASSWORD}.
 */
public final class RestoreCommand {
  private static final List<String> OPTIONS = List.of("--from", "--data", "--url", "--user");

  private RestoreCommand() {}

  /**
   * Restores, and says so.
   *
   * @return what the process should exit with
   */
  public static int run(List<String> words) {
    try {
      CommandLine line = CommandLine.parse(words, OPTIONS);
      Path file = Path.of(line.required("--from")).toAbsolutePath();
      @Nullable DatabaseAddress address = line.address();
      if (address != null) {
        Dumps.restore(file, address);
        System.out.println("Restored into " + address.url());
      } else {
        Path folder = Path.of(line.required("--data")).toAbsolutePath();
        Backups.restore(file, folder);
        System.out.println("Restored into " + folder + "; every file was checked.");
      }
      return 0;
    } catch (DatabaseUnusable | BackupDamaged e) {
      System.err.println(e.getMessage());
    } catch (IOException e) {
      System.err.println("The restore failed: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 1;
  }
}

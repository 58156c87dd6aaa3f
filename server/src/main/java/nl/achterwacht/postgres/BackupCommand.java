package nl.achterwacht.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code backup --data FOLDER --to FILE}, or {@code backup --url URL --user USER --to FILE} with
 * the password in the environment as {@code PGPASSWORD}. The server may go on running.
 */
public final class BackupCommand {
  private static final List<String> OPTIONS = List.of("--data", "--to", "--url", "--user");

  private BackupCommand() {}

  /**
   * Makes the backup and says so.
   *
   * @return what the process should exit with
   */
  public static int run(List<String> words) {
    try {
      CommandLine line = CommandLine.parse(words, OPTIONS);
      Path file = Path.of(line.required("--to")).toAbsolutePath();
      @Nullable DatabaseAddress address = line.address();
      if (address != null) {
        Dumps.backup(address, file);
      } else {
        Backups.backup(Path.of(line.required("--data")), file);
      }
      System.out.println("Backup made: " + file);
      return 0;
    } catch (DatabaseUnusable e) {
      System.err.println(e.getMessage());
    } catch (IOException e) {
      System.err.println("The backup failed: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 1;
  }
}

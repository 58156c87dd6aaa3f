package nl.achterwacht.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an earlier server that was killed may have left behind: a database that still runs, or a
 * file that says so. Call only with the folder locked, so that no live server can own it.
 */
final class Orphan {
  // Above the highest process number Linux can give (2^22).
  private static final String NO_PROCESS = "4194305";
  private static final Logger log = LoggerFactory.getLogger(Orphan.class);

  private Orphan() {}

  /** Stops a database that still runs on {@code data}; afterwards a new one may start. */
  static void clear(Path data) throws IOException, InterruptedException {
    Path pidFile = data.resolve("postmaster.pid");
    List<String> lines = linesOf(pidFile);
    if (lines.isEmpty()) {
      return;
    }
    Optional<ProcessHandle> process =
        ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(ProcessHandle::isAlive);
    if (process.isEmpty()) {
      return; // PostgreSQL itself sees that nobody has this number
    }
    if (isDatabaseOn(data, process.get().pid())) {
      log.warn("An earlier server left its database running (process {}); stopping it", process);
      Stopping.stop(process.get());
    } else {
      disown(pidFile, lines);
    }
  }

  /**
   * Someone else has the number by now, which would stop PostgreSQL from starting. The rest of the
   * file stays: it lets PostgreSQL find processes that still hold the shared memory.
   */
  private static void disown(Path pidFile, List<String> lines) throws IOException {
    List<String> changed = new ArrayList<>(lines);
    changed.set(0, NO_PROCESS);
    Files.writeString(pidFile, String.join("\n", changed) + "\n");
  }

  private static boolean isDatabaseOn(Path data, long pid) {
    try {
      String command = Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
      List<String> words = List.of(command.split("\0", -1));
      return words.getFirst().endsWith("postgres") && words.contains(data.toString());
    } catch (IOException e) {
      return false; // gone in the meantime
    }
  }

  private static List<String> linesOf(Path file) throws IOException {
    try {
      return Files.readAllLines(file, UTF_8);
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }
}

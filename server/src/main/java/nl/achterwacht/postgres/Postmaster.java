package nl.achterwacht.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of the database program. */
final class Postmaster {
  private static final Logger log = LoggerFactory.getLogger(Postmaster.class);
  private static final int LINES_KEPT = 20;

  private static final List<String> SETTINGS =
      List.of(
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "max_connections=100",
          "shared_buffers=256MB",
          "random_page_cost=1.1",
          "jit=off",
          // What is promised to a phone is on the disk.
          "fsync=on",
          "synchronous_commit=on",
          "full_page_writes=on",
          // New WAL files are slow to make and checkpoints slow down commits: few of both.
          "wal_compression=pglz",
          "min_wal_size=512MB",
          "max_wal_size=2GB",
          "checkpoint_timeout=15min",
          "autovacuum_naptime=15s",
          // Backups go over the replication protocol, and need the WAL of their own duration.
          "wal_level=replica",
          "max_wal_senders=4",
          "wal_keep_size=256MB",
          "timezone=UTC",
          "log_timezone=UTC",
          "log_line_prefix=",
          // No rows, and so no personal data, in a log.
          "log_error_verbosity=terse",
          "log_min_error_statement=panic");

  private final Path pidFile;
  private final Process process;
  private final Thread reader;
  private final Deque<String> lastLines = new ArrayDeque<>();

  private Postmaster(Path pidFile, Process process) {
    this.pidFile = pidFile;
    this.process = process;
    this.reader = Thread.ofPlatform().daemon().name("postgres-output").start(this::readOutput);
  }

  /**
   * Starts the program. It is told to end when the calling thread ends, so that a killed server
   * leaves no database behind: call it on a platform thread that then waits for it.
   */
  static Postmaster start(Setup setup, int port) throws IOException {
    String data = setup.cluster().data().toString();
    List<String> command = new ArrayList<>();
    // A session of its own: Ctrl-C at the terminal is for the server, which then stops the
    // database.
    command.addAll(List.of("setsid", "setpriv", "--pdeathsig", "INT"));
    command.addAll(List.of(setup.binaries().program("postgres"), "-D", data, "-p", "" + port));
    for (String setting : SETTINGS) {
      command.addAll(List.of("-c", setting));
    }
    for (String setting : setup.extraSettings()) {
      command.addAll(List.of("-c", setting));
    }
    Process process =
        new ProcessBuilder(setup.runAs().command(command)).redirectErrorStream(true).start();
    return new Postmaster(setup.cluster().data().resolve("postmaster.pid"), process);
  }

  /** Waits until it takes connections; false when it ended instead. */
  boolean becomesReady() throws InterruptedException {
    while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
      if (saysReady()) {
        return true;
      }
    }
    return false;
  }

  void waitForEnd() throws InterruptedException {
    process.waitFor();
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** What it said last, for the message to a human. Call when it has ended. */
  String lastWords() throws InterruptedException {
    reader.join(2000); // a child that lingers keeps the pipe open
    synchronized (lastLines) {
      return String.join("\n", lastLines);
    }
  }

  private boolean saysReady() {
    try {
      List<String> lines = Files.readAllLines(pidFile, UTF_8);
      return lines.size() >= 8
          && lines.getFirst().strip().equals(Long.toString(process.pid()))
          && lines.get(7).strip().equals("ready");
    } catch (IOException e) {
      return false; // not there yet
    }
  }

  private void readOutput() {
    try (BufferedReader output = process.inputReader(UTF_8)) {
      output.lines().forEach(this::take);
    } catch (IOException | UncheckedIOException e) {
      log.debug("the output of the database broke off", e);
    }
  }

  private void take(String line) {
    // FATAL only ends one connection; who had it hears so.
    if (line.startsWith("PANIC:")) {
      log.warn("database: {}", line);
    } else {
      log.debug("database: {}", line);
    }
    synchronized (lastLines) {
      lastLines.add(line);
      if (lastLines.size() > LINES_KEPT) {
        lastLines.remove();
      }
    }
  }
}

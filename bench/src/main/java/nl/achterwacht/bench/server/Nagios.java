package nl.achterwacht.bench.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import nl.achterwacht.bench.Town;

/**
 * Nagios 4 as Debian packs it, unpacked and not installed. A service that sends no sign of life in
 * time is stale; Nagios then runs its check command, which says so, and calls its contact. The call
 * is a line in a file: cheaper than any real one, which favours Nagios.
 */
final class Nagios {
  private static final Path FOLDER = Path.of("bench/target/nagios").toAbsolutePath();
  private static final Path PROGRAM = FOLDER.resolve("root/usr/sbin/nagios4");
  private static final Path CALLS = FOLDER.resolve("calls");
  private static final Path COMMANDS = FOLDER.resolve("rw/nagios.cmd");
  private static final Path LOG = FOLDER.resolve("nagios.out");

  /** Long enough to start and to take in all first signs. */
  private static final int THRESHOLD_S = 15;

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final int services;
  private final InstantSource clock = InstantSource.system();

  Nagios(int services) {
    this.services = services;
  }

  /** Fetches it when it is not there; false when it cannot be had here. */
  static boolean isAvailable() {
    if (Files.exists(PROGRAM)) {
      return true;
    }
    try {
      Files.createDirectories(FOLDER);
      String fetch =
          """
          apt-get download nagios4-core nagios4-common >fetch.log 2>&1 &&
          for package in *.deb; do dpkg -x "$package" root || exit 1; done &&
          ./root/usr/sbin/nagios4 --version >>fetch.log 2>&1; test -x root/usr/sbin/nagios4
          """;
      Process process =
          new ProcessBuilder("sh", "-c", fetch)
              .directory(FOLDER.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Lets all services fall silent at once.
   *
   * @param looksEvery seconds between two of its searches for what is stale
   * @return from the deadline until the last call
   */
  Duration lastCallAfterDeadline(int looksEvery) {
    try {
      writeSettings(looksEvery);
      Process process =
          new ProcessBuilder(PROGRAM.toString(), FOLDER.resolve("nagios.cfg").toString())
              .redirectErrorStream(true)
              .redirectOutput(LOG.toFile())
              .start();
      try {
        return run(process);
      } finally {
        process.destroy();
        process.waitFor(10, TimeUnit.SECONDS);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private Duration run(Process process) throws IOException {
    await(process, () -> Files.exists(COMMANDS));
    // Not before it reads: what waits in the pipe from the start on is read a second later.
    LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
    long second = clock.instant().getEpochSecond();
    var signs = new StringBuilder();
    for (int i = 0; i < services; i++) {
      signs.append("[%d] PROCESS_SERVICE_CHECK_RESULT;town;w%d;0;ok\n".formatted(second, i));
    }
    Files.writeString(COMMANDS, signs);
    Instant deadline = Instant.ofEpochSecond(second + THRESHOLD_S);
    await(process, () -> calls().size() >= services);
    List<String> calls = calls();
    long different = calls.stream().map(line -> line.split(" ")[0]).distinct().count();
    double last = calls.stream().mapToDouble(Nagios::seconds).max().orElseThrow();
    double first = calls.stream().mapToDouble(Nagios::seconds).min().orElseThrow();
    if (different != services || calls.size() != services || first < deadline.getEpochSecond()) {
      throw new IllegalStateException(
          "%d services were silent, %d were called about, in %d calls; the first %.3f s late"
              .formatted(services, different, calls.size(), first - deadline.getEpochSecond()));
    }
    return Duration.ofNanos((long) ((last - deadline.getEpochSecond()) * 1e9));
  }

  private void await(Process process, BooleanSupplier isSo) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isSo.getAsBoolean()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException(
            "Nagios stopped, or does not go on: " + Files.readString(LOG));
      }
      LockSupport.parkNanos(50_000_000);
    }
  }

  private static List<String> calls() {
    try (Stream<String> lines = Files.lines(CALLS)) {
      return lines.filter(line -> line.matches("w\\d+ \\d+\\.\\d+")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double seconds(String call) {
    return Double.parseDouble(call.split(" ")[1]);
  }

  private void writeSettings(int looksEvery) throws IOException {
    for (String folder : List.of("rw", "spool", "var")) {
      Path path = Files.createDirectories(FOLDER.resolve(folder));
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
    }
    Files.deleteIfExists(COMMANDS);
    Files.writeString(CALLS, "");
    Files.setPosixFilePermissions(CALLS, PosixFilePermissions.fromString("rw-rw-rw-"));
    String settings =
        Town.resource("/bench/nagios.cfg")
            .replace("FOLDER", FOLDER.toString())
            .replace("LOOKS_EVERY", Integer.toString(looksEvery));
    Files.writeString(FOLDER.resolve("nagios.cfg"), settings);
    var objects = new StringBuilder(Town.resource("/bench/nagios-objects.cfg"));
    for (int i = 0; i < services; i++) {
      objects.append(
          String.format(
              Locale.ROOT,
              "define service {\n use silent\n service_description w%d\n freshness_threshold %d\n}\n",
              i,
              THRESHOLD_S));
    }
    String all = objects.toString().replace("FOLDER", FOLDER.toString());
    Files.writeString(FOLDER.resolve("objects.cfg"), all);
  }
}

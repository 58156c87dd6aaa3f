package nl.achterwacht.process;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.achterwacht.app.Achterwacht;
import nl.achterwacht.postgres.DatabaseAddress;
import org.jspecify.annotations.Nullable;

/** The whole server in a process of its own, as an operator would start it, to be killed. */
public final class RunningServer implements AutoCloseable {
  private static final Duration STARTING = Duration.ofMinutes(3);
  private static final Path NEWER = Path.of("src", "test", "resources", "newer");
  private static final Duration STOPPING = Duration.ofSeconds(60);
  private static final int KILLED = 128 + 9;

  /**
   * Names the folder where {@code make-quick} laid the jar out: it is started instead of the
   * classes, and sooner. Without it the classes are.
   */
  private static final String QUICK = "achterwacht.quick";

  private final Process process;
  private final int port;
  private final Path log;

  private RunningServer(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
  }

  /** Starts one and returns when it watches and takes requests. */
  public static RunningServer on(DatabaseAddress database, String... settings) {
    return on(Map.of(), database, settings);
  }

  /** As {@link #on}, in an environment with these variables too. */
  public static RunningServer on(
      Map<String, String> environment, DatabaseAddress database, String... settings) {
    return begin(environment, arguments(database, settings)).waitUntilStarted();
  }

  /** As {@link #on}, of a version to come: it has one more migration on board. */
  static RunningServer ofANewerVersionOn(DatabaseAddress database, String... settings) {
    String classPath = NEWER + File.pathSeparator + shipped();
    return begin(
            List.of("-cp", classPath, Achterwacht.class.getName()),
            Map.of(),
            arguments(database, settings))
        .waitUntilStarted();
  }

  /** As {@link #on}, with the database on board in {@code data}. */
  public static RunningServer onBoard(Path data, String... settings) {
    List<String> arguments = new ArrayList<>(List.of("--data=" + data));
    arguments.addAll(List.of(settings));
    return begin(Map.of(), arguments).waitUntilStarted();
  }

  /** Starts one that is expected to give up; {@link #exitCode} and {@link #said} tell. */
  static RunningServer thatGivesUp(Path data, String... settings) {
    List<String> arguments = new ArrayList<>(List.of("--data=" + data));
    arguments.addAll(List.of(settings));
    RunningServer server = begin(Map.of(), arguments);
    try {
      if (!server.process.waitFor(STARTING.toSeconds(), TimeUnit.SECONDS)) {
        server.close();
        throw new IllegalStateException("it did not give up:\n" + server.said());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return server;
  }

  private static List<String> arguments(DatabaseAddress database, String... settings) {
    List<String> arguments = new ArrayList<>();
    arguments.add("--achterwacht.database.url=" + database.url());
    arguments.add("--achterwacht.database.user=" + database.user());
    arguments.add("--achterwacht.database.password=" + database.password());
    arguments.addAll(List.of(settings));
    return arguments;
  }

  private static RunningServer begin(Map<String, String> environment, List<String> arguments) {
    @Nullable String quick = System.getProperty(QUICK);
    List<String> program =
        quick == null
            ? List.of("-cp", shipped(), Achterwacht.class.getName())
            : List.of(
                "--enable-native-access=ALL-UNNAMED",
                // The cache where it was made to be: moving it takes a third of a second.
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:ArchiveRelocationMode=0",
                "-XX:AOTCache=" + Path.of(quick, "achterwacht.aot"),
                "-jar",
                Path.of(quick, "achterwacht.jar").toString());
    return begin(program, environment, arguments);
  }

  private static RunningServer begin(
      List<String> program, Map<String, String> environment, List<String> arguments) {
    int port = freePort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Quick to start rather than quick: it does not live long.
    command.addAll(List.of("-Xmx400m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(program);
    command.addAll(List.of("--empty", "--port=" + port));
    command.add("--achterwacht.also-allowed-targets=127.0.0.0/8,::1/128");
    command.addAll(arguments);
    try {
      // Kept, so that a failed build can be understood.
      Path logs = Files.createDirectories(Path.of("target", "process-logs"));
      Path log = Files.createTempFile(logs, "server-", ".log");
      var builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
      builder.environment().putAll(environment);
      return new RunningServer(builder.start(), port, log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RunningServer waitUntilStarted() {
    try {
      await()
          .atMost(STARTING)
          .pollInterval(Duration.ofMillis(50))
          .until(() -> !process.isAlive() || said().contains("Started Achterwacht in"));
    } catch (RuntimeException e) {
      close();
      throw new IllegalStateException("it did not start:\n" + said(), e);
    }
    if (!process.isAlive()) {
      throw new IllegalStateException("it ended while starting:\n" + said());
    }
    return this;
  }

  /** {@code kill -9}: it can neither tidy up nor say goodbye. */
  public void kill() {
    process.destroyForcibly();
    int code = process.onExit().join().exitValue();
    if (code != KILLED) {
      throw new IllegalStateException("it did not die by SIGKILL, but with " + code);
    }
  }

  /** Asks it to end, as an operator does, and returns at once. */
  void askToStop() {
    process.destroy();
  }

  /** Waits until it has ended; fails when it does not. */
  void awaitEnd() {
    try {
      if (!process.waitFor(STOPPING.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("it does not stop:\n" + said());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** It stands still, as on a machine that has stopped, until {@link #thaw}. */
  void freeze() {
    signal("STOP");
  }

  void thaw() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      var kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid())).inheritIO();
      if (kill.start().waitFor() != 0) {
        throw new IllegalStateException("no such process");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public int port() {
    return port;
  }

  int exitCode() {
    return process.exitValue();
  }

  public long pid() {
    return process.pid();
  }

  /** Everything it said, on either stream. */
  public String said() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many descriptors it has open: files, sockets, pipes. */
  int openDescriptors() {
    try (var all = Files.list(Path.of("/proc", Long.toString(pid()), "fd"))) {
      return (int) all.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it as an operator does, and hard when it takes too long. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly().onExit().join();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  static String classPath() {
    // Surefire starts us with one jar that only names the others.
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /** Without what is there for tests only, such as their way of logging. */
  private static String shipped() {
    return Stream.of(classPath().split(File.pathSeparator, -1))
        .filter(entry -> !Path.of(entry).endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

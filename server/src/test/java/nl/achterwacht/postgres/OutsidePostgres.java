package nl.achterwacht.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL with the settings of production that belongs to no server, so that a test can stop
 * it, freeze it and kill it. All tests of one JVM share one, each with a database of its own.
 */
public final class OutsidePostgres {
  private static int made;

  private final Path folder;
  private final List<String> settings;
  private LocalPostgres running;

  private OutsidePostgres(Path folder, List<String> settings) {
    this.folder = folder;
    this.settings = settings;
    this.running = run();
  }

  /** One of the caller's own, with these settings too; it and its folder go when the JVM does. */
  public static OutsidePostgres with(String... settings) {
    try {
      Path folder = Files.createTempDirectory("achterwacht-outside-");
      var postgres = new OutsidePostgres(folder, List.of(settings));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> forget(postgres)));
      return postgres;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one of this JVM; it and its folder go when the JVM does. */
  public static OutsidePostgres shared() {
    return Shared.ONE;
  }

  /** An empty database, at an address that a server takes. */
  public synchronized DatabaseAddress newDatabase() {
    String name = "outside_" + ++made;
    String url = running.jdbcUrl();
    try (Connection connection = DriverManager.getConnection(url, user(), password());
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new DatabaseAddress(
        url.substring(0, url.lastIndexOf('/') + 1) + name, user(), password());
  }

  /** As when the operator stops it: open transactions are rolled back, clients are sent away. */
  public void stop() {
    running.close();
  }

  /** As when it is killed: nobody is told anything, and nothing is left that listens. */
  public void kill() {
    ProcessHandle process = running.process();
    List<ProcessHandle> all = tree(process);
    // Frozen first, so that nothing is started again in between.
    signal("STOP", all);
    signal("KILL", all);
    process.onExit().join();
    running.close();
  }

  /** Starts again on the same folder and port, after {@link #stop} or {@link #kill}. */
  public void startAgain() {
    int port = running.port();
    running = run();
    if (running.port() != port) {
      throw new IllegalStateException("another program took port " + port);
    }
  }

  /** Every process of it stops in its tracks: connections stay open, and nobody answers. */
  public void freeze() {
    signal("STOP", tree(running.process()));
  }

  /** After {@link #freeze}. */
  public void thaw() {
    signal("CONT", tree(running.process()));
  }

  private String user() {
    return running.user();
  }

  private String password() {
    return running.password();
  }

  private LocalPostgres run() {
    return LocalPostgres.start(folder, TestDatabase.programs(), RunAs.fitting(), settings);
  }

  private static List<ProcessHandle> tree(ProcessHandle process) {
    List<ProcessHandle> all = new ArrayList<>();
    all.add(process);
    process.descendants().forEach(all::add);
    return Collections.unmodifiableList(all);
  }

  private static void signal(String signal, List<ProcessHandle> processes) {
    List<String> command = new ArrayList<>(List.of("kill", "-s", signal));
    processes.forEach(p -> command.add(Long.toString(p.pid())));
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      // A backend may have ended since; then kill complains, and has reached the others.
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void forget(OutsidePostgres postgres) {
    try {
      postgres.thaw();
      postgres.stop();
      Folders.delete(postgres.folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Shared {
    static final OutsidePostgres ONE = with();
  }
}

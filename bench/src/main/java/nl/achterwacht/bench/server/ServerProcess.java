package nl.achterwacht.bench.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import nl.achterwacht.bench.BenchDatabase;

/** The product as it is run, in a process of its own, on the database of the benchmark. */
final class ServerProcess implements AutoCloseable {
  static final Path JAR = Path.of("server/target/achterwacht.jar");

  /** How much heap a server of a million watches gets. */
  static final String HEAP = "-Xmx1g";

  private static final Path LOG = Path.of("bench/target/server.log");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Process process;
  private final int port;
  private final Duration readyAfter;

  private ServerProcess(Process process, int port, long began) {
    this.process = process;
    this.port = port;
    awaitReady();
    this.readyAfter = Duration.ofNanos(System.nanoTime() - began);
  }

  /** The jar, as {@code make run} starts it; returns when it is ready. */
  static ServerProcess start(BenchDatabase bench, String... settings) {
    return start(bench, JAR, List.of(), List.of(settings));
  }

  /**
   * @param jar what to start
   * @param options words for the virtual machine
   * @param settings words for the server
   */
  static ServerProcess start(
      BenchDatabase bench, Path jar, List<String> options, List<String> settings) {
    int port = freePort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(HEAP, "--enable-native-access=ALL-UNNAMED"));
    command.addAll(options);
    command.addAll(List.of("-jar", jar.toString(), "--port=" + port, "--empty"));
    command.add("--server.address=127.0.0.1");
    command.add("--achterwacht.database.url=" + bench.jdbcUrl());
    command.add("--achterwacht.database.user=" + bench.user());
    command.addAll(settings);
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("ACHTERWACHT_DATABASE_PASSWORD", bench.password());
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()));
    try {
      long began = System.nanoTime();
      return new ServerProcess(builder.start(), port, began);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + jar, e);
    }
  }

  int port() {
    return port;
  }

  /** From the start of the process until it said that it is ready. */
  Duration readyAfter() {
    return readyAfter;
  }

  Proc proc() {
    return new Proc(process.pid());
  }

  /** Ends it as an operator would; returns when it is gone. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("the server did not stop; see " + LOG);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }

  private void awaitReady() {
    var ask =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/readyz"))
            .timeout(Duration.ofSeconds(3))
            .build();
    long end = System.nanoTime() + PATIENCE.toNanos();
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (System.nanoTime() < end) {
        if (!process.isAlive()) {
          throw new IllegalStateException("the server ended at once; see " + LOG);
        }
        if (isReady(client, ask)) {
          return;
        }
        LockSupport.parkNanos(10_000_000);
      }
    }
    process.destroyForcibly();
    throw new IllegalStateException("the server did not become ready; see " + LOG);
  }

  private static boolean isReady(HttpClient client, HttpRequest ask) {
    try {
      return client.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false; // it does not listen yet
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether there is a jar to start. */
  static boolean isBuilt() {
    return Files.exists(JAR);
  }
}

package nl.achterwacht.bench.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import nl.achterwacht.bench.BenchDatabase;
import nl.achterwacht.bench.Worker;

/** The jar unpacked, with what a training run learned about it kept in a cache beside it. */
final class AotJar {
  private static final Path FOLDER = Path.of("bench/target/aot");
  private static final Path JAR = FOLDER.resolve("server/achterwacht.jar");
  private static final Path CACHE = FOLDER.resolve("achterwacht.aot");

  private AotJar() {}

  /** Unpacks and trains; some tens of seconds. */
  static void make(BenchDatabase bench) {
    unpack();
    List<String> training = List.of("-XX:AOTCacheOutput=" + CACHE);
    try (var server = ServerProcess.start(bench, JAR, training, List.of())) {
      Phones.run(
          server.port(),
          8,
          Worker.all(bench),
          InstantSource.system(),
          0,
          Duration.ofMillis(500),
          Duration.ofSeconds(1));
    }
    if (!Files.exists(CACHE)) {
      throw new IllegalStateException("the training made no cache");
    }
  }

  static ServerProcess start(BenchDatabase bench) {
    // Without the cache it would start too, only slower: here that is a mistake.
    var options = List.of("-XX:AOTCache=" + CACHE, "-XX:AOTMode=on");
    return ServerProcess.start(bench, JAR, options, List.of());
  }

  private static void unpack() {
    try {
      Files.createDirectories(FOLDER);
      Files.deleteIfExists(CACHE);
      var command =
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Djarmode=tools",
              "-jar",
              ServerProcess.JAR.toString(),
              "extract",
              "--force",
              "--destination",
              JAR.getParent().toString());
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(FOLDER.resolve("unpack.log").toFile())
              .start();
      if (process.waitFor() != 0) {
        throw new IllegalStateException("the jar was not unpacked; see " + FOLDER);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}

package nl.achterwacht.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What lies in a data folder: the database's own files, its password, its port and its programs.
 * Made complete or not at all.
 */
record Cluster(Path folder) {
  static final String USER = "achterwacht";

  /** PostgreSQL's own data folder. */
  Path data() {
    return folder.resolve("postgres");
  }

  Path passwordFile() {
    return folder.resolve("password");
  }

  Path portFile() {
    return folder.resolve("port");
  }

  Path programs() {
    return folder.resolve("program");
  }

  boolean exists() {
    return Files.exists(data());
  }

  String password() throws IOException {
    return Files.readString(passwordFile()).strip();
  }

  /** The port of the last run, or 0 when it never ran. */
  int lastPort() throws IOException {
    return Files.exists(portFile()) ? Integer.parseInt(Files.readString(portFile()).strip()) : 0;
  }

  void rememberPort(int port) throws IOException {
    replace(portFile(), Integer.toString(port), "rw-r--r--");
  }

  void requireOurVersion() throws IOException {
    String version = Files.readString(data().resolve("PG_VERSION")).strip();
    if (!version.equals(Binaries.MAJOR_VERSION)) {
      throw new DatabaseUnusable(
          "The database in "
              + folder
              + " was made by PostgreSQL "
              + version
              + ", and this server brings PostgreSQL "
              + Binaries.MAJOR_VERSION
              + ". Use the server that made it, or move the data with PostgreSQL's own pg_upgrade.");
    }
  }

  /** Makes an empty database with a random password. */
  void create(Binaries binaries, RunAs runAs) throws IOException, InterruptedException {
    Path half = folder.resolve("postgres.new");
    Folders.delete(half);
    replace(passwordFile(), randomPassword(), "rw-------");
    runAs.own(folder);
    run(
        runAs.command(
            List.of(
                binaries.program("initdb"),
                "--pgdata=" + half,
                "--username=" + USER,
                "--pwfile=" + passwordFile(),
                "--auth-local=reject",
                "--auth-host=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=icu",
                "--icu-locale=nl-NL")));
    Files.move(half, data(), ATOMIC_MOVE);
    syncNames();
  }

  /** A later power cut may not bring back the old names: {@code postgres.new} is deleted above. */
  void syncNames() throws IOException {
    sync(folder);
  }

  /** What is in the file, or which names are in the folder, is on the disk afterwards. */
  static void sync(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void replace(Path file, String text, String permissions) throws IOException {
    Path half = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(half);
    Files.createFile(
        half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)));
    Files.writeString(half, text + "\n");
    Files.move(half, file, ATOMIC_MOVE, REPLACE_EXISTING);
  }

  private static String randomPassword() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new DatabaseUnusable("The database's files could not be made. It said:\n" + said);
    }
  }
}

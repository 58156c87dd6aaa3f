package nl.achterwacht.postgres;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The programs of PostgreSQL, taken out of our own jar: {@code initdb}, {@code pg_ctl}, … */
record Binaries(Path folder) {
  /** A data folder can only be used by the major version that made it. */
  static final String MAJOR_VERSION = "18";

  /**
   * Unpacks the programs into a folder of their own under {@code cache}, once for each version;
   * several processes may do so at the same time.
   */
  static Binaries unpackedIn(Path cache) throws IOException {
    byte[] archive = archive();
    Path folder = cache.resolve("postgres-" + shortHash(archive));
    if (!Files.exists(folder)) {
      Files.createDirectories(cache);
      Path half = Files.createTempDirectory(cache, "half-");
      unpack(archive, half);
      Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
      moveIntoPlace(half, folder);
    }
    return new Binaries(folder);
  }

  String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  private static byte[] archive() throws IOException {
    String machine =
        switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          case String other -> other;
        };
    String name = "/postgres-linux-" + machine + ".txz";
    try (InputStream in = Binaries.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new DatabaseUnusable(
            "No PostgreSQL for this kind of machine ("
                + machine
                + ") is on board. "
                + "Give the server the address of your own PostgreSQL, version 15 or later.");
      }
      return in.readAllBytes();
    }
  }

  private static void unpack(byte[] archive, Path into) throws IOException {
    var bytes = new XZCompressorInputStream(new ByteArrayInputStream(archive));
    try (var tar = new TarArchiveInputStream(new BufferedInputStream(bytes))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, into);
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path into)
      throws IOException {
    Path path = entry.resolveIn(into);
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(Objects.requireNonNull(path.getParent()));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, path);
    boolean canRun = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        path, PosixFilePermissions.fromString(canRun ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private static void moveIntoPlace(Path half, Path folder) throws IOException {
    try {
      Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!Files.exists(folder)) {
        throw e;
      }
      Folders.delete(half); // another process was first
    }
  }

  private static String shortHash(byte[] archive) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(archive);
      return HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

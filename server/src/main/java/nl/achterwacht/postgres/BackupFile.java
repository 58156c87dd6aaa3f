package nl.achterwacht.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * A backup is one .tar.gz: {@code postgres/…} and {@code password} as they stand in a data folder,
 * and at the very end {@code SHA256SUMS}, which names every file before it. A backup that was cut
 * off has no such end.
 */
final class BackupFile {
  private static final String SUMS = "SHA256SUMS";
  private static final String DATA = "postgres/";
  private static final String PASSWORD = "password";

  private BackupFile() {}

  /** Writes a backup of the database that listens on {@code port}; all of {@code file} or none. */
  static void write(Cluster cluster, int port, Path file) throws IOException {
    Path half = file.resolveSibling(file.getFileName() + ".partial");
    Files.deleteIfExists(half);
    // It holds everything about everybody: only for the one who made it.
    Folders.createPrivateFile(half);
    try {
      try (var channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
        writeTo(Channels.newOutputStream(channel), cluster, port);
      }
      try (var channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(half, file); // fails when the file is there already
    } finally {
      Files.deleteIfExists(half);
    }
  }

  private static void writeTo(OutputStream out, Cluster cluster, int port) throws IOException {
    String password = cluster.password();
    try (var connection = ReplicationConnection.open(port, Cluster.USER, password);
        var tar = new TarArchiveOutputStream(new GZIPOutputStream(new BufferedOutputStream(out)))) {
      tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      var sums = new TreeMap<String, String>();
      BaseBackup backup = BaseBackup.start(connection);
      copyAll(new TarArchiveInputStream(backup), tar, sums);
      add(tar, DATA + "backup_manifest", backup.manifest(), sums);
      add(tar, PASSWORD, password.getBytes(UTF_8), sums);
      add(tar, SUMS, textOf(sums).getBytes(UTF_8), new TreeMap<>());
    }
  }

  private static void copyAll(
      TarArchiveInputStream from, TarArchiveOutputStream to, Map<String, String> sums)
      throws IOException {
    for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
      String name = DATA + entry.getName();
      if (entry.isDirectory()) {
        to.putArchiveEntry(new TarArchiveEntry(name.endsWith("/") ? name : name + "/"));
        to.closeArchiveEntry();
      } else if (entry.isFile()) {
        add(to, name, from, entry.getSize(), sums);
      } else {
        throw new IOException("the database has a file of an unknown kind: " + entry.getName());
      }
    }
  }

  private static void add(
      TarArchiveOutputStream to, String name, byte[] bytes, Map<String, String> sums)
      throws IOException {
    add(to, name, new ByteArrayInputStream(bytes), bytes.length, sums);
  }

  private static void add(
      TarArchiveOutputStream to, String name, InputStream from, long size, Map<String, String> sums)
      throws IOException {
    var entry = new TarArchiveEntry(name);
    entry.setSize(size);
    to.putArchiveEntry(entry);
    var summed = new DigestInputStream(from, sha256());
    summed.transferTo(to);
    to.closeArchiveEntry();
    sums.put(name, HexFormat.of().formatHex(summed.getMessageDigest().digest()));
  }

  /**
   * Unpacks {@code file} into the folder of {@code cluster}; {@code postgres} appears there only
   * when every sum was right.
   */
  static void unpack(Path file, Cluster cluster) throws IOException {
    Path half = cluster.folder().resolve("postgres.new");
    var sums = new TreeMap<String, String>();
    String promised = null;
    try (var bytes = new BufferedInputStream(Files.newInputStream(file));
        var tar = new TarArchiveInputStream(new GZIPInputStream(bytes))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.getName().equals(SUMS)) {
          promised = new String(tar.readAllBytes(), UTF_8);
        } else if (entry.isDirectory()) {
          Files.createDirectories(target(entry, cluster, half));
        } else {
          sums.put(entry.getName(), store(tar, target(entry, cluster, half)));
        }
      }
    } catch (IOException e) {
      throw new BackupDamaged(file + " could not be unpacked: " + e.getMessage(), e);
    }
    if (promised == null) {
      throw new BackupDamaged(file + " is not complete: its end is missing", null);
    }
    if (!promised.equals(textOf(sums))) {
      throw new BackupDamaged(file + " is damaged: " + differences(promised, sums), null);
    }
    putInPlace(half, cluster);
  }

  private static void putInPlace(Path half, Cluster cluster) throws IOException {
    try (var all = Files.walk(half)) {
      for (Path path : (Iterable<Path>) all::iterator) {
        if (Files.isDirectory(path)) {
          Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        } else {
          Cluster.sync(path);
        }
      }
    }
    Cluster.sync(cluster.passwordFile());
    Files.move(half, cluster.data());
    cluster.syncNames();
  }

  private static Path target(TarArchiveEntry entry, Cluster cluster, Path half) throws IOException {
    if (entry.getName().equals(PASSWORD)) {
      return cluster.passwordFile();
    }
    if (!entry.getName().startsWith(DATA)) {
      throw new IOException("it holds something that does not belong there: " + entry.getName());
    }
    Path path = half.resolve(entry.getName().substring(DATA.length())).normalize();
    if (!path.startsWith(half)) {
      throw new IOException("it tries to write outside its folder: " + entry.getName());
    }
    return path;
  }

  private static String store(InputStream from, Path path) throws IOException {
    Files.createDirectories(java.util.Objects.requireNonNull(path.getParent()));
    var summed = new DigestInputStream(from, sha256());
    var options = Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    var onlyUs = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (var channel = FileChannel.open(path, options, onlyUs)) {
      summed.transferTo(Channels.newOutputStream(channel));
    }
    return HexFormat.of().formatHex(summed.getMessageDigest().digest());
  }

  private static String textOf(Map<String, String> sums) {
    var text = new StringBuilder();
    sums.forEach((name, sum) -> text.append(sum).append("  ").append(name).append('\n'));
    return text.toString();
  }

  private static String differences(String promised, Map<String, String> sums) {
    var found = Set.of(textOf(sums).split("\n"));
    long wrong = promised.lines().filter(line -> !found.contains(line)).count();
    return wrong + " of its " + promised.lines().count() + " files are not as they were written";
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

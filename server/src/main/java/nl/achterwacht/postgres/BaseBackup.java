package nl.achterwacht.postgres;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A physical copy of a running database, as one tar stream: its files and the WAL that makes them
 * consistent as of the moment the copy ended. PostgreSQL checks each page on the way.
 */
final class BaseBackup extends InputStream {
  private final ReplicationConnection connection;
  private final ByteArrayOutputStream manifest = new ByteArrayOutputStream();
  private byte[] part = {};
  private int position;
  private boolean inManifest;
  private boolean ended;
  private int archives;

  private BaseBackup(ReplicationConnection connection) {
    this.connection = connection;
  }

  static BaseBackup start(ReplicationConnection connection) throws IOException {
    // The slot ends with the connection; until then it keeps the WAL of a long backup.
    connection.run(
        "CREATE_REPLICATION_SLOT achterwacht_backup_"
            + ProcessHandle.current().pid()
            + " TEMPORARY PHYSICAL (RESERVE_WAL)");
    connection.startCopy(
        "BASE_BACKUP (LABEL 'achterwacht', CHECKPOINT 'fast', WAL, MANIFEST 'yes',"
            + " MANIFEST_CHECKSUMS 'SHA256')");
    return new BaseBackup(connection);
  }

  /** What PostgreSQL itself says the copy holds. Only known when everything has been read. */
  byte[] manifest() throws IOException {
    transferTo(OutputStream.nullOutputStream());
    if (manifest.size() == 0) {
      throw new IOException("the database sent no manifest: the copy is not complete");
    }
    return manifest.toByteArray();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    while (position == part.length) {
      if (!readPart()) {
        return -1;
      }
    }
    int count = Math.min(length, part.length - position);
    System.arraycopy(part, position, into, offset, count);
    position += count;
    return count;
  }

  /** Each part begins with a letter: a new archive, the manifest, data of either, or progress. */
  private boolean readPart() throws IOException {
    byte @Nullable [] next = ended ? null : connection.nextPart();
    if (next == null) {
      ended = true;
      return false;
    }
    switch (next[0]) {
      case 'n' -> onlyOneArchive();
      case 'm' -> inManifest = true;
      case 'd' -> takeData(next);
      default -> {} // progress
    }
    return true;
  }

  private void takeData(byte[] next) {
    if (inManifest) {
      manifest.write(next, 1, next.length - 1);
    } else {
      part = next;
      position = 1;
    }
  }

  private void onlyOneArchive() throws IOException {
    archives++;
    if (archives > 1) {
      throw new IOException("the database has tablespaces; use pg_basebackup for this one");
    }
  }
}

package nl.achterwacht.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to use a folder. The operating system keeps it, so it ends with this process, however
 * that ends.
 */
final class FolderLock implements AutoCloseable {
  // Closing any channel on a file gives up every lock this process has on it (POSIX), so a second
  // try from the same process may not even open the file.
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private FolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * @throws FolderInUse when another server uses the folder, in this process or another
   */
  static FolderLock take(Path folder) throws IOException {
    Path real = folder.toRealPath();
    if (!HELD_HERE.add(real)) {
      throw inUse(real, Long.toString(ProcessHandle.current().pid()));
    }
    try {
      return new FolderLock(real, lock(real));
    } catch (IOException | RuntimeException e) {
      HELD_HERE.remove(real);
      throw e;
    }
  }

  private static FileChannel lock(Path folder) throws IOException {
    FileChannel channel = FileChannel.open(folder.resolve("lock"), READ, WRITE, CREATE);
    try {
      if (channel.tryLock() == null) {
        throw inUse(folder, textOf(channel));
      }
      channel.truncate(0);
      channel.write(UTF_8.encode(Long.toString(ProcessHandle.current().pid())), 0);
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static String textOf(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(20);
    channel.read(bytes, 0);
    return UTF_8.decode(bytes.flip()).toString();
  }

  private static FolderInUse inUse(Path folder, String pid) {
    return new FolderInUse(
        "Another Achterwacht server (process "
            + pid
            + ") already uses the folder "
            + folder
            + ". Stop that one first, or give this one its own folder.");
  }

  @Override
  public void close() throws IOException {
    channel.close();
    HELD_HERE.remove(folder);
  }
}

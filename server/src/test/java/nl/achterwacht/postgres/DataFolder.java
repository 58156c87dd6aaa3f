package nl.achterwacht.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A data folder of a server in another process, as seen by whoever may read it.
 *
 * @param path where it is
 */
public record DataFolder(Path path) {
  /** An empty one, with the database's programs already in it. */
  public static DataFolder make() throws IOException {
    return in(Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** As {@link #make}, in a folder of the caller's. */
  public static DataFolder in(Path parent) throws IOException {
    Path path = Files.createTempDirectory(parent, "achterwacht-data-");
    Files.createDirectories(TestDatabase.programs());
    Binaries.unpackedIn(TestDatabase.programs());
    Files.createSymbolicLink(path.resolve("program"), TestDatabase.programs());
    return new DataFolder(path);
  }

  /** Where the server that uses it has its database. */
  public DatabaseAddress address() throws IOException {
    var cluster = new Cluster(path);
    return new DatabaseAddress(
        "jdbc:postgresql://127.0.0.1:" + cluster.lastPort() + "/achterwacht",
        Cluster.USER,
        cluster.password());
  }

  /** {@code kill -9} for the database and, before anybody can start it again, for its server. */
  public void killDatabaseAnd(Runnable killServer) throws IOException {
    List<String> lines = Files.readAllLines(new Cluster(path).data().resolve("postmaster.pid"));
    ProcessHandle database =
        ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).orElseThrow();
    List<ProcessHandle> all = database.descendants().toList();
    database.destroyForcibly();
    killServer.run();
    all.forEach(ProcessHandle::destroyForcibly);
    database.onExit().join();
  }

  /** Deletes it; nobody may use it any more. */
  public void delete() throws IOException {
    Folders.delete(path);
  }
}

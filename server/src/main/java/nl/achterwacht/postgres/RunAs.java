package nl.achterwacht.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** As whom the database's programs run, since PostgreSQL refuses to be root. */
enum RunAs {
  /** This server is an ordinary user, and so is its database. */
  SELF(-1, ""),

  /**
   * Root outside, nobody inside a user namespace: the database sees no root, its files stay root's,
   * so it also works in a folder that only root can enter.
   */
  NAMESPACE(0, "unshare --user --"),

  /** Where user namespaces are forbidden, as in many containers: really another user. */
  NOBODY(65534, "setpriv --reuid=65534 --regid=65534 --clear-groups --");

  private final int owner;
  private final String prefix;

  RunAs(int owner, String prefix) {
    this.owner = owner;
    this.prefix = prefix;
  }

  /** What fits this process and this machine. */
  static RunAs fitting() {
    if (!isRoot()) {
      return SELF;
    }
    return works(NAMESPACE.command(List.of("true"))) ? NAMESPACE : NOBODY;
  }

  /** {@code program} with its arguments, to be run as this user. */
  List<String> command(List<String> program) {
    Stream<String> before = prefix.isEmpty() ? Stream.empty() : Stream.of(prefix.split(" ", -1));
    return Stream.concat(before, program.stream()).toList();
  }

  /** Makes the folder and everything in it this user's, where it is not so yet. */
  void own(Path folder) throws IOException {
    if (this == SELF || !Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) all::iterator) {
        own1(path);
      }
    }
  }

  private void own1(Path path) throws IOException {
    if (!Integer.valueOf(owner)
        .equals(Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS))) {
      Files.setAttribute(path, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
      Files.setAttribute(path, "unix:gid", owner, LinkOption.NOFOLLOW_LINKS);
    }
  }

  private static boolean isRoot() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException | UnsupportedOperationException e) {
      return "root".equals(System.getProperty("user.name"));
    }
  }

  private static boolean works(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

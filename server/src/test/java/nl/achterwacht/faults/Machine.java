package nl.achterwacht.faults;

import java.io.IOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import nl.achterwacht.process.RunningServer;

/** What is done to the machine itself; all of it in the network and mounts of this program only. */
final class Machine {
  private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME;

  private Machine() {}

  /** Every thread of {@code server} stands still, and its kernel goes on answering for it. */
  static void freeze(RunningServer server) throws IOException, InterruptedException {
    run("kill", "-s", "STOP", Long.toString(server.pid()));
  }

  static void thaw(RunningServer server) throws IOException, InterruptedException {
    run("kill", "-s", "CONT", Long.toString(server.pid()));
  }

  /** From now on packets to and from {@code address} vanish, without a word to either side. */
  static void cut(String address, int port) throws IOException, InterruptedException {
    requireOwnNetwork();
    run(
        "nft",
        """
        add table inet faults
        add chain inet faults cut { type filter hook input priority 0; }
        add rule inet faults cut ip daddr %1$s tcp dport %2$d counter drop
        add rule inet faults cut ip saddr %1$s tcp sport %2$d counter drop
        """
            .formatted(address, port));
  }

  static void heal() throws IOException, InterruptedException {
    run("nft", "delete table inet faults");
  }

  /** An empty file system that can be filled. */
  static void mountSmallDisk(Path at, int megabytes) throws IOException, InterruptedException {
    run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "none", at.toString());
  }

  static void unmount(Path at) throws IOException, InterruptedException {
    run("umount", "--lazy", at.toString());
  }

  /** Writes {@code file} until not one byte more fits beside it; returns its size. */
  static long fill(Path file) throws IOException {
    try (var channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (int size = 1 << 20; size > 0; size /= 16) {
        writeUntilFull(channel, size);
      }
      return channel.size();
    }
  }

  /** The time that {@code server} believes it is, from the Date of its answers. */
  static Instant wallClockOf(RunningServer server) throws IOException, InterruptedException {
    URI at = URI.create("http://localhost:" + server.port() + "/livez");
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(HttpRequest.newBuilder(at).build(), BodyHandlers.discarding());
      String date = answer.headers().firstValue("Date").orElseThrow();
      return ZonedDateTime.parse(date, HTTP_DATE).toInstant();
    }
  }

  /** A network of our own has nothing but a loopback: nobody else can be hurt. */
  static void requireOwnNetwork() throws SocketException {
    boolean isOurs = NetworkInterface.networkInterfaces().allMatch(i -> i.getName().equals("lo"));
    if (!isOurs) {
      throw new IllegalStateException("not in a network of its own; start it with make faults");
    }
  }

  private static void writeUntilFull(FileChannel channel, int size) throws IOException {
    try {
      while (channel.write(ByteBuffer.allocate(size)) > 0) {
        // more
      }
    } catch (IOException e) {
      if (!String.valueOf(e.getMessage()).contains("No space left")) {
        throw e;
      }
    }
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
    String said =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + ": " + said);
    }
  }

  /** Deletes what filled the disk. */
  static void makeRoom(Path file) throws IOException {
    Files.delete(file);
  }
}

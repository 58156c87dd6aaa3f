package nl.achterwacht.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.springframework.util.FileSystemUtils;

/** A real CalDAV server (Debian's python3-radicale) with one calendar, of Anna. */
final class Radicale implements AutoCloseable {
  static final String USER = "anna";
  static final String PASSWORD = "agenda & <geheim>";

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Path folder;
  private final int port;
  private final Process process;

  private Radicale(Path folder, int port, Process process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  static Radicale start() {
    try {
      Path folder = Files.createTempDirectory("radicale-");
      Path users = Files.writeString(folder.resolve("users"), USER + ":" + PASSWORD + "\n");
      int port = freePort();
      Process process =
          new ProcessBuilder(
                  python(),
                  "-m",
                  "radicale",
                  "--config",
                  "",
                  "--server-hosts",
                  "127.0.0.1:" + port,
                  "--auth-type",
                  "htpasswd",
                  "--auth-htpasswd-filename",
                  users.toString(),
                  "--auth-htpasswd-encryption",
                  "plain",
                  "--storage-filesystem-folder",
                  folder.resolve("collections").toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("log").toFile())
              .start();
      var radicale = new Radicale(folder, port, process);
      await().atMost(Duration.ofMinutes(1)).until(radicale::answers);
      radicale.send("MKCALENDAR", "", "", 201);
      return radicale;
    } catch (IOException e) {
      throw new UncheckedIOException("install python3-radicale: bin/install-test-tools", e);
    }
  }

  /** The address of Anna's calendar. */
  String url() {
    return "http://127.0.0.1:" + port + "/anna/werk/";
  }

  /** Makes or changes an appointment. */
  void put(String name, String calendar) {
    send("PUT", name + ".ics", calendar.replace("\n", "\r\n"), 201);
  }

  void delete(String name) {
    send("DELETE", name + ".ics", "", 200);
  }

  private void send(String method, String path, String body, int expected) {
    byte[] login = (USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
    var request =
        HttpRequest.newBuilder(URI.create(url() + path))
            .timeout(Duration.ofMinutes(1))
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login))
            .header("Content-Type", "text/calendar; charset=utf-8")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    try {
      var response = HTTP.send(request, BodyHandlers.ofString());
      assertThat(response.statusCode()).as(response.body()).isEqualTo(expected);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private boolean answers() {
    if (!process.isAlive()) {
      throw new IllegalStateException("radicale ended: " + log());
    }
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String python() throws IOException {
    Process found = new ProcessBuilder("../bin/find-radicale").start();
    try (var answer = found.inputReader()) {
      String python = answer.readLine();
      if (python == null) {
        throw new IOException("no Python with radicale");
      }
      return python;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}

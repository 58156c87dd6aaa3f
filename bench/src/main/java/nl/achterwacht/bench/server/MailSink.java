package nl.achterwacht.bench.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A mail server that takes everything and keeps only when each letter came. */
final class MailSink implements AutoCloseable {
  private static final String MESSAGE_ID = "message-id:";

  private final ServerSocket server;
  private final InstantSource clock = InstantSource.system();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Instant> takenAt = new HashMap<>();

  MailSink() {
    try {
      server = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().name("mail-sink").start(this::accept);
  }

  /** What tells a server to hand its mail over here. */
  String[] settings() {
    return new String[] {
      "--achterwacht.mail.host=127.0.0.1",
      "--achterwacht.mail.port=" + server.getLocalPort(),
      "--achterwacht.mail.security=none"
    };
  }

  /** When the last letter was taken; throws unless there are {@code expected}, each once. */
  Instant last(long expected) {
    synchronized (takenAt) {
      if (takenAt.size() != expected || takenAt.containsValue(Instant.MAX)) {
        throw new IllegalStateException(
            "%d letters came, not %d, or one came twice".formatted(takenAt.size(), expected));
      }
      return takenAt.values().stream().max(Instant::compareTo).orElseThrow();
    }
  }

  void forget() {
    synchronized (takenAt) {
      takenAt.clear();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        threads.execute(() -> talk(socket));
      }
    } catch (IOException e) {
      // It was closed.
    }
  }

  private void talk(Socket socket) {
    try (socket;
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
        var out =
            new BufferedWriter(new OutputStreamWriter(socket.getOutputStream(), ISO_8859_1))) {
      say(out, "220 sink");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String word = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(Locale.ROOT);
        switch (word) {
          case "DATA" -> {
            say(out, "354 go on");
            take(in);
            say(out, "250 taken");
          }
          case "QUIT" -> {
            say(out, "221 bye");
            return;
          }
          default -> say(out, "250 sink");
        }
      }
    } catch (IOException e) {
      // Whoever left has its letter taken, or sends it again.
    }
  }

  private static void say(BufferedWriter out, String text) throws IOException {
    out.write(text + "\r\n");
    out.flush();
  }

  private void take(BufferedReader in) throws IOException {
    String id = "none";
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      if (line.toLowerCase(Locale.ROOT).startsWith(MESSAGE_ID)) {
        // A long one stands on the next line.
        String rest = line.substring(MESSAGE_ID.length()).strip();
        id = rest.isEmpty() ? in.readLine().strip() : rest;
      }
    }
    synchronized (takenAt) {
      takenAt.merge(id, clock.instant(), (first, second) -> Instant.MAX);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdown();
  }
}

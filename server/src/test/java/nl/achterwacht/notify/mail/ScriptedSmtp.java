package nl.achterwacht.notify.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that says what a test wants at one step: {@code CONNECT}, {@code EHLO}, {@code
 * AUTH}, {@code MAIL}, {@code RCPT}, {@code DATA}, {@code BODY} (the end of the mail) or {@code
 * QUIT}. The reply {@link #HANG_UP} drops the connection, {@link #SAY_NOTHING} keeps it waiting.
 */
public final class ScriptedSmtp implements AutoCloseable {
  /** Drops the connection at this step. */
  public static final String HANG_UP = "hang up";

  /** Gives no answer at this step, and goes on listening. */
  public static final String SAY_NOTHING = "say nothing";

  private final ServerSocket socket;
  private final Map<String, String> script;
  private final @Nullable SSLContext startTls;
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  private ScriptedSmtp(Map<String, String> script, @Nullable SSLContext startTls) {
    this.script = script;
    this.startTls = startTls;
    try {
      this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().name("scripted-smtp").start(this::serve);
  }

  /** A server without TLS. */
  public static ScriptedSmtp saying(Map<String, String> script) {
    return new ScriptedSmtp(script, null);
  }

  /** A server that offers STARTTLS and shows {@code certificate}. */
  public static ScriptedSmtp withStartTls(SSLContext certificate) {
    return new ScriptedSmtp(Map.of(), certificate);
  }

  /** Where it listens. */
  public int port() {
    return socket.getLocalPort();
  }

  /** How often somebody connected. */
  public int connections() {
    return open.size();
  }

  /** Every line it was sent; those under TLS begin with {@code tls:}. */
  public List<String> heard() {
    return List.copyOf(heard);
  }

  @Override
  public void close() {
    try {
      socket.close();
      for (Socket client : open) {
        client.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        open.add(client);
        Thread.ofVirtual().start(() -> talk(client));
      } catch (IOException e) {
        return; // closed by the test
      }
    }
  }

  private void talk(Socket client) {
    try (client) {
      if (reply(client, "CONNECT", "220 test ESMTP")) {
        converse(client, "");
      }
    } catch (IOException e) {
      // They left.
    }
  }

  private void converse(Socket client, String mark) throws IOException {
    var in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      heard.add(mark + line);
      String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
      if (verb.equals("STARTTLS") && startTls != null) {
        reply(client, verb, "220 go ahead");
        converse(underTls(client, startTls), "tls:");
        return;
      }
      if (!reply(client, verb, usual(verb)) || verb.equals("QUIT")) {
        return;
      }
      if (verb.equals("DATA") && !script.containsKey("DATA")) {
        for (String text = in.readLine(); !".".equals(text); text = in.readLine()) {
          if (text == null) {
            return;
          }
          heard.add(mark + text);
        }
        if (!reply(client, "BODY", "250 2.0.0 queued")) {
          return;
        }
      }
    }
  }

  private String usual(String verb) {
    return switch (verb) {
      case "EHLO" -> startTls == null ? "250-test\r\n250 AUTH PLAIN" : "250-test\r\n250 STARTTLS";
      case "AUTH" -> "235 2.7.0 welcome";
      case "DATA" -> "354 go ahead";
      case "QUIT" -> "221 bye";
      default -> "250 2.0.0 ok";
    };
  }

  private boolean reply(Socket client, String step, String usual) throws IOException {
    String words = script.getOrDefault(step, usual);
    if (words.equals(HANG_UP)) {
      client.setSoLinger(true, 0);
      return false;
    }
    if (!words.equals(SAY_NOTHING)) {
      client.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      client.getOutputStream().flush();
    }
    return true;
  }

  private static SSLSocket underTls(Socket client, SSLContext context) throws IOException {
    var socket =
        (SSLSocket) context.getSocketFactory().createSocket(client, null, client.getPort(), true);
    socket.setUseClientMode(false);
    return socket;
  }
}

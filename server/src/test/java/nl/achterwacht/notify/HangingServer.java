package nl.achterwacht.notify;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A provider at its worst, on a real socket: it hangs, drips, breaks off or talks nonsense. */
public final class HangingServer implements AutoCloseable {
  /** What it does with whoever connects. */
  public enum Habit {
    /** Takes the connection and never says a word. */
    HANGS,
    /** Starts an answer and sends one byte of it now and then, for ever. */
    DRIPS,
    /** Reads a little and resets the connection. */
    BREAKS_OFF,
    /** Answers in no known protocol. */
    TALKS_NONSENSE
  }

  private final ServerSocket socket;
  private final Habit habit;
  private final String dripsFirst;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closing = new CountDownLatch(1);

  private HangingServer(Habit habit, String dripsFirst) throws IOException {
    this.habit = habit;
    this.dripsFirst = dripsFirst;
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().name("hanging-server").start(this::serve);
  }

  /** A server on a free port of the loopback address. */
  public static HangingServer that(Habit habit) {
    return thatDrips(habit, "");
  }

  /**
   * @param first what a drip begins with, so that the client takes it for a real answer
   */
  public static HangingServer thatDrips(Habit habit, String first) {
    try {
      return new HangingServer(habit, first);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A port on which nobody listens. */
  public static int deadPort() {
    try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it listens. */
  public int port() {
    return socket.getLocalPort();
  }

  /** How many connections stand open at this side. */
  public long openConnections() {
    return open.size();
  }

  @Override
  public void close() {
    closing.countDown();
    open.forEach(HangingServer::shut);
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        open.add(client);
        Thread.ofVirtual().start(() -> misbehave(client));
      } catch (IOException e) {
        return; // closed by the test
      }
    }
  }

  private void misbehave(Socket client) {
    try (client) {
      switch (habit) {
        case HANGS -> waitUntilTheyLeave(client);
        case DRIPS -> drip(client.getOutputStream());
        case BREAKS_OFF -> breakOff(client);
        case TALKS_NONSENSE -> {
          client.getOutputStream().write("\u0001\u0002 zomaar wat\r\n\r\n".getBytes(LATIN));
          client.getOutputStream().flush();
          client.shutdownOutput();
          waitUntilTheyLeave(client);
        }
      }
    } catch (IOException | InterruptedException e) {
      // They left; that is what we wait for.
    } finally {
      open.remove(client);
    }
  }

  private static final java.nio.charset.Charset LATIN = StandardCharsets.ISO_8859_1;

  private static void waitUntilTheyLeave(Socket client) throws IOException {
    InputStream in = client.getInputStream();
    byte[] sink = new byte[4096];
    while (in.read(sink) >= 0) {
      // whatever they say
    }
  }

  private void drip(OutputStream out) throws IOException, InterruptedException {
    out.write(dripsFirst.getBytes(LATIN));
    do {
      out.write('2');
      out.flush();
    } while (!closing.await(20, TimeUnit.MILLISECONDS));
  }

  private static void breakOff(Socket client) throws IOException {
    client.setSoTimeout(100);
    try {
      client.getInputStream().readNBytes(8);
    } catch (java.net.SocketTimeoutException e) {
      // A protocol in which the server speaks first; the reset comes all the same.
    }
    client.setSoLinger(true, 0);
  }

  private static void shut(Socket client) {
    try {
      client.close();
    } catch (SocketException e) {
      // gone already
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package nl.achterwacht.bench.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Open boards of one organisation, each with a stream of its own; all read in one thread. */
final class Boards implements AutoCloseable {
  private static final String SIGN = "watch.sign-of-life";
  private static final String WATCH = "\"watch\":{\"id\":\"";
  private static final int UUID_LENGTH = 36;

  /** So many come in at once: the server's waiting room has an end. */
  private static final int AT_ONCE = 40;

  private final Selector selector;
  private final Thread thread = Thread.ofPlatform().name("boards").unstarted(this::read);
  private final List<Board> boards = new ArrayList<>();
  private final Map<String, Long> sentAt = new ConcurrentHashMap<>();
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicLong shown = new AtomicLong();
  private final Histogram micros = new Histogram(3);
  private volatile boolean closing;
  private volatile @Nullable RuntimeException failure;

  private Boards() {
    try {
      selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Opens {@code count} of them; returns when each has its stream. */
  static Boards open(int port, int count, String cookie) {
    var all = new Boards();
    all.thread.start();
    String request =
        "GET /api/v1/board/events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream"
            + "\r\nCookie: "
            + cookie
            + "\r\n\r\n";
    try {
      for (int i = 1; i <= count; i++) {
        all.open(port, request.getBytes(ISO_8859_1));
        all.await(all.begun::get, i - AT_ONCE);
      }
      all.await(all.begun::get, count);
    } catch (IOException e) {
      throw new UncheckedIOException("a board got no connection", e);
    }
    return all;
  }

  /** A sign that is about to be sent; every board must show it. */
  void expect(String watch) {
    sentAt.put(watch, System.nanoTime());
  }

  /**
   * Waits until every board has shown everything that was expected, and each once.
   *
   * @return how long each took, from before the act was sent; then all begins anew
   */
  Histogram awaitAll() {
    long expected = (long) sentAt.size() * boards.size();
    await(shown::get, expected);
    // What comes twice comes late.
    LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
    synchronized (micros) {
      for (Board board : boards) {
        if (board.seen.size() != sentAt.size()) {
          throw new IllegalStateException(
              "a board showed %d of %d".formatted(board.seen.size(), sentAt.size()));
        }
        board.seen.clear();
      }
      if (shown.get() != expected) {
        throw new IllegalStateException(shown + " events were shown, not " + expected);
      }
      sentAt.clear();
      shown.set(0);
      Histogram result = micros.copy();
      micros.reset();
      return result;
    }
  }

  private void open(int port, byte[] request) throws IOException {
    SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.configureBlocking(false);
    var board = new Board(channel);
    boards.add(board);
    channel.register(selector, SelectionKey.OP_READ, board);
    selector.wakeup();
    channel.write(ByteBuffer.wrap(request));
  }

  private void await(LongSupplier number, long atLeast) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (number.getAsLong() < atLeast) {
      RuntimeException failed = failure;
      if (failed != null) {
        throw failed;
      }
      if (System.nanoTime() > end) {
        throw new IllegalStateException(number.getAsLong() + " came, not " + atLeast);
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  private void read() {
    try {
      while (!closing) {
        selector.select(key -> read((Board) key.attachment()), 1000);
      }
    } catch (IOException | RuntimeException e) {
      if (!closing) {
        failure = new IllegalStateException("a board broke off", e);
      }
    }
  }

  private void read(Board board) {
    try {
      synchronized (micros) {
        board.read();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    closing = true;
    selector.wakeup();
    try {
      thread.join();
      for (Board board : boards) {
        board.channel.close();
      }
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One of them. */
  private final class Board {
    private final SocketChannel channel;
    private final ByteBuffer in = ByteBuffer.allocate(32 * 1024);
    private final EventLines lines = new EventLines(this::line);
    private final Map<String, Boolean> seen = new HashMap<>();
    private boolean hasBegun;
    private String kind = "";

    Board(SocketChannel channel) {
      this.channel = channel;
    }

    void read() throws IOException {
      in.clear();
      if (channel.read(in) < 0) {
        throw new IOException("the server ended a stream");
      }
      in.flip();
      lines.take(in);
    }

    private void line(String line) {
      if (!hasBegun && line.startsWith(":")) {
        hasBegun = true;
        begun.incrementAndGet();
      } else if (line.startsWith("HTTP/") && !line.contains(" 200")) {
        throw new IllegalStateException("a board got " + line);
      } else if (line.startsWith("event:")) {
        kind = line.substring("event:".length()).strip();
        if (kind.equals("reset")) {
          throw new IllegalStateException("a board was told to begin anew");
        }
      } else if (line.startsWith("data:") && kind.equals(SIGN)) {
        show(line);
      }
    }

    private void show(String data) {
      int at = data.indexOf(WATCH) + WATCH.length();
      String watch = data.substring(at, at + UUID_LENGTH);
      Long sent = sentAt.get(watch);
      if (sent == null || seen.put(watch, true) != null) {
        throw new IllegalStateException("a board showed " + watch + " unasked, or twice");
      }
      micros.recordValue((System.nanoTime() - sent) / 1000);
      shown.incrementAndGet();
    }
  }
}

package nl.achterwacht.bench.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import nl.achterwacht.bench.Worker;
import nl.achterwacht.bench.intake.ClosedLoop;
import org.HdrHistogram.Histogram;

/**
 * Phones with a connection each that stays open: a sign of life, its answer, the next sign. All in
 * one thread and with as little work as can be, because they share the machine with the server.
 */
final class Phones {
  private final int port;
  private final List<Worker> workers;
  private final InstantSource clock;
  private final SplittableRandom random;
  private final Histogram micros = new Histogram(3);
  private long answered;
  private long measureFrom;
  private long until;
  private int open;

  private Phones(int port, List<Worker> workers, InstantSource clock, long seed) {
    this.port = port;
    this.workers = workers;
    this.clock = clock;
    this.random = new SplittableRandom(seed);
  }

  /** Each of {@code connections} goes on until the turn is over; every answer is waited for. */
  static ClosedLoop.Result run(
      int port,
      int connections,
      List<Worker> workers,
      InstantSource clock,
      long seed,
      Duration warmUp,
      Duration turn) {
    var phones = new Phones(port, workers, clock, seed);
    try {
      phones.run(connections, warmUp, turn);
    } catch (IOException e) {
      throw new UncheckedIOException("a phone lost its connection", e);
    }
    double perSecond = phones.micros.getTotalCount() / (turn.toNanos() / 1e9);
    return new ClosedLoop.Result(phones.answered, perSecond, phones.micros);
  }

  private void run(int connections, Duration warmUp, Duration turn) throws IOException {
    try (Selector selector = Selector.open()) {
      measureFrom = System.nanoTime() + warmUp.toNanos();
      until = measureFrom + turn.toNanos();
      for (int i = 0; i < connections; i++) {
        var phone = new Phone(selector);
        phone.sendNext();
      }
      open = connections;
      while (open > 0) {
        if (selector.select(key -> read((Phone) key.attachment()), 10_000) == 0) {
          throw new IllegalStateException("no answer for ten seconds");
        }
      }
    }
  }

  private void read(Phone phone) {
    try {
      phone.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] sign(Worker worker) {
    String body =
        "{\"made\":{\"madeAt\":\"%s\",\"clockOffsetMillis\":0,\"batteryPercent\":80}}"
            .formatted(clock.instant());
    String head =
        "POST /api/v1/watches/"
            + worker.watch()
            + "/signs-of-life HTTP/1.1\r\nHost: localhost\r\nAccept: application/json"
            + "\r\nContent-Type: application/json\r\nWatch-Key: "
            + key(worker)
            + "\r\nIdempotency-Key: "
            + new UUID(random.nextLong(), random.nextLong())
            + "\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n";
    return (head + body).getBytes(ISO_8859_1);
  }

  /** The key that the made-up town gave this worker's phone; see {@code town.sql}. */
  static String key(Worker worker) {
    return worker.organisation() + "." + worker.watch();
  }

  /** One of them, with its connection. */
  private final class Phone {
    private final Selector selector;
    private final ByteBuffer in = ByteBuffer.allocate(16 * 1024);
    private final HttpAnswer answer = new HttpAnswer(in);
    private SocketChannel channel;
    private byte[] request = {};
    private long began;

    Phone(Selector selector) throws IOException {
      this.selector = selector;
      this.channel = connect();
    }

    private SocketChannel connect() throws IOException {
      SocketChannel fresh =
          SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      fresh.setOption(StandardSocketOptions.TCP_NODELAY, true);
      fresh.configureBlocking(false);
      fresh.register(selector, SelectionKey.OP_READ, this);
      return fresh;
    }

    void sendNext() throws IOException {
      request = sign(workers.get(random.nextInt(workers.size())));
      began = System.nanoTime();
      send();
    }

    private void send() throws IOException {
      in.clear();
      ByteBuffer out = ByteBuffer.wrap(request);
      channel.write(out);
      if (out.hasRemaining()) {
        throw new IllegalStateException("a request did not fit in an empty connection");
      }
    }

    void read() throws IOException {
      if (channel.read(in) < 0) {
        sendAgain(); // a connection that stays open may end at any time
        return;
      }
      if (!answer.isWhole()) {
        return;
      }
      switch (answer.status()) {
        case 200 -> answered();
        case 503 -> sendAgain();
        default -> throw new IllegalStateException("a sign got " + answer.text());
      }
    }

    private void answered() throws IOException {
      answered++;
      long now = System.nanoTime();
      if (began >= measureFrom && began < until) {
        micros.recordValue((now - began) / 1000);
      }
      if (now >= until) {
        channel.close();
        open--;
        return;
      }
      if (answer.isLast()) {
        channel.close();
        channel = connect();
      }
      sendNext();
    }

    /** Nobody knows whether it was stored: the same again, and it counts once. */
    private void sendAgain() throws IOException {
      channel.close();
      channel = connect();
      send();
    }
  }
}

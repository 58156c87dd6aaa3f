package nl.achterwacht.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A DNS server for which every name stands for this machine; it can be slow, or say nothing. */
final class NameServer implements AutoCloseable {
  /** Where {@code make faults} lets the resolver of this machine look. */
  private static final InetSocketAddress HERE = new InetSocketAddress("127.0.0.53", 53);

  private static final int HEADER = 12;
  private static final int TYPE_A = 1;
  // A pointer to the name in the question; A, IN; 0 seconds to live, so that nothing is remembered.
  private static final byte[] THIS_MACHINE = {
    (byte) 0xc0, 12, 0, TYPE_A, 0, 1, 0, 0, 0, 0, 0, 4, 127, 0, 0, 1
  };

  private final DatagramSocket socket;
  private final AtomicInteger asked = new AtomicInteger();
  private volatile boolean silent;
  private volatile Duration delay = Duration.ZERO;

  NameServer() {
    try {
      socket = new DatagramSocket(HERE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().name("name-server").start(this::serve);
  }

  void saysNothing() {
    silent = true;
  }

  void answersAfter(Duration time) {
    silent = false;
    delay = time;
  }

  int asked() {
    return asked.get();
  }

  @Override
  public void close() {
    socket.close();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        var packet = new DatagramPacket(new byte[512], 512);
        socket.receive(packet);
        asked.incrementAndGet();
        if (!silent) {
          Thread.ofVirtual().start(() -> answer(packet, delay));
        }
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void answer(DatagramPacket question, Duration after) {
    LockSupport.parkNanos(after.toNanos());
    byte[] reply = reply(Arrays.copyOf(question.getData(), question.getLength()));
    try {
      socket.send(new DatagramPacket(reply, reply.length, question.getSocketAddress()));
    } catch (IOException e) {
      // Closed meanwhile: then it says nothing.
    }
  }

  /** RFC 1035, 4: the question comes back, with one answer if an address was asked for. */
  private static byte[] reply(byte[] question) {
    int end = HEADER;
    while (question[end] != 0) {
      end += question[end] + 1;
    }
    boolean isAddress = question[end + 2] == TYPE_A;
    var reply = new ByteArrayOutputStream();
    reply.write(question, 0, 2);
    reply.writeBytes(new byte[] {(byte) 0x81, (byte) 0x80, 0, 1, 0, (byte) (isAddress ? 1 : 0)});
    reply.writeBytes(new byte[4]);
    reply.write(question, HEADER, end + 5 - HEADER);
    if (isAddress) {
      reply.writeBytes(THIS_MACHINE);
    }
    return reply.toByteArray();
  }
}

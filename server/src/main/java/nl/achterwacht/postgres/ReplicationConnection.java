package nl.achterwacht.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ongres.scram.client.ScramClient;
import com.ongres.scram.common.exception.ScramException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The little of PostgreSQL's wire protocol (version 3) that a base backup needs and JDBC lacks: a
 * replication connection to this machine, and the answer to one command as a stream.
 */
final class ReplicationConnection implements AutoCloseable {
  private static final int PROTOCOL_3_0 = 3 << 16;
  // A backup begins with a checkpoint, during which the server says nothing.
  private static final int SILENCE_LIMIT_MS = 600_000;
  private static final int SASL = 10;
  private static final int SASL_CONTINUE = 11;
  private static final int SASL_FINAL = 12;

  /** One message of the server: its kind and what it carries. */
  private static final class Message {
    final char kind;
    final byte[] body;

    Message(char kind, byte[] body) {
      this.kind = kind;
      this.body = body;
    }
  }

  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;

  private ReplicationConnection(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(SILENCE_LIMIT_MS);
    this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
    this.out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
  }

  static ReplicationConnection open(int port, String user, String password) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), port);
    try {
      var connection = new ReplicationConnection(socket);
      connection.signIn(user, password);
      return connection;
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  /** Runs a command whose answer does not matter. */
  void run(String command) throws IOException {
    send('Q', text(command));
    while (receive().kind != 'Z') {
      // rows, notices
    }
  }

  /** Starts a command that answers with a copy stream; read it with {@link #nextPart}. */
  void startCopy(String command) throws IOException {
    send('Q', text(command));
    while (receive().kind != 'H') {
      // BASE_BACKUP first tells where it starts, and which tablespaces there are.
    }
  }

  /** The next part of the stream; null when it is complete and the server called it a success. */
  byte @Nullable [] nextPart() throws IOException {
    Message message = receive();
    while (message.kind != 'Z') {
      if (message.kind == 'd') {
        return message.body;
      }
      message = receive(); // notices come in between; after the copy, where it ended
    }
    return null;
  }

  private void signIn(String user, String password) throws IOException {
    var startup = new ByteArrayOutputStream();
    startup.write(ByteBuffer.allocate(4).putInt(PROTOCOL_3_0).array());
    for (String word : List.of("user", user, "replication", "true", "")) {
      startup.write(text(word));
    }
    out.writeInt(4 + startup.size());
    startup.writeTo(out);
    out.flush();
    try {
      authenticate(password);
    } catch (ScramException e) {
      throw new IOException("the database does not prove that it knows the password", e);
    }
    while (receive().kind != 'Z') {
      // settings and the key to cancel
    }
  }

  private void authenticate(String password) throws IOException, ScramException {
    ByteBuffer asked = ByteBuffer.wrap(authentication(SASL));
    List<String> mechanisms = List.of(UTF_8.decode(asked).toString().split("\0", -1));
    ScramClient scram =
        ScramClient.builder()
            .advertisedMechanisms(mechanisms.stream().filter(m -> !m.isEmpty()).toList())
            .username("*") // PostgreSQL takes the name of the start of the conversation
            .password(password.toCharArray())
            .build();
    byte[] first = scram.clientFirstMessage().toString().getBytes(UTF_8);
    var reply = new ByteArrayOutputStream();
    reply.write(text(scram.getScramMechanism().getName()));
    reply.write(ByteBuffer.allocate(4).putInt(first.length).array());
    reply.write(first);
    send('p', reply.toByteArray());
    scram.serverFirstMessage(new String(authentication(SASL_CONTINUE), UTF_8));
    send('p', scram.clientFinalMessage().toString().getBytes(UTF_8));
    scram.serverFinalMessage(new String(authentication(SASL_FINAL), UTF_8));
  }

  private byte[] authentication(int expected) throws IOException {
    Message message = receive();
    ByteBuffer body = ByteBuffer.wrap(message.body);
    if (message.kind != 'R' || body.getInt() != expected) {
      throw new IOException("the database asks for another kind of sign-in than we know");
    }
    byte[] rest = new byte[body.remaining()];
    body.get(rest);
    return rest;
  }

  private void send(char kind, byte[] body) throws IOException {
    out.writeByte(kind);
    out.writeInt(4 + body.length);
    out.write(body);
    out.flush();
  }

  private Message receive() throws IOException {
    char kind = (char) in.readByte();
    byte[] body = in.readNBytes(in.readInt() - 4);
    if (kind == 'E') {
      throw new IOException("the database said: " + errorIn(body));
    }
    return new Message(kind, body);
  }

  /** An error is a list of fields, each a letter and a text; M is the message for people. */
  private static String errorIn(byte[] body) {
    for (String field : new String(body, UTF_8).split("\0", -1)) {
      if (field.startsWith("M")) {
        return field.substring(1);
      }
    }
    return "an error without a message";
  }

  private static byte[] text(String text) {
    return (text + "\0").getBytes(UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

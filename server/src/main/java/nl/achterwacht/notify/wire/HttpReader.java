package nl.achterwacht.notify.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.io.Closer;

/**
 * Reads what stands at an address, in the way of {@link HttpCourier}: only where {@link
 * Destinations} allow, without following a redirect, and never more than was asked for.
 */
public final class HttpReader implements AutoCloseable {
  private final Destinations destinations;
  private final CloseableHttpClient client;

  /**
   * @param trust whose certificates count
   */
  public HttpReader(Destinations destinations, SSLContext trust) {
    this.destinations = destinations;
    this.client = HttpCourier.client(destinations, trust);
  }

  /** What came of it. The reasons hold no address. */
  public sealed interface Page {
    /** The other side answered, whatever its status. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Got(int status, byte[] body) implements Page {}

    /** Nothing to read: not there, not allowed, too slow or too long. */
    record NotRead(String why) implements Page {}
  }

  /**
   * Gets {@code from} once.
   *
   * @param mostBytes a longer answer is not read
   * @param limit how long it may take, all together
   */
  public Page get(URI from, Map<String, String> headers, int mostBytes, Duration limit) {
    String objection = destinations.objectionTo(from);
    return objection == null
        ? TimeLimit.keep(limit, () -> read(from, headers, mostBytes), Page.NotRead::new)
        : new Page.NotRead(objection);
  }

  private Page read(URI from, Map<String, String> headers, int mostBytes) {
    try {
      if ("http".equalsIgnoreCase(from.getScheme())) {
        destinations.requireOwnNetwork(from.getHost());
      }
      return call(from, headers, mostBytes);
    } catch (Destinations.Forbidden e) {
      return new Page.NotRead(String.valueOf(e.getMessage()));
    } catch (UnknownHostException e) {
      return new Page.NotRead("the host name is not known");
    } catch (SSLException e) {
      return new Page.NotRead("no trusted TLS connection");
    } catch (IOException e) {
      return new Page.NotRead("no connection, or it broke off");
    }
  }

  private Page call(URI from, Map<String, String> headers, int mostBytes) throws IOException {
    var get = new HttpGet(from);
    headers.forEach(get::setHeader);
    ClassicHttpResponse answer = client.executeOpen(null, get, null);
    try {
      HttpEntity entity = answer.getEntity();
      byte[] body = entity == null ? new byte[0] : start(entity.getContent(), mostBytes + 1);
      return body.length > mostBytes
          ? new Page.NotRead("the answer is too long")
          : new Page.Got(answer.getCode(), body);
    } finally {
      // Cut the connection before closing: a plain close reads an endless answer to the end.
      get.abort();
      Closer.closeQuietly(answer);
    }
  }

  private static byte[] start(InputStream content, int bytes) throws IOException {
    return content.readNBytes(bytes);
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      throw new IllegalStateException("the HTTP client does not close", e);
    }
  }
}

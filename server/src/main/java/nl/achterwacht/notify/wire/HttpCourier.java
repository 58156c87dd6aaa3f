package nl.achterwacht.notify.wire;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Calls addresses that others gave us. It calls exactly the internet address that {@link
 * Destinations} approved, follows no redirect, reads no body it was not asked to read, and uses a
 * connection once: an alarm must not stumble over one that died in a pool.
 *
 * <p>A call has no time limit of its own worth the name: make it inside {@link TimeLimit}.
 */
public final class HttpCourier implements AutoCloseable {
  private static final Timeout BACKSTOP = Timeout.ofSeconds(60);
  private static final Pattern RETRY_AFTER = Pattern.compile("[A-Za-z0-9,: ]{1,40}");

  private final Destinations destinations;
  private final CloseableHttpClient client;

  /**
   * @param trust whose certificates count
   */
  public HttpCourier(Destinations destinations, SSLContext trust) {
    this.destinations = destinations;
    this.client = client(destinations, trust);
  }

  /** What came of a call. The reasons hold no address. */
  public sealed interface Outcome {
    /**
     * The other side answered.
     *
     * @param location its {@code Location} header
     * @param retryAfter its {@code Retry-After} header, as it came
     */
    record Answered(int status, @Nullable String location, @Nullable String retryAfter)
        implements Outcome {
      /** For a reason: the status, and when to come back if they said so. */
      public String inWords() {
        return retryAfter == null
            ? "answered " + status
            : "answered " + status + ", retry after " + retryAfter;
      }
    }

    /** No answer, or none that makes sense. It may go well later. */
    record NotReached(String why) implements Outcome {}

    /** This address may not be called. */
    record Forbidden(String why) implements Outcome {}
  }

  /** Posts {@code body} once. */
  public Outcome post(URI to, Map<String, String> headers, byte[] body) {
    return inOurNetworkOrPublic(
        to, () -> call(to, headers, body), Outcome.Forbidden::new, Outcome.NotReached::new);
  }

  /**
   * What is asked of a server.
   *
   * @param method such as {@code GET} or {@code REPORT}
   * @param mostBytes of an answer; a longer one is not read
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Question(
      String method, URI to, Map<String, String> headers, byte[] body, int mostBytes) {
    @Override
    public String toString() {
      return "Question[" + method + "]";
    }
  }

  /** What came of a question. The reasons hold no address. */
  public sealed interface Reading {
    /**
     * The other side answered.
     *
     * @param headers by their names in small letters; of several with one name the last
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Read(int status, Map<String, String> headers, byte[] body) implements Reading {}

    /** The answer is longer than it may be. */
    record TooLong() implements Reading {}

    /** No answer, or none that makes sense. It may go well later. */
    record NotReached(String why) implements Reading {}

    /** This address may not be called. */
    record Forbidden(String why) implements Reading {}
  }

  /** Asks once and reads the answer. A redirect is an answer and is not followed. */
  public Reading ask(Question question) {
    return inOurNetworkOrPublic(
        question.to(), () -> read(question), Reading.Forbidden::new, Reading.NotReached::new);
  }

  private interface Call<T> {
    T make() throws IOException;
  }

  private <T> T inOurNetworkOrPublic(
      URI to, Call<T> call, Function<String, T> forbidden, Function<String, T> notReached) {
    String objection = destinations.objectionTo(to);
    if (objection != null) {
      return forbidden.apply(objection);
    }
    try {
      if ("http".equalsIgnoreCase(to.getScheme())) {
        destinations.requireOwnNetwork(to.getHost());
      }
      return call.make();
    } catch (Destinations.Forbidden e) {
      return forbidden.apply(String.valueOf(e.getMessage()));
    } catch (UnknownHostException e) {
      return notReached.apply("the host name is not known");
    } catch (SSLException e) {
      return notReached.apply("no trusted TLS connection");
    } catch (ClientProtocolException e) {
      return notReached.apply("the answer was not HTTP");
    } catch (IOException e) {
      return notReached.apply("no connection, or it broke off");
    }
  }

  private Reading read(Question question) throws IOException {
    var request = new HttpUriRequestBase(question.method(), question.to());
    question.headers().forEach(request::setHeader);
    if (question.body().length > 0) {
      request.setEntity(new ByteArrayEntity(question.body(), null));
    }
    ClassicHttpResponse answer = client.executeOpen(null, request, null);
    try {
      HttpEntity entity = answer.getEntity();
      byte[] body =
          entity == null ? new byte[0] : entity.getContent().readNBytes(question.mostBytes() + 1);
      if (body.length > question.mostBytes()) {
        return new Reading.TooLong();
      }
      var headers = new HashMap<String, String>();
      for (Header header : answer.getHeaders()) {
        headers.put(header.getName().toLowerCase(Locale.ROOT), header.getValue());
      }
      return new Reading.Read(answer.getCode(), headers, body);
    } finally {
      // What is longer than it may be is not read to its end.
      request.abort();
      Closer.closeQuietly(answer);
    }
  }

  private Outcome call(URI to, Map<String, String> headers, byte[] body) throws IOException {
    var post = new HttpPost(to);
    headers.forEach(post::setHeader);
    post.setEntity(new ByteArrayEntity(body, null));
    ClassicHttpResponse answer = client.executeOpen(null, post, null);
    try {
      return new Outcome.Answered(answer.getCode(), header(answer, "Location"), retryAfter(answer));
    } finally {
      // The body of the answer says nothing we need and could be endless. Cut the connection
      // before closing: a plain close reads to the end first.
      post.abort();
      Closer.closeQuietly(answer);
    }
  }

  private static @Nullable String retryAfter(ClassicHttpResponse answer) {
    String value = header(answer, "Retry-After");
    return value != null && RETRY_AFTER.matcher(value).matches() ? value : null;
  }

  private static @Nullable String header(ClassicHttpResponse answer, String name) {
    Header header = answer.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      throw new IllegalStateException("the HTTP client does not close", e);
    }
  }

  /** A client that goes nowhere but where {@code destinations} allow. */
  private static CloseableHttpClient client(Destinations destinations, SSLContext trust) {
    return HttpClients.custom()
        .setConnectionManager(connections(new ApprovedOnly(destinations), trust))
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(BACKSTOP)
                .setResponseTimeout(BACKSTOP)
                .setProtocolUpgradeEnabled(false)
                .build())
        .setConnectionReuseStrategy((request, answer, context) -> false)
        .addExecInterceptorBefore(
            ChainElement.MAIN_TRANSPORT.name(), "in-time", HttpCourier::sendInTime)
        .setUserAgent("Achterwacht")
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .build();
  }

  /** A server that stood still while it connected must not speak now: others may have called. */
  private static ClassicHttpResponse sendInTime(
      ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    if (TimeLimit.hasPassed()) {
      throw new InterruptedIOException("connected too late");
    }
    return chain.proceed(request, scope);
  }

  private static HttpClientConnectionManager connections(
      DnsResolver approvedOnly, SSLContext trust) {
    Http1Config limits =
        Http1Config.custom().setMaxLineLength(16_384).setMaxHeaderCount(200).build();
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setDnsResolver(approvedOnly)
        .setTlsSocketStrategy(new DefaultClientTlsStrategy(trust))
        .setConnectionFactory(
            ManagedHttpClientConnectionFactory.builder().http1Config(limits).build())
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(BACKSTOP)
                .setSocketTimeout(BACKSTOP)
                .build())
        .setMaxConnTotal(1000)
        .setMaxConnPerRoute(200)
        .build();
  }

  /** The client connects to what this answers and looks nothing up itself: no second answer. */
  private record ApprovedOnly(Destinations destinations) implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      return destinations.resolve(host);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}

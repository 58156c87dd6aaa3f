package nl.achterwacht.place.lookup;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import nl.achterwacht.place.Address;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks PDOK Locatieserver v3.1 (or one that speaks the same) for addresses. Only letters, digits
 * and a few signs of what a user typed as an address go there: no names, no ids of ours. A question
 * parameter that is not in the service's description would be refused, so there are no others.
 *
 * <p>Never call it inside a transaction: it may take its whole time limit.
 */
public final class Locatieserver implements AutoCloseable {
  /** A user who types waits no longer; they can go on by hand. */
  public static final Duration TIME_LIMIT = Duration.ofMillis(1500);

  /** After a failure it is left alone for so long, so that typing does not become slow. */
  static final Duration REST = Duration.ofSeconds(15);

  private static final Logger LOG = LoggerFactory.getLogger(Locatieserver.class);
  private static final Pattern ADDRESS_ID = Pattern.compile("adr-[0-9a-f]{32}");
  private static final Pattern NOT_OF_AN_ADDRESS = Pattern.compile("[^\\p{L}0-9'.,/-]+");
  private static final int LONGEST_QUESTION = 100;
  private static final int SHORTEST_QUESTION = 3;
  private static final int AT_ONCE = 8;
  private static final int MOST_BYTES = 256 * 1024;

  private final @Nullable URI base;
  private final InstantSource clock;
  private final Duration timeLimit;
  private final HttpClient client;
  private final Remembered remembered = new Remembered();
  private final Semaphore places = new Semaphore(AT_ONCE);
  private volatile Instant restsUntil = Instant.MIN;

  /**
   * @param base up to and including the version, without a slash at its end; null to switch it off
   * @param timeLimit how long one question may take
   */
  public Locatieserver(@Nullable URI base, InstantSource clock, Duration timeLimit) {
    this.base = base;
    this.clock = clock;
    this.timeLimit = timeLimit;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeLimit)
            .build();
  }

  /** Addresses that {@code typed} may mean, the likeliest first. */
  public Lookup<List<Suggestion>> suggest(String typed, int most) {
    String question = NOT_OF_AN_ADDRESS.matcher(typed).replaceAll(" ").strip();
    if (question.length() < SHORTEST_QUESTION || question.length() > LONGEST_QUESTION) {
      return base == null ? new Lookup.SwitchedOff<>() : new Lookup.Found<>(List.of());
    }
    return asked(
        "/suggest?q=" + encoded(question) + "&fq=type:adres&rows=" + most, Answers::suggestions);
  }

  /**
   * The address behind a suggestion, with everything the register tells of it; empty when it knows
   * none.
   */
  public Lookup<Optional<Address>> lookUp(String id) {
    if (!isAddressId(id)) {
      return new Lookup.Found<>(Optional.empty());
    }
    return asked("/lookup?id=" + id, Answers::address);
  }

  /** Whether {@code id} has the form of an address's id in the register. */
  public static boolean isAddressId(String id) {
    return ADDRESS_ID.matcher(id).matches();
  }

  private interface Reading<T> {
    T read(byte[] body) throws Answers.Odd;
  }

  private <T> Lookup<T> asked(String question, Reading<T> reading) {
    URI server = base;
    if (server == null) {
      return new Lookup.SwitchedOff<>();
    }
    Instant now = clock.instant();
    byte[] known = remembered.find(question, now);
    try {
      if (known != null) {
        return new Lookup.Found<>(reading.read(known));
      }
      if (now.isBefore(restsUntil)) {
        return new Lookup.Away<>("it failed just now");
      }
      if (!places.tryAcquire()) {
        return new Lookup.Away<>("too many questions at once");
      }
      byte[] body;
      try {
        body = body(URI.create(server + question));
      } finally {
        places.release();
      }
      T read = reading.read(body);
      remembered.keep(question, body, now);
      return new Lookup.Found<>(read);
    } catch (Answers.Odd e) {
      return away(String.valueOf(e.getMessage()), now);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Lookup.Away<>("this server is stopping");
    }
  }

  private <T> Lookup<T> away(String why, Instant now) {
    restsUntil = now.plus(REST);
    // Without the question: an address is nobody's business but the user's.
    LOG.warn("the address register does not answer: {}; by hand for {}", why, REST);
    return new Lookup.Away<>(why);
  }

  private byte[] body(URI question) throws Answers.Odd, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(question)
            .timeout(timeLimit)
            .header("Accept", "application/json")
            .header("User-Agent", "Achterwacht")
            .build();
    var answering = BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES);
    CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, answering);
    try {
      // The request's own limit ends with the headers; this one also ends a dripping body.
      HttpResponse<byte[]> response = answer.get(timeLimit.toMillis(), TimeUnit.MILLISECONDS);
      if (response.statusCode() != 200) {
        throw new Answers.Odd("answered " + response.statusCode());
      }
      return response.body();
    } catch (TimeoutException e) {
      throw new Answers.Odd("no answer within " + timeLimit.toMillis() + " ms");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException) {
        throw new Answers.Odd("no connection, or it broke off");
      }
      throw new IllegalStateException("asking the address register failed", e.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}

package nl.achterwacht.ha;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import nl.achterwacht.ha.History.Answer;
import nl.achterwacht.ha.History.Meaning;
import nl.achterwacht.process.SmallTown;
import nl.achterwacht.process.SmallTown.Out;

/**
 * The phones of people who are out. Each does one act at a time and repeats it under the same key
 * until it is confirmed, as the app does; only then comes the next.
 */
final class Phones implements AutoCloseable {
  private static final Duration BETWEEN = Duration.ofMillis(500);
  private static final Duration GIVE_UP = Duration.ofSeconds(15);
  private static final int SIGN_TAKEN = 200;
  private static final int PANIC_TAKEN = 201;

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final URI front;
  private final History history;
  private volatile boolean stopped;

  Phones(URI front, History history) {
    this.front = front;
    this.history = history;
  }

  /** One sign of life after the other, until the end. */
  void keepSigning(Out out) {
    threads.execute(() -> {
      while (!stopped) {
        UUID key = UUID.randomUUID();
        if (untilConfirmed(out, "signs-of-life", SIGN_TAKEN, key)) {
          history.confirmed(key);
        }
        pause(BETWEEN);
      }
    });
  }

  /** Help is asked once, however often that must be said. */
  void panic(Out out, Duration in) {
    threads.execute(() -> {
      pause(in);
      untilConfirmed(out, "panics", PANIC_TAKEN, UUID.randomUUID());
    });
  }

  @Override
  public void close() {
    stopped = true;
    threads.shutdown();
  }

  private boolean untilConfirmed(Out out, String what, int taken, UUID key) {
    while (!stopped) {
      Answer answer = post(request(out, what, key), taken);
      history.add(answer);
      if (answer.meaning() == Meaning.CONFIRMED) {
        return true;
      }
      pause(BETWEEN);
    }
    return false;
  }

  private Answer post(HttpRequest request, int taken) {
    long sent = System.nanoTime();
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      Meaning meaning = meaning(response, taken);
      String text = meaning == Meaning.PUZZLING ? response.statusCode() + response.body() : "";
      return new Answer(sent, System.nanoTime(), meaning, text);
    } catch (IOException e) {
      return new Answer(sent, System.nanoTime(), Meaning.PUZZLING, e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer(sent, System.nanoTime(), Meaning.PUZZLING, e.toString());
    }
  }

  private HttpRequest request(Out out, String what, UUID key) {
    return HttpRequest.newBuilder(front.resolve("/api/v1/watches/" + out.watch() + "/" + what))
        .header("Watch-Key", out.key())
        .header("Idempotency-Key", key.toString())
        .header("Content-Type", "application/json")
        .timeout(GIVE_UP)
        .POST(BodyPublishers.ofString("{}"))
        .build();
  }

  private static Meaning meaning(HttpResponse<String> response, int taken) {
    if (response.statusCode() == taken) {
      return Meaning.CONFIRMED;
    }
    boolean useThisNumber =
        response.statusCode() == 503 && response.body().contains(SmallTown.CALL_INSTEAD);
    boolean stillBusyWithIt = response.statusCode() == 409;
    return useThisNumber || stillBusyWithIt ? Meaning.TOLD : Meaning.PUZZLING;
  }

  static void pause(Duration howLong) {
    long until = System.nanoTime() + howLong.toNanos();
    while (System.nanoTime() < until && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(until - System.nanoTime());
    }
  }
}

package nl.achterwacht.process;

import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import nl.achterwacht.notify.LoopbackHttp;
import nl.achterwacht.notify.LoopbackHttp.Request;
import nl.achterwacht.notify.LoopbackHttp.Response;
import nl.achterwacht.notify.push.BrowserKeys;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The phones of everybody and a system that takes webhooks. They outlive the server, count every
 * arrival under the key it came with, and can be made to keep the server waiting for their answer.
 */
public final class Receivers implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final BrowserKeys browser = BrowserKeys.generate();
  private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
  private final LoopbackHttp http;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition released = lock.newCondition();
  private boolean held;

  /**
   * @param key under which it was sent: a repeat has the same one
   * @param to whose phone, or {@code webhook}
   * @param kind {@code alarm-call} and the like
   * @param nanos when, in {@link System#nanoTime}
   */
  public record Arrival(String key, String to, String kind, long nanos) {}

  public Receivers() {
    this(InetAddress.getLoopbackAddress());
  }

  /** Where servers on other hosts can reach them too. */
  public Receivers(InetAddress address) {
    http = new LoopbackHttp(address, null, this::take);
  }

  /** The push subscription of {@code name}, as a contact. */
  String phoneOf(String name) {
    return browser.subscriptionAt(http.origin() + "/push/" + name);
  }

  /** Where the organisation's webhooks go. */
  String webhook() {
    return http.origin() + "/webhook";
  }

  /** From now on everything arrives, and nothing is answered until {@link #release}. */
  public void hold() {
    setHeld(true);
  }

  public void release() {
    setHeld(false);
  }

  public List<Arrival> arrivals() {
    return List.copyOf(arrivals);
  }

  /** How often each key arrived. */
  Map<String, Integer> counts() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    arrivals.forEach(a -> counts.merge(a.key(), 1, Integer::sum));
    return counts;
  }

  /** The keys that arrived more than once. */
  Set<String> doubles() {
    Set<String> doubles = new TreeSet<>();
    counts()
        .forEach((key, count) -> {
          if (count > 1) {
            doubles.add(key);
          }
        });
    return doubles;
  }

  @Override
  public void close() {
    release();
    http.close();
  }

  private Response take(Request request) {
    arrivals.add(request.path().startsWith("/push/") ? ofPush(request) : ofWebhook(request));
    waitWhileHeld();
    return Response.of(201);
  }

  private Arrival ofPush(Request request) {
    try {
      JsonNode payload = JSON.readTree(browser.decrypt(request.body()));
      return new Arrival(
          payload.path("id").asString(),
          request.path().substring("/push/".length()),
          payload.path("kind").asString(),
          System.nanoTime());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the phone cannot read it", e);
    }
  }

  private static Arrival ofWebhook(Request request) {
    String type = JSON.readTree(request.body()).path("type").asString();
    return new Arrival(request.header("webhook-id"), "webhook", type, System.nanoTime());
  }

  private void setHeld(boolean now) {
    lock.lock();
    try {
      held = now;
      released.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void waitWhileHeld() {
    lock.lock();
    try {
      while (held) {
        released.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }
}

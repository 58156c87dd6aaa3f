package nl.achterwacht.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.achterwacht.Stalls;
import nl.achterwacht.http.ApiClient.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** DESIGN 4, promise 10: the database hangs, and every phone hears so within three seconds. */
@Timeout(300)
class DatabaseAwayTest {
  private static final TestServer SERVER = TestServer.start();
  private static final TestTown TOWN = SERVER.town("away");
  private static final int PHONES = 150;
  private static final Duration PROMISED = Duration.ofSeconds(3);

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  /** How long a sign took, and meanwhile an answer that needs no database: that is the machine. */
  private record Answered(Reply reply, Duration took, Duration machine) {}

  @Test
  void everyPhoneHearsWithinThreeSecondsAndTheServerRecoversByItself() throws Exception {
    ApiClient anna = SERVER.signedIn(TOWN, "anna");
    String watch =
        anna.keyed()
            .post("/watches", Map.of("shape", "shift", "signEverySeconds", 3600))
            .expect(201)
            .at("/id");
    String sign = "/watches/" + watch + "/signs-of-life";
    numbersAreLearnt(anna);
    int descriptors = descriptors();

    List<Long> database = databaseProcesses();
    signal("STOP", database);
    try (var stalls = new Stalls()) {
      // The very first refusals load the classes that refuse; that is not what is measured.
      allAtOnce(() -> measured(anna.keyed(), sign));
      for (Answered answered : allAtOnce(() -> measured(anna.keyed(), sign))) {
        assertThat(answered.reply().status()).as(answered.reply().text()).isEqualTo(503);
        assertThat(answered.reply().at("/type")).isEqualTo("/problems/unavailable");
        assertThat(answered.reply().at("/callInstead")).isEqualTo("+31101234567");
        assertThat(answered.reply().headers().firstValue("Retry-After")).isPresent();
        assertThat(answered.took().minus(answered.machine()))
            .isLessThan(PROMISED.plus(stalls.longest()));
      }
      long asked = System.nanoTime();
      assertThat(SERVER.visitor().get("/assurance").status()).isEqualTo(200);
      Reply ready = SERVER.visitor().send("GET", "//readyz", null, null);
      assertThat(ready.status()).isEqualTo(503);
      assertThat(Duration.ofNanos(System.nanoTime() - asked))
          .isLessThan(PROMISED.plus(stalls.longest()));
    } finally {
      signal("CONT", database);
    }

    await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> anna.keyed().postNothing(sign).status() == 200);
    await().atMost(Duration.ofSeconds(60)).until(() -> descriptors() <= descriptors + PHONES / 3);
  }

  private static Answered measured(ApiClient phone, String sign) {
    long start = System.nanoTime();
    Reply reply = phone.postNothing(sign);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    start = System.nanoTime();
    SERVER.visitor().send("GET", "//livez", null, null).expect(200);
    return new Answered(reply, took, Duration.ofNanos(System.nanoTime() - start));
  }

  private static List<Answered> allAtOnce(Callable<Answered> work) throws Exception {
    try (ExecutorService phones = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answered>> started = new ArrayList<>();
      for (int i = 0; i < PHONES; i++) {
        started.add(phones.submit(work));
      }
      List<Answered> answers = new ArrayList<>();
      for (Future<Answered> one : started) {
        answers.add(one.get());
      }
      return answers;
    }
  }

  /** The number to call is read in the background, just after the start. */
  private static void numbersAreLearnt(ApiClient anna) {
    anna.get("/me").expect(200);
    SERVER.learnNumbers();
  }

  private static List<Long> databaseProcesses() {
    long backend =
        SERVER
            .database()
            .inTransaction(tx -> tx.sql("select pg_backend_pid()").query(Long.class).single());
    ProcessHandle postmaster =
        ProcessHandle.of(backend).flatMap(ProcessHandle::parent).orElseThrow();
    List<Long> all = new ArrayList<>();
    all.add(postmaster.pid());
    postmaster.descendants().forEach(child -> all.add(child.pid()));
    return all;
  }

  private static void signal(String name, List<Long> processes)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("kill", "-" + name));
    processes.forEach(pid -> command.add(pid.toString()));
    // A process may have ended by itself meanwhile; the others are reached all the same.
    new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  private static int descriptors() {
    String[] open = new File("/proc/self/fd").list();
    return open == null ? 0 : open.length;
  }
}

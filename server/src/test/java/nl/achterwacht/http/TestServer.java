package nl.achterwacht.http;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.achterwacht.app.Achterwacht;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.DatabaseClock;
import nl.achterwacht.watch.WatchKeeper;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** The whole server as it runs in production, on a port and an embedded database of its own. */
final class TestServer implements AutoCloseable {
  private static final String DUE_BEFORE =
      """
      update watch.watch
         set due_at = :due, end_at = :due, wake_at = :due, asked = 1
       where id = :id
      """;

  private static final String IS_DUE =
      """
      select coalesce(wake_at <= :now, false)
        from watch.watch
       where id = :id
      """;

  /** It stops as in production: what is being answered is answered first. */
  static final String IN_ORDER = "--server.shutdown=graceful";

  private final Path data;
  private final ConfigurableApplicationContext context;
  private final boolean patient;

  private TestServer(Path data, ConfigurableApplicationContext context, boolean patient) {
    this.data = data;
    this.context = context;
    this.patient = patient;
  }

  /** The one that most tests share; each with towns of its own. Stops with the JVM. */
  static TestServer shared() {
    return Shared.SERVER;
  }

  static TestServer start(String... settings) {
    return start(false, settings);
  }

  /**
   * @param patient whether its clients send again what a busy machine could not answer in time
   */
  static TestServer start(boolean patient, String... settings) {
    try {
      Path data = Files.createTempDirectory("achterwacht-http-");
      List<String> all = new ArrayList<>(Arrays.asList(settings));
      all.add("--server.port=0");
      if (!all.contains(IN_ORDER)) {
        all.add("--server.shutdown=immediate");
      }
      if (all.stream().noneMatch(setting -> setting.startsWith("--achterwacht.public-url="))) {
        all.add("--achterwacht.public-url=http://localhost:8080");
      }
      all.add("--achterwacht.call-instead=+31201112222");
      all.add("--achterwacht.data=" + data);
      var application = new SpringApplication(Achterwacht.class);
      application.setRegisterShutdownHook(false);
      return new TestServer(data, application.run(all.toArray(String[]::new)), patient);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  /** A browser or phone that has not signed in. */
  ApiClient visitor() {
    return new ApiClient("http://localhost:" + port(), patient);
  }

  ApiClient signedIn(TestTown town, String who) {
    ApiClient client = visitor();
    client.signIn(town.user(who), TestTown.PASSWORD);
    return client;
  }

  Database database() {
    return context.getBean(Database.class);
  }

  <T> T part(String name, Class<T> type) {
    return context.getBean(name, type);
  }

  /** Has the server read now what it otherwise reads every minute. */
  void learnNumbers() {
    context.getBean(NumbersToCall.class).learn();
  }

  /** This watch's deadline turns out to have passed an hour ago, and the server looks. */
  void fallsSilent(String watch) {
    move(watch, Duration.ofHours(1));
  }

  /** This watch's deadline turns out to have passed just now, and the server looks. */
  void becomesOverdue(String watch) {
    move(watch, Duration.ofSeconds(1));
  }

  private void move(String watch, Duration ago) {
    database()
        .inTransaction(tx ->
            tx.sql(DUE_BEFORE)
                .param("due", now().minus(ago).atOffset(ZoneOffset.UTC))
                .param("id", UUID.fromString(watch))
                .update());
    var keeper = context.getBean(WatchKeeper.class);
    // The server's own loop may have taken it just now, and not have stored it yet.
    await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> {
          keeper.wakeDue(500);
          return !isDue(watch);
        });
  }

  private boolean isDue(String watch) {
    return database()
        .inTransaction(tx ->
            tx.sql(IS_DUE)
                .param("now", now().atOffset(ZoneOffset.UTC))
                .param("id", UUID.fromString(watch))
                .query(Boolean.class)
                .single());
  }

  TestTown town(String name) {
    return TestTown.make(database(), name.toLowerCase(Locale.ROOT), now());
  }

  Instant now() {
    return context.getBean(DatabaseClock.class).instant();
  }

  @Override
  public void close() {
    context.close();
    try {
      FileSystemUtils.deleteRecursively(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Shared {
    static final TestServer SERVER = start(true);

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close, "stop-test-server"));
    }
  }
}

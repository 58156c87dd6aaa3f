package nl.achterwacht.process;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.sql.DataSource;
import nl.achterwacht.app.Engine;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.DatabaseClock;
import nl.achterwacht.notify.Channel;
import nl.achterwacht.notify.ChannelKind;
import nl.achterwacht.notify.Message;
import nl.achterwacht.notify.NoticeSender;
import nl.achterwacht.notify.NoticeTexts;
import nl.achterwacht.notify.push.VapidKeys;
import nl.achterwacht.notify.push.WebPushChannel;
import nl.achterwacht.notify.webhook.EventSource;
import nl.achterwacht.notify.webhook.WebhookChannel;
import nl.achterwacht.notify.wire.Destinations;
import nl.achterwacht.notify.wire.HttpCourier;
import nl.achterwacht.notify.wire.Network;
import nl.achterwacht.postgres.DatabaseAddress;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Waking and sending as the server does it, with its own keepers and channels, in a process that
 * dies at a chosen step: {@code halt} ends it between two instructions, as {@code kill -9} would,
 * but always between the same two.
 */
final class SendingProcess {
  /** Whoever dies leaves short leases; whoever lives is never taken for dead, however slow. */
  private static final Duration SHORT_LEASE = Duration.ofSeconds(1);

  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final int DIED = 99;

  private static final String PENDING =
      """
      select (select count(*) from watch.watch where wake_at <= now())
           + (select count(*) from notify.notice where wake_at is not null)
      """;

  /** Where it dies. */
  enum Step {
    NOWHERE,
    WAKE_NOT_COMMITTED,
    BEFORE_CLAIM,
    CLAIM_NOT_COMMITTED,
    AFTER_CLAIM,
    PROVIDER_ANSWERED,
    RECORD_NOT_COMMITTED,
    RECORDED
  }

  private enum Phase {
    WAKING,
    CLAIMING,
    RECORDING,
    OTHER
  }

  private final Step dies;
  private volatile Phase phase = Phase.OTHER;

  private SendingProcess(Step dies) {
    this.dies = dies;
  }

  /** Runs one to its end; true when it died at {@code step}, false when there was nothing left. */
  static boolean run(DatabaseAddress database, Step step) {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx200m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            RunningServer.classPath(),
            SendingProcess.class.getName(),
            database.url(),
            database.user(),
            database.password(),
            step.name());
    try {
      Process process = new ProcessBuilder(command).inheritIO().start();
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("it neither died nor finished: " + step);
      }
      return switch (process.exitValue()) {
        case DIED -> true;
        case 0 -> false;
        default -> throw new IllegalStateException("it failed with " + process.exitValue());
      };
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public static void main(String[] args) throws NoSuchAlgorithmException {
    var config = new HikariConfig();
    config.setJdbcUrl(args[0]);
    config.setUsername(args[1]);
    config.setPassword(args[2]);
    try (var pool = new HikariDataSource(config)) {
      new SendingProcess(Step.valueOf(args[3])).work(pool);
    }
  }

  private void work(DataSource pool) throws NoSuchAlgorithmException {
    var database = new Database(new DyingDataSource(pool));
    var clock = new DatabaseClock(database);
    var engine = new Engine(database, clock);
    var loopback = List.of(Network.of("127.0.0.0/8"), Network.of("::1/128"));
    var courier = new HttpCourier(new Destinations(loopback), SSLContext.getDefault());
    var source = new EventSource("urn:nld:kvknr:00000000:systeem:achterwacht");
    var push = new WebPushChannel(VapidKeys.generate(), "mailto:a@example.nl", courier, clock);
    var webhook = new WebhookChannel(organisation -> source, courier, clock);
    try (var phones = sender(engine, push);
        var systems = sender(engine, webhook)) {
      while (pending(database) > 0) {
        in(Phase.WAKING, () -> engine.watches().wakeDue(500));
        engine.alarms().wakeDue(500);
        send(engine, ChannelKind.WEB_PUSH, phones);
        send(engine, ChannelKind.WEBHOOK, systems);
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
    }
  }

  private NoticeSender sender(Engine engine, Channel channel) {
    Duration lease = dies == Step.NOWHERE ? LEASE : SHORT_LEASE;
    return new NoticeSender(engine.notices(), new NoticeTexts(), new DyingChannel(channel), lease);
  }

  private void send(Engine engine, ChannelKind kind, NoticeSender sender) {
    if (engine.notices().earliestDue(kind) != null) {
      dieAt(Step.BEFORE_CLAIM);
      in(Phase.CLAIMING, sender::sendDue);
    }
  }

  private void in(Phase now, Runnable part) {
    phase = now;
    part.run();
    // A sender may have come to its recording meanwhile.
    phase = phase == now ? Phase.OTHER : phase;
  }

  private static long pending(Database database) {
    return database.inTransaction(tx -> tx.sql(PENDING).query(Long.class).single());
  }

  private void dieAt(Step step) {
    if (dies == step) {
      Runtime.getRuntime().halt(DIED);
    }
  }

  private void beforeCommit() {
    switch (phase) {
      case WAKING -> dieAt(Step.WAKE_NOT_COMMITTED);
      case CLAIMING -> dieAt(Step.CLAIM_NOT_COMMITTED);
      case RECORDING -> dieAt(Step.RECORD_NOT_COMMITTED);
      case OTHER -> {}
    }
  }

  private void afterCommit() {
    if (phase == Phase.RECORDING) {
      dieAt(Step.RECORDED);
    }
  }

  private final class DyingChannel implements Channel {
    private final Channel real;

    DyingChannel(Channel real) {
      this.real = real;
    }

    @Override
    public ChannelKind kind() {
      return real.kind();
    }

    @Override
    public Answer send(Message message, Duration timeLimit) {
      dieAt(Step.AFTER_CLAIM);
      Answer answer = real.send(message, timeLimit);
      dieAt(Step.PROVIDER_ANSWERED);
      if (dies == Step.RECORD_NOT_COMMITTED || dies == Step.RECORDED) {
        phase = Phase.RECORDING;
      }
      return answer;
    }
  }

  private final class DyingDataSource extends DelegatingDataSource {
    DyingDataSource(DataSource real) {
      super(real);
    }

    @Override
    public Connection getConnection() throws SQLException {
      Connection real = super.getConnection();
      return (Connection)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, args) -> {
                boolean commits = method.getName().equals("commit");
                if (commits) {
                  beforeCommit();
                }
                try {
                  return method.invoke(real, args);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                } finally {
                  if (commits) {
                    afterCommit();
                  }
                }
              });
    }
  }
}

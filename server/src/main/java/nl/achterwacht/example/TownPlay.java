package nl.achterwacht.example;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that happens in the example town: played phones that go out, a played standby, a
 * played planner. They know the server by its public API only.
 */
public final class TownPlay implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TownPlay.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
  private static final Duration CLOSING = Duration.ofSeconds(3);

  private static final Duration AFTER_EACH_OTHER = Duration.ofMillis(150);

  /** So many go out at once, so that there is something to see; the others follow. */
  private static final int GO_OUT_FIRST = 12;

  private final URI server;
  private final InstantSource clock;
  private final Pace pace;
  private final HttpClient http;
  private final Semaphore door = new Semaphore(1, true);
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("town-", 1).factory());

  /** What one of the played people does, for as long as the town lives. */
  interface Part {
    void play() throws InterruptedException;
  }

  /**
   * Prepares the play; {@link #start} begins it.
   *
   * @param pace 1 as intended for people who look; higher for tests, at most 100
   */
  public TownPlay(URI server, InstantSource clock, double pace) {
    this.server = server;
    this.clock = clock;
    this.pace = new Pace(pace);
    this.http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
  }

  /** Begins; returns at once. */
  public void start() {
    long day = clock.instant().getEpochSecond() / Duration.ofDays(1).toSeconds();
    var troubles = new Troubles(clock, pace, new Random(day));
    List<Cast.Member> workers = Cast.PLAYED;
    for (int i = 0; i < workers.size(); i++) {
      Cast.Member member = workers.get(i);
      var random = new Random(day * 31 + i);
      // In turns through the teams, so that none of them stays at home.
      int turn = i * 5 % workers.size();
      Duration rest = turn < GO_OUT_FIRST ? Duration.ZERO : pace.between(random, 30, 150);
      var phone = new Phone(client(member), clock, random);
      var worker = new Worker(member, phone, pace, random, troubles, rest);
      begin(member.name(), worker, AFTER_EACH_OTHER.multipliedBy(turn));
    }
    begin("planner", new PlannerDesk(client(Cast.INEKE), clock), Duration.ZERO);
    begin("workplaces", new WorkplaceDesk(client(Cast.INEKE), clock), AFTER_EACH_OTHER);
    begin("means", new MeansDesk(client(Cast.INEKE)), AFTER_EACH_OTHER.multipliedBy(2));
    begin(
        "together", new TogetherDesk(client(Cast.INEKE), clock), AFTER_EACH_OTHER.multipliedBy(3));
    var standby = new StandbyDesk(client(Cast.MARK), clock, pace, new Random(day - 1));
    begin("standby", standby, AFTER_EACH_OTHER.multipliedBy(workers.size()));
  }

  /** Ends the play; what is under way is taken up again at the next start. */
  @Override
  public void close() {
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("the example town did not stop within {}", CLOSING);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    http.shutdownNow();
  }

  private Client client(Cast.Member member) {
    return new Client(http, server, member.userName(), door);
  }

  private void begin(String name, Part part, Duration after) {
    threads.execute(() -> keepPlaying(name, part, after));
  }

  private void keepPlaying(String name, Part part, Duration after) {
    try {
      Pace.rest(after);
      while (!Thread.currentThread().isInterrupted()) {
        try {
          part.play();
        } catch (RuntimeException e) {
          // The outermost line of a part: it begins anew, the town goes on.
          LOG.warn("example town: {} begins again in {}", name, AFTER_FAILURE, e);
          Pace.rest(AFTER_FAILURE);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

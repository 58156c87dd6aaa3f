package nl.achterwacht.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the database program running until told to stop. */
final class Keeper {
  private static final Logger log = LoggerFactory.getLogger(Keeper.class);
  private static final int FIRST_TRIES = 40;

  private final Setup setup;
  private final Thread thread;
  private final CompletableFuture<Postmaster> firstReady = new CompletableFuture<>();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile int port;
  private volatile @Nullable Postmaster current;

  private Keeper(Setup setup) {
    this.setup = setup;
    // A platform thread: the database ends when the thread that started it does.
    this.thread = Thread.ofPlatform().daemon().name("postgres-keeper").unstarted(this::run);
  }

  /** Returns when the database takes connections. */
  static Keeper start(Setup setup) throws IOException, InterruptedException {
    var keeper = new Keeper(setup);
    keeper.thread.start();
    try {
      keeper.firstReady.get();
      return keeper;
    } catch (ExecutionException e) {
      keeper.stop();
      throw e.getCause() instanceof DatabaseUnusable failed
          ? failed
          : new DatabaseUnusable("The database did not start: " + e.getCause(), e);
    } catch (InterruptedException e) {
      keeper.stop();
      throw e;
    }
  }

  int port() {
    return port;
  }

  ProcessHandle process() {
    Postmaster running = current;
    if (running == null) {
      throw new IllegalStateException("the database has not started");
    }
    return running.handle();
  }

  void stop() throws IOException, InterruptedException {
    stopping.countDown();
    while (thread.isAlive()) {
      Postmaster running = current;
      if (running != null) {
        Stopping.stop(running.handle());
      }
      thread.join(100);
    }
  }

  private void run() {
    try {
      firstReady.complete(firstStart());
      waitForEnd();
      while (!isStopping()) {
        log.error("The database ended by itself; starting it again. It said:\n{}", lastWords());
        startAgain();
        waitForEnd();
      }
    } catch (IOException | InterruptedException | RuntimeException e) {
      firstReady.completeExceptionally(e);
    }
  }

  private Postmaster firstStart() throws IOException, InterruptedException {
    port = setup.cluster().lastPort() == 0 ? freePort() : setup.cluster().lastPort();
    String lastWords = "";
    for (int i = 0; i < FIRST_TRIES && !isStopping(); i++) {
      Orphan.clear(setup.cluster().data());
      Postmaster started = startOnce();
      if (started.becomesReady()) {
        setup.cluster().rememberPort(port);
        return started;
      }
      lastWords = started.lastWords();
      if (lastWords.contains("Address already in use")) {
        port = freePort();
      } else if (!leftoversAreStillGoing(lastWords)) {
        break;
      }
      stopping.await(250, TimeUnit.MILLISECONDS);
    }
    throw new DatabaseUnusable("The database did not start. It said:\n" + lastWords);
  }

  /** Processes of a killed database end by themselves, a little later. */
  private static boolean leftoversAreStillGoing(String lastWords) {
    return lastWords.contains("shared memory block") || lastWords.contains("postmaster.pid");
  }

  /** On the same port, for that is where everybody looks; until it works or we are to stop. */
  private void startAgain() throws InterruptedException {
    while (!isStopping()) {
      try {
        Orphan.clear(setup.cluster().data());
        if (startOnce().becomesReady()) {
          log.info("The database is back");
          return;
        }
      } catch (IOException | DatabaseUnusable e) {
        log.error("The database does not start again; trying once more", e);
      }
      stopping.await(1, TimeUnit.SECONDS);
    }
  }

  private Postmaster startOnce() throws IOException {
    Postmaster started = Postmaster.start(setup, port);
    current = started;
    return started;
  }

  private void waitForEnd() throws InterruptedException {
    Postmaster running = current;
    if (running != null) {
      running.waitForEnd();
    }
  }

  private String lastWords() throws InterruptedException {
    Postmaster ended = current;
    return ended == null ? "" : ended.lastWords();
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  /** Another program may take it before we do: then PostgreSQL says so and we choose again. */
  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}

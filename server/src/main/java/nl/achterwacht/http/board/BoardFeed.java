package nl.achterwacht.http.board;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.DatabaseAway;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.http.api.BoardView;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.journal.JournalReader;
import nl.achterwacht.journal.JournalReader.Line;
import nl.achterwacht.journal.JournalReader.Position;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads the journal once for all boards of this server, four times a second, and offers what is new
 * to each of them. Reading stops at the snapshot's horizon, so nothing is ever skipped.
 */
public final class BoardFeed implements SmartLifecycle {
  static final Comparator<Position> ORDER =
      Comparator.comparingLong(Position::tx).thenComparingLong(Position::seq);

  private static final Logger LOG = LoggerFactory.getLogger(BoardFeed.class);
  private static final Duration EVERY = Duration.ofMillis(250);
  private static final Duration FRESH = Duration.ofSeconds(3);
  private static final int AT_ONCE = 500;
  // Further back than this a browser is quicker with a new snapshot.
  private static final int MOST_REPLAYED = 2000;

  private final Database database;
  private final JournalReader journal;
  private final BoardView view;
  private final Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clockwork =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("board-feed").factory());
  private boolean running;
  private volatile @Nullable Position position;
  private volatile long lastRead = System.nanoTime();
  private @Nullable Position horizon;
  private long horizonMoved = System.nanoTime();

  public BoardFeed(Database database, JournalReader journal, BoardView view) {
    this.database = database;
    this.journal = journal;
    this.view = view;
  }

  /** Begins to read. */
  @Override
  public synchronized void start() {
    running = true;
    var _ =
        clockwork.scheduleWithFixedDelay(
            this::readQuietly, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Ends the streams of all boards; their browsers come back by themselves, to a server that stays.
   * It is the first to stop: the web server then waits for its open requests, which these are.
   */
  @Override
  public synchronized void stop() {
    clockwork.shutdownNow();
    running = false;
    subscribers.forEach(Subscriber::drop);
  }

  @Override
  public synchronized boolean isRunning() {
    return running;
  }

  /**
   * Whether the journal could be read just now; a board that hears "alive" may trust what it shows.
   */
  boolean isFresh() {
    return System.nanoTime() - lastRead < FRESH.toNanos();
  }

  /** A new board; it hears of everything after its {@link Subscriber#joinedAt}. */
  synchronized Subscriber join(OrganisationId organisation, PersonId person) {
    var subscriber = new Subscriber(organisation, person, known());
    subscribers.add(subscriber);
    if (clockwork.isShutdown()) {
      subscriber.drop();
    }
    return subscriber;
  }

  void leave(Subscriber subscriber) {
    subscribers.remove(subscriber);
  }

  /**
   * What happened between {@code after} and the moment the subscriber joined; empty when {@code
   * after} lies later than that moment, and some of what is offered is known already.
   *
   * @return null when that is too much, or {@code after} is no place in this journal
   */
  @Nullable List<Subscriber.Sent> missed(Subscriber subscriber, Position after) {
    if (ORDER.compare(after, subscriber.joinedAt()) > 0) {
      return isCommitted(after) ? List.of() : null;
    }
    var lines = new ArrayList<Line>();
    Position from = after;
    for (int read = 0; read <= MOST_REPLAYED; read += AT_ONCE) {
      Position start = from;
      List<Line> some = database.inTransaction(tx -> journal.after(tx, start, AT_ONCE));
      for (Line line : some) {
        if (ORDER.compare(line.position(), subscriber.joinedAt()) > 0) {
          return events(subscriber.organisation(), lines);
        }
        if (line.organisation().equals(subscriber.organisation())) {
          lines.add(line);
        }
      }
      if (some.size() < AT_ONCE) {
        return events(subscriber.organisation(), lines);
      }
      from = some.getLast().position();
    }
    return null;
  }

  /** A board's snapshot, or another server, may be some events ahead of what was read here. */
  private boolean isCommitted(Position place) {
    return ORDER.compare(place, database.inTransaction(journal::horizon)) <= 0;
  }

  private void readQuietly() {
    try {
      while (readSome() == AT_ONCE) {
        LOG.debug("the boards are catching up");
      }
      if (!isHeldUp()) {
        lastRead = System.nanoTime();
      }
    } catch (Throwable e) { // or the clockwork would never come back here
      // The boards stand still and say so; the next round tries again.
      if (DatabaseAway.isCauseOf(e)) {
        LOG.debug("no news for the boards: the database is away");
      } else {
        LOG.error("reading the journal for the boards failed; tried again", e);
      }
    }
  }

  /** Whether a transaction that does not end keeps what was committed since out of sight. */
  private boolean isHeldUp() {
    Position now = database.inTransaction(journal::heldUpAt);
    if (now == null || !now.equals(horizon)) {
      horizon = now;
      horizonMoved = System.nanoTime();
    }
    return System.nanoTime() - horizonMoved > FRESH.toNanos();
  }

  /** Without boards nobody has to be told what happens: the next one begins from here. */
  private boolean goesOnUnseen() {
    if (!subscribers.isEmpty()) {
      return false;
    }
    Position now = database.inTransaction(journal::horizon);
    synchronized (this) {
      if (subscribers.isEmpty()) {
        position = now;
      }
    }
    return true;
  }

  private int readSome() {
    if (goesOnUnseen()) {
      return 0;
    }
    Position after = known();
    List<Line> lines = database.inTransaction(tx -> journal.after(tx, after, AT_ONCE));
    if (!lines.isEmpty()) {
      Map<OrganisationId, List<Line>> perOrganisation = new LinkedHashMap<>();
      for (Line line : lines) {
        perOrganisation.computeIfAbsent(line.organisation(), o -> new ArrayList<>()).add(line);
      }
      pass(perOrganisation, lines.getLast().position());
    }
    return lines.size();
  }

  /** Joining waits meanwhile: a board joins before these events, or after them. */
  private synchronized void pass(Map<OrganisationId, List<Line>> perOrganisation, Position upTo) {
    perOrganisation.forEach((organisation, lines) -> {
      List<Subscriber> boards =
          subscribers.stream().filter(s -> s.organisation().equals(organisation)).toList();
      if (!boards.isEmpty()) {
        offer(organisation, lines, boards);
      }
    });
    position = upTo;
  }

  private void offer(OrganisationId organisation, List<Line> lines, List<Subscriber> boards) {
    try {
      for (Subscriber.Sent event : events(organisation, lines)) {
        boards.forEach(board -> board.offer(event));
      }
    } catch (RuntimeException e) {
      if (DatabaseAway.isCauseOf(e)) {
        throw e;
      }
      // One organisation's boards come back and ask for what they missed; the others go on.
      LOG.error("events of {} could not be shown", organisation, e);
      boards.forEach(Subscriber::drop);
    }
  }

  private synchronized Position known() {
    Position now = position;
    if (now == null) {
      now = database.inTransaction(journal::horizon);
      position = now;
    }
    return now;
  }

  private List<Subscriber.Sent> events(OrganisationId organisation, List<Line> lines) {
    if (lines.isEmpty()) {
      return List.of();
    }
    List<BoardView.Event> events =
        database.inTransaction(organisation, tx -> view.events(tx, organisation, lines));
    var sent = new ArrayList<Subscriber.Sent>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      BoardView.Event event = events.get(i);
      String json = Received.json().writeValueAsString(event.toOthers());
      sent.add(
          new Subscriber.Sent(line.position(), line.kind(), json, event.about(), event.toThem()));
    }
    return sent;
  }
}

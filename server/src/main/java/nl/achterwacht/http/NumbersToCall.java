package nl.achterwacht.http;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.http.frame.CallInstead;
import nl.achterwacht.people.Organisation;
import nl.achterwacht.people.PeopleRegister;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the numbers at hand that are given out when the database is away. */
final class NumbersToCall implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NumbersToCall.class);
  private static final long EVERY_SECONDS = 60;
  private static final long AFTER_FAILURE_SECONDS = 2;

  private final Database database;
  private final PeopleRegister people;
  private final CallInstead callInstead;
  private final ScheduledExecutorService clockwork =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("numbers-to-call").factory());

  NumbersToCall(Database database, PeopleRegister people, CallInstead callInstead) {
    this.database = database;
    this.people = people;
    this.callInstead = callInstead;
  }

  /** Knows them when it returns: the database may go away before a second look. */
  void start() {
    lookAndComeBack();
  }

  @Override
  public void close() {
    clockwork.shutdownNow();
  }

  private void lookAndComeBack() {
    long next = learn() ? EVERY_SECONDS : AFTER_FAILURE_SECONDS;
    try {
      var _ = clockwork.schedule(this::lookAndComeBack, next, TimeUnit.SECONDS);
    } catch (RejectedExecutionException e) {
      // Closed meanwhile.
    }
  }

  /** Whether the database could be asked. */
  boolean learn() {
    try {
      Map<OrganisationId, String> numbers = new HashMap<>();
      for (Organisation organisation : database.inTransaction(people::organisations)) {
        if (organisation.callInstead() != null) {
          numbers.put(organisation.id(), organisation.callInstead());
        }
      }
      callInstead.learn(numbers);
      return true;
    } catch (RuntimeException e) {
      LOG.debug("the numbers to call stay as they were: {}", e.toString());
      return false;
    }
  }
}

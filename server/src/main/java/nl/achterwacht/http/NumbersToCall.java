package nl.achterwacht.http;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
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

  void start() {
    var _ = clockwork.scheduleWithFixedDelay(this::learn, 1, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    clockwork.shutdownNow();
  }

  void learn() {
    try {
      Map<OrganisationId, String> numbers = new HashMap<>();
      for (Organisation organisation : database.inTransaction(people::organisations)) {
        if (organisation.callInstead() != null) {
          numbers.put(organisation.id(), organisation.callInstead());
        }
      }
      callInstead.learn(numbers);
    } catch (RuntimeException e) {
      LOG.debug("the numbers to call stay as they were: {}", e.toString());
    }
  }
}

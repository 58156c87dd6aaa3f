package nl.achterwacht.watch;

import static nl.achterwacht.Cast.T14_00;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.achterwacht.postgres.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Knowing that we were away, also when somebody sets the database's clock meanwhile. */
class OutagesTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final TestDatabase test = TestDatabase.create();

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void whoComesBackFindsTheTimeInWhichNobodyWas() {
    new Outages().beat(test.database(), T14_00);
    Instant back = T14_00.plusSeconds(90);
    assertThat(latestAt(back)).containsExactly(new Outage(T14_00, back));
  }

  @Test
  void aClockThatIsSetForwardSkipsATimeInWhichNobodyCouldBeHeard() {
    var server = new Outages();
    server.beat(test.database(), T14_00);
    Instant later = T14_00.plus(HOUR);
    server.beat(test.database(), later);
    assertThat(latestAt(later)).containsExactly(new Outage(T14_00, later));
  }

  @Test
  void anOutageAfterTheClockWasSetBackIsFoundAsWell() {
    new Outages().beat(test.database(), T14_00.plus(HOUR));
    var server = new Outages();
    server.beat(test.database(), T14_00.plus(HOUR).plusSeconds(1));
    // The clock had run ahead by an hour, and now is right.
    server.beat(test.database(), T14_00);
    Instant back = T14_00.plusSeconds(90);
    assertThat(latestAt(back)).containsExactly(new Outage(T14_00, back));
  }

  private List<Outage> latestAt(Instant now) {
    return test.database().inTransaction(tx -> new Outages().latest(tx, now));
  }
}

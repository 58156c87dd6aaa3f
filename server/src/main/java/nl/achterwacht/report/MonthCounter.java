package nl.achterwacht.report;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.people.Organisation;
import nl.achterwacht.people.PeopleRegister;

/**
 * Counts the months that are over, so that nobody waits for it. A month is counted again as long as
 * all of it is still there: what is answered or closed late counts too. After that it stays as it
 * was counted last.
 */
public final class MonthCounter {
  /** What was counted of is erased after twelve months and later; a month before is still whole. */
  static final int WHOLE_MONTHS = 12;

  /** Just after its end much is still answered; later little. */
  private static final Duration FRESH = Duration.ofDays(8);

  private static final Duration AGAIN_WHEN_FRESH = Duration.ofHours(1);
  private static final Duration AGAIN = Duration.ofHours(24);

  private final InstantSource clock;
  private final PeopleRegister people = new PeopleRegister();
  private final CountStore store = new CountStore();

  public MonthCounter(InstantSource clock) {
    this.clock = clock;
  }

  /** Counts what is to be counted, of all organisations; each month in a transaction of its own. */
  public int countDue(Database database) {
    int counted = 0;
    for (Organisation organisation : database.inTransaction(people::organisations)) {
      counted += countDue(database, organisation.id());
    }
    return counted;
  }

  /** The same of one organisation. */
  public int countDue(Database database, OrganisationId organisation) {
    Instant now = clock.instant();
    ZoneId zone = database.inTransaction(organisation, tx -> store.zone(tx, organisation));
    YearMonth current = YearMonth.from(now.atZone(zone));
    int counted = 0;
    for (int ago = 1; ago <= WHOLE_MONTHS; ago++) {
      YearMonth month = current.minusMonths(ago);
      Instant ended = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
      boolean fresh = ended.plus(FRESH).isAfter(now);
      // Its first days may be gone by the end of the month that is twelve months later.
      boolean last = ago == WHOLE_MONTHS;
      Instant staleBefore = last ? Instant.EPOCH : now.minus(fresh ? AGAIN_WHEN_FRESH : AGAIN);
      if (database.inTransaction(
          organisation, tx -> store.keep(tx, organisation, month, staleBefore, now))) {
        counted++;
      }
    }
    return counted;
  }
}

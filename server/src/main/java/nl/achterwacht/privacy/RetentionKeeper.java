package nl.achterwacht.privacy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.journal.Entry;
import nl.achterwacht.journal.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out the rules about how long things are kept, and lets an organisation set them. It
 * erases a few hundred rows in a transaction, so that nobody waits for it; what it leaves is there
 * the next time.
 */
public final class RetentionKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(RetentionKeeper.class);

  /** Rows that are erased in one transaction. */
  static final int AT_ONCE = 500;

  private final InstantSource clock;
  private final Journal journal;
  private final RetentionStore store = new RetentionStore();

  public RetentionKeeper(InstantSource clock, Journal journal) {
    this.clock = clock;
    this.journal = journal;
  }

  /** Every rule, as it is for this organisation. */
  public List<RetentionSetting> settings(Tx tx, OrganisationId organisation) {
    return store.settings(tx, organisation);
  }

  /** The rule of this name. */
  public static Optional<Retention> rule(String text) {
    return Retention.of(text);
  }

  /** How many rows would be erased, or emptied, when {@code rule} were {@code amount} units. */
  public long wouldGo(Tx tx, OrganisationId organisation, Retention rule, int amount) {
    Instant now = clock.instant();
    long rows = 0;
    for (Held held : Holdings.all()) {
      for (Held.Goes goes : held.goes()) {
        if (goes.rule() == rule) {
          rows += store.count(tx, organisation, held, goes, rule.before(amount, now));
        }
      }
    }
    return rows;
  }

  /**
   * Sets a rule from now on.
   *
   * @throws IllegalArgumentException when {@code amount} is not between its shortest and longest
   */
  public RetentionSetting set(
      Tx tx, OrganisationId organisation, Retention rule, int amount, PersonId by) {
    if (amount < rule.shortest() || amount > rule.longest()) {
      throw new IllegalArgumentException(rule + " of " + amount);
    }
    Instant now = clock.instant();
    int was = one(tx, organisation, rule).amount();
    store.set(tx, organisation, rule, amount, by, now);
    journal.record(
        tx,
        List.of(
            new Entry(
                organisation,
                now,
                "retention.set",
                by.value(),
                null,
                null,
                null,
                null,
                Json.write(Map.of("rule", rule.text(), "was", was, "is", amount)))));
    return one(tx, organisation, rule);
  }

  /**
   * Carries out every rule whose turn it is, for every organisation; several servers share the
   * work.
   *
   * @return how many rows went
   */
  public long sweep(Database database) {
    long gone = 0;
    Instant now = clock.instant();
    List<UUID> organisations = database.inTransaction(store::organisations);
    for (UUID id : organisations) {
      var organisation = new OrganisationId(id);
      List<RetentionSetting> settings =
          database.inTransaction(tx -> store.settings(tx, organisation));
      for (RetentionSetting setting : settings) {
        if (setting.isDue(now)
            && database.<Boolean>inTransaction(
                tx -> store.claim(tx, organisation, setting.rule(), now))) {
          gone += carryOut(database, organisation, setting, now);
        }
      }
    }
    return gone;
  }

  private long carryOut(
      Database database, OrganisationId organisation, RetentionSetting setting, Instant now) {
    Retention rule = setting.rule();
    Instant before = rule.before(setting.amount(), now);
    long gone = 0;
    for (Held held : Holdings.all()) {
      for (Held.Goes goes : held.goes()) {
        if (goes.rule() == rule) {
          gone += erase(database, organisation, held, goes, new Moments(before, now));
        }
      }
    }
    long all = gone;
    if (all > 0) {
      database.inTransactionDo(tx -> store.noteErased(tx, organisation, rule, all, now));
    }
    return gone;
  }

  /** What is too old, and what it is now. */
  record Moments(Instant before, Instant now) {}

  /** One table that cannot be cleared must not keep the others. */
  private long erase(
      Database database, OrganisationId organisation, Held held, Held.Goes goes, Moments moments) {
    long gone = 0;
    int last;
    try {
      do {
        last =
            database.inTransaction(
                tx -> store.erase(tx, organisation, held, goes, moments, AT_ONCE));
        gone += last;
      } while (last == AT_ONCE);
    } catch (RuntimeException e) {
      LOG.error(
          "rows of {} that are past their time ({}) could not be erased; they are tried again",
          held.table(),
          goes.rule().text(),
          e);
    }
    return gone;
  }

  private RetentionSetting one(Tx tx, OrganisationId organisation, Retention rule) {
    return store.settings(tx, organisation).stream()
        .filter(setting -> setting.rule() == rule)
        .findFirst()
        .orElseThrow();
  }
}

package nl.achterwacht.report;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.DatabaseAway;
import nl.achterwacht.base.Ids;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.PersonRef;
import nl.achterwacht.base.Tx;
import nl.achterwacht.journal.Entry;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.notify.NoticeKeeper;
import nl.achterwacht.notify.NoticeKind;
import nl.achterwacht.notify.Subject;
import nl.achterwacht.notify.Telling;
import nl.achterwacht.people.Organisation;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.RosterReader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the yearly report while nobody waits. One server claims it for a while; when that server
 * dies, another begins anew. The table's only writer.
 */
public final class YearlyKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(YearlyKeeper.class);

  /** After this another server takes over from one that says nothing more. */
  static final Duration CLAIM = Duration.ofMinutes(2);

  /** How long it can be fetched. */
  public static final Duration KEPT = Duration.ofDays(30);

  /** How long a cancelled or failed one is still seen. */
  static final Duration SEEN = Duration.ofDays(2);

  static final int ATTEMPTS = 3;

  private final InstantSource clock;
  private final ReportRegister reports;
  private final NoticeKeeper notices;
  private final RosterReader rosters;
  private final PeopleRegister people;
  private final Journal journal;
  private final YearlyStore store = new YearlyStore();

  public YearlyKeeper(
      InstantSource clock,
      ReportRegister reports,
      NoticeKeeper notices,
      RosterReader rosters,
      PeopleRegister people,
      Journal journal) {
    this.clock = clock;
    this.reports = reports;
    this.notices = notices;
    this.rosters = rosters;
    this.people = people;
    this.journal = journal;
  }

  /** Asks for a year; one that is being made already stands for it. */
  public Yearly ask(Tx tx, OrganisationId organisation, int year, String language, PersonId by) {
    for (Yearly one : store.list(tx, organisation)) {
      if (!one.state().hasEnded() && one.year() == year && one.language().equals(language)) {
        return one;
      }
    }
    UUID id = Ids.next();
    Instant now = clock.instant();
    store.insert(tx, organisation, id, year, language, by, now);
    journal.record(
        tx,
        List.of(
            new Entry(
                organisation,
                now,
                "report.asked",
                by.value(),
                null,
                null,
                null,
                null,
                "{\"year\": " + year + "}")));
    return store.find(tx, organisation, id).orElseThrow();
  }

  /** Those that are made and were made, the latest first. */
  public List<Yearly> list(Tx tx, OrganisationId organisation) {
    return store.list(tx, organisation);
  }

  public Optional<Yearly> find(Tx tx, OrganisationId organisation, UUID id) {
    return store.find(tx, organisation, id);
  }

  /** The PDF, once it is done. */
  public Optional<byte[]> file(Tx tx, OrganisationId organisation, UUID id) {
    return store.file(tx, organisation, id);
  }

  /** Stops one that is being made; one that has ended is erased. False when there is none. */
  public boolean remove(Tx tx, OrganisationId organisation, UUID id) {
    Optional<Yearly> found = store.find(tx, organisation, id);
    if (found.isEmpty()) {
      return false;
    }
    Instant now = clock.instant();
    if (!store.end(tx, found.get(), Yearly.State.CANCELLED, now, now.plus(SEEN))) {
      store.erase(tx, organisation, id);
    }
    return true;
  }

  public @Nullable Instant earliestDue(Database database) {
    return database.ask(store::earliest);
  }

  /** Makes one that is due, or erases it; whether there may be more. */
  public boolean runDue(Database database) {
    Optional<Yearly> begun = database.inTransaction(this::begin);
    if (begun.isEmpty()) {
      Instant next = earliestDue(database);
      return next != null && !next.isAfter(clock.instant());
    }
    try {
      make(database, begun.get());
    } catch (RuntimeException e) {
      if (DatabaseAway.isCauseOf(e)) {
        throw e;
      }
      // It is tried again after its claim, a few times.
      LOG.error("the report of {} could not be made", begun.get().year(), e);
    }
    return true;
  }

  /** Claims the one that is due; empty when there is none, or it only had to be put away. */
  private Optional<Yearly> begin(Tx tx) {
    Instant now = clock.instant();
    Optional<Yearly> due = store.lockDue(tx, now);
    if (due.isEmpty()) {
      return due;
    }
    Yearly yearly = due.get();
    if (yearly.state().hasEnded()) {
      store.erase(tx, yearly.organisation(), yearly.id());
      return Optional.empty();
    }
    if (yearly.attempts() >= ATTEMPTS) {
      store.end(tx, yearly, Yearly.State.FAILED, now, now.plus(SEEN));
      return Optional.empty();
    }
    store.begin(tx, yearly, now.plus(CLAIM));
    return store.find(tx, yearly.organisation(), yearly.id());
  }

  private void make(Database database, Yearly yearly) {
    var made = new ArrayList<Report>();
    ReportKind[] kinds = ReportKind.values();
    for (ReportKind kind : kinds) {
      if (!goesOn(database, yearly, 90 * made.size() / kinds.length)) {
        return;
      }
      made.add(
          database.inTransaction(
              yearly.organisation(),
              tx ->
                  reports.report(
                      tx,
                      new ReportRegister.Asked(
                          yearly.organisation(),
                          kind,
                          Period.year(yearly.year()),
                          null,
                          yearly.language()))));
    }
    if (!goesOn(database, yearly, 90)) {
      return;
    }
    byte[] file = book(database, yearly, made);
    Instant now = clock.instant();
    database.inTransactionDo(tx -> {
      if (store.finish(tx, yearly, file, now, now.plus(KEPT))) {
        tell(tx, yearly, now);
      }
    });
  }

  private boolean goesOn(Database database, Yearly yearly, int progress) {
    Instant until = clock.instant().plus(CLAIM);
    return database.inTransaction(tx -> store.goOn(tx, yearly, progress, until));
  }

  private byte[] book(Database database, Yearly yearly, List<Report> made) {
    Words words = Words.in(yearly.language());
    Organisation organisation =
        database.inTransaction(tx -> people.organisation(tx, yearly.organisation()));
    String name = organisation == null ? "" : organisation.name();
    String year = Integer.toString(yearly.year());
    return ReportFiles.book(
        words.filled("yearly.title", year),
        words.filled("yearly.intro", year),
        made,
        new Conclusions(words, made).sentences(),
        new ReportFiles.Heading(
            name, Period.year(yearly.year()), null, yearly.language(), clock.instant()));
  }

  /** Whoever asked hears that it is there. */
  private void tell(Tx tx, Yearly yearly, Instant now) {
    var ref = new PersonRef(yearly.organisation(), yearly.askedBy());
    Map<String, String> params = Map.of("year", Integer.toString(yearly.year()));
    notices.tell(
        tx,
        rosters.reachable(tx, List.of(ref)).values().stream()
            .map(one ->
                new Telling(one, NoticeKind.REPORT_READY, params, new Subject(null, -1, 0, null)))
            .toList(),
        now);
  }
}

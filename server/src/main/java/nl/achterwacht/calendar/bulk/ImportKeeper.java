package nl.achterwacht.calendar.bulk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.DatabaseAway;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.calendar.PlannedVisits;
import nl.achterwacht.calendar.bulk.Grid.Line;
import nl.achterwacht.calendar.bulk.ImportStore.Due;
import nl.achterwacht.calendar.bulk.ImportStore.Settled;
import nl.achterwacht.calendar.bulk.ImportStore.Waiting;
import nl.achterwacht.calendar.bulk.RowReader.Checked;
import nl.achterwacht.calendar.bulk.WorkerNames.OtherNames;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.visit.Appointment;
import nl.achterwacht.visit.Visit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks files that were taken in, and carries out those that were confirmed, some rows in each
 * transaction. Where it is stands in the rows themselves, so any server goes on where one stopped.
 */
public final class ImportKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(ImportKeeper.class);

  /** After this another server may check a file that one began to check. */
  static final Duration CHECKING = Duration.ofSeconds(60);

  /** A file that was carried out, with its addresses, for who wants to see what became of it. */
  static final Duration KEEP_DONE = Duration.ofDays(14);

  /** A file that nobody confirmed. */
  static final Duration KEEP_UNCONFIRMED = Duration.ofDays(1);

  /** Keys of rows, after the start of their visits; a file with those is refused as past. */
  static final Duration KEEP_KEYS = Duration.ofDays(2);

  private final Database database;
  private final InstantSource clock;
  private final PlannedVisits visits;
  private final PeopleRegister people;
  private final List<OtherNames> otherNames;
  private final ImportStore store = new ImportStore();

  /**
   * @param otherNames what people may be called in a file beside their names
   */
  public ImportKeeper(
      Database database,
      InstantSource clock,
      PlannedVisits visits,
      PeopleRegister people,
      List<OtherNames> otherNames) {
    this.database = database;
    this.clock = clock;
    this.visits = visits;
    this.people = people;
    this.otherNames = List.copyOf(otherNames);
  }

  /** When there is something to do; null when there is nothing. */
  public @Nullable Instant earliestDue() {
    return database.ask(store::earliest);
  }

  /**
   * Checks one file, or carries out at most {@code limit} rows of one.
   *
   * @return whether there may be more to do at once
   */
  public boolean runDue(int limit) {
    Instant now = clock.instant();
    try {
      Due toCheck = database.inTransaction(tx -> claim(tx, limit, false, now));
      return toCheck == null ? isMoreDue(now) : check(toCheck);
    } catch (RuntimeException e) {
      if (DatabaseAway.isCauseOf(e)) {
        throw e;
      }
      // One broken row must not hold up its neighbours: the same rows again, each by itself.
      LOG.error("rows of an import failed together; now one by one", e);
      database.inTransactionDo(tx -> claim(tx, limit, true, now));
      return true;
    }
  }

  /** Erases files and keys whose time is up; returns how many files went. */
  public int sweep() {
    Instant now = clock.instant();
    return database.inTransaction(tx ->
        store.forget(tx, now.minus(KEEP_DONE), now.minus(KEEP_UNCONFIRMED), now.minus(KEEP_KEYS)));
  }

  private boolean isMoreDue(Instant now) {
    Instant next = earliestDue();
    return next != null && !next.isAfter(now);
  }

  /** Carries out what was claimed; a file that is to be checked first is returned instead. */
  private @Nullable Due claim(Tx tx, int limit, boolean oneByOne, Instant now) {
    Due due = store.claim(tx, now);
    if (due == null) {
      return null;
    }
    if (!due.running()) {
      // Reading a file takes long; meanwhile no transaction stays open.
      store.wakeAt(tx, due, now.plus(CHECKING));
      return due;
    }
    carryOut(tx, due, limit, oneByOne, now);
    return null;
  }

  private boolean check(Due due) {
    try {
      List<Checked> rows = read(due);
      database.inTransactionDo(tx -> {
        Map<String, String> known = known(tx, due.organisation(), rows);
        store.checked(tx, due, rows.stream().map(row -> unchanged(row, known)).toList(), known);
      });
    } catch (Unreadable e) {
      database.inTransactionDo(tx -> store.unreadable(tx, due, e));
    } catch (RuntimeException e) {
      if (DatabaseAway.isCauseOf(e)) {
        throw e;
      }
      // A file that we fail over must not come back for ever.
      LOG.error("file {} could not be checked", due.id(), e);
      database.inTransactionDo(tx -> store.unreadable(tx, due, new Unreadable("failed", "")));
    }
    return true;
  }

  private List<Checked> read(Due due) throws Unreadable {
    byte[] file = due.file();
    if (file == null) {
      throw new IllegalStateException("import " + due.id() + " has no file");
    }
    Grid grid = TableFile.read(file);
    var reader =
        new RowReader(
            Column.of(grid.header()),
            new LocalTimes(grid.date1904()),
            database.inTransaction(tx -> names(tx, due.organisation())),
            visits.register()::faultOf);
    var first = new HashMap<String, Integer>();
    var rows = new ArrayList<Checked>();
    for (Line line : grid.lines()) {
      Checked row = reader.read(line);
      rows.add(row.row() == null ? row : once(row, row.row(), first));
    }
    return rows;
  }

  /** A row that stands in the file already is wrong, and says where. */
  private static Checked once(Checked row, PlannedRow planned, Map<String, Integer> first) {
    Integer earlier = first.putIfAbsent(planned.key(), row.number());
    return earlier == null
        ? row
        : row.but(RowFault.of(Column.KEY, "twice", Integer.toString(earlier)));
  }

  /** A row that was imported before with other contents is not carried out behind one's back. */
  private static Checked unchanged(Checked row, Map<String, String> known) {
    PlannedRow planned = row.row();
    if (planned == null) {
      return row;
    }
    String before = known.get(planned.key());
    return before == null || before.equals(planned.content())
        ? row
        : row.but(RowFault.of(Column.KEY, "changed", ""));
  }

  private Map<String, String> known(Tx tx, OrganisationId organisation, List<Checked> rows) {
    var keys = new ArrayList<String>();
    for (Checked row : rows) {
      if (row.row() != null) {
        keys.add(row.row().key());
      }
    }
    return store.known(tx, organisation, keys);
  }

  private WorkerNames names(Tx tx, OrganisationId organisation) {
    return new WorkerNames(
        people.people(tx, organisation),
        otherNames.stream().map(names -> names.of(tx, organisation)).toList());
  }

  private void carryOut(Tx tx, Due due, int limit, boolean oneByOne, Instant now) {
    store.alone(tx, due.organisation());
    List<Waiting> rows = store.waiting(tx, due, limit);
    if (rows.isEmpty()) {
      store.finish(tx, due, now);
      return;
    }
    PlannedVisits.Desk desk = visits.open(tx, due.organisation());
    Map<String, String> known =
        store.known(
            tx, due.organisation(), rows.stream().map(waiting -> waiting.row().key()).toList());
    var settled = new ArrayList<Settled>();
    for (Waiting waiting : rows) {
      settled.add(settle(tx, due, desk, waiting, known, oneByOne));
    }
    store.settle(tx, due, settled);
    store.wakeAt(tx, due, now);
  }

  /** Between the preview and now another file, or time itself, may have changed the matter. */
  private Settled settle(
      Tx tx,
      Due due,
      PlannedVisits.Desk desk,
      Waiting waiting,
      Map<String, String> known,
      boolean byItself) {
    PlannedRow row = waiting.row();
    String before = known.get(row.key());
    if (before != null) {
      return before.equals(row.content())
          ? new Settled(waiting.number(), row, null, true, null)
          : bad(waiting, RowFault.of(Column.KEY, "changed", ""));
    }
    if (!desk.knows(row.worker())) {
      return bad(waiting, RowFault.of(Column.WORKER, "worker-left", ""));
    }
    Appointment planned = row.appointment();
    var fault = visits.register().faultOf(planned);
    if (fault.isPresent()) {
      return bad(waiting, RowReader.named(fault.get(), planned.plannedStartAt()));
    }
    var made = new ArrayList<Visit>(1);
    Runnable plan = () -> made.add(desk.plan(row.worker(), planned, due.by()));
    if (byItself) {
      tx.attempt("row " + waiting.number() + " of import " + due.id() + " cannot be planned", plan);
    } else {
      plan.run();
    }
    return made.isEmpty()
        ? bad(waiting, RowFault.of(Column.KEY, "failed", ""))
        : new Settled(waiting.number(), row, made.getFirst().id().value(), false, null);
  }

  private static Settled bad(Waiting waiting, RowFault fault) {
    return new Settled(waiting.number(), waiting.row(), null, false, fault);
  }
}

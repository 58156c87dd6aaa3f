package nl.achterwacht.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.DatabaseAway;
import nl.achterwacht.base.Ids;
import nl.achterwacht.base.Tx;
import nl.achterwacht.calendar.CalendarServer.Answer;
import nl.achterwacht.calendar.CalendarServer.Asked;
import nl.achterwacht.calendar.Comparison.Match;
import nl.achterwacht.calendar.Subscription.Sync;
import nl.achterwacht.calendar.ics.CalendarFault;
import nl.achterwacht.calendar.ics.CalendarText;
import nl.achterwacht.calendar.ics.CalendarText.Found;
import nl.achterwacht.calendar.ics.Occurrence;
import nl.achterwacht.visit.Appointment;
import nl.achterwacht.visit.MoveResult;
import nl.achterwacht.visit.Visit;
import nl.achterwacht.visit.VisitId;
import nl.achterwacht.watch.Act;
import nl.achterwacht.watch.Place;
import nl.achterwacht.watch.WatchEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads calendars that are due and lets proposals and visits follow them. A calendar is claimed,
 * asked outside any transaction, and what it says is carried out in one. Any server may do it.
 */
public final class CalendarKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(CalendarKeeper.class);

  /** How far ahead appointments are looked for. */
  static final Duration HORIZON = Duration.ofDays(60);

  static final Duration POLL_EVERY = Duration.ofMinutes(5);

  /** The horizon moves on, and servers forget to tell: so often everything is read anew. */
  static final Duration WHOLE_EVERY = Duration.ofHours(6);

  /** After this another server may ask a calendar that one was asking. */
  static final Duration LEASE = CalendarServer.TIME_LIMIT.multipliedBy(3);

  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
  private static final int AT_ONCE = 8;

  /** An appointment that is over may still be put off. */
  private static final Duration KEEP_PAST = Duration.ofDays(7);

  private final Database database;
  private final InstantSource clock;
  private final PlannedVisits visits;
  private final CalendarServer server;
  private final PasswordBox passwords;
  private final CalendarStore store = new CalendarStore();
  private final KeptStore appointments = new KeptStore();

  public CalendarKeeper(
      Database database,
      InstantSource clock,
      PlannedVisits visits,
      CalendarServer server,
      PasswordBox passwords) {
    this.database = database;
    this.clock = clock;
    this.visits = visits;
    this.server = server;
    this.passwords = passwords;
  }

  /** When the next calendar must be asked; null when there are none. */
  public @Nullable Instant earliestDue() {
    return database.ask(store::earliest);
  }

  /** Asks some calendars that are due, beside each other; true when there may be more at once. */
  public boolean pollDue() {
    Instant now = clock.instant();
    List<Subscription> due =
        database.inTransaction(tx -> store.claim(tx, now, now.plus(LEASE), AT_ONCE));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      due.forEach(one -> threads.execute(() -> pollOrGiveUp(one)));
    }
    return due.size() == AT_ONCE;
  }

  /** Forgets appointments that are over; returns how many. */
  public int sweep() {
    Instant before = clock.instant().minus(KEEP_PAST);
    return database.inTransaction(tx -> appointments.forgetPast(tx, before));
  }

  private void pollOrGiveUp(Subscription subscription) {
    try {
      poll(subscription);
    } catch (RuntimeException e) {
      if (DatabaseAway.isCauseOf(e)) {
        LOG.warn("calendar {} waits for the database", subscription.id());
        return;
      }
      LOG.error("calendar {} failed by our own fault", subscription.id(), e);
      troubled(subscription, "failed", clock.instant());
    }
  }

  private void poll(Subscription subscription) {
    Instant now = clock.instant();
    byte[] box = subscription.login().password();
    Optional<String> password =
        box == null
            ? Optional.empty()
            : passwords.open(subscription.organisation(), subscription.id(), box);
    if (box != null && password.isEmpty()) {
      troubled(subscription, "password-lost", now);
      return;
    }
    Instant readAt = subscription.sync().readAt();
    boolean whole = readAt == null || readAt.isBefore(now.minus(WHOLE_EVERY));
    Instant until = now.plus(HORIZON);
    switch (server.ask(new Asked(subscription, password.orElse(null), whole, now, until))) {
      case Answer.Trouble(var code) -> troubled(subscription, code, now);
      case Answer.Unchanged(var etag, var token) -> {
        int unreadable = subscription.health().unreadable();
        database.inTransactionDo(
            tx -> answered(tx, subscription, new Sync(etag, token, readAt), unreadable, now));
      }
      case Answer.Whole answer -> read(subscription, answer, now, until);
    }
  }

  private void read(Subscription subscription, Answer.Whole answer, Instant now, Instant until) {
    try {
      Found found =
          subscription.kind() == Subscription.Kind.FEED
              ? CalendarText.read(answer.texts().getFirst(), now, until)
              : CalendarText.readAll(answer.texts(), now, until);
      database.inTransactionDo(tx -> {
        Subscription locked =
            store.lock(tx, subscription.organisation(), subscription.id()).orElse(null);
        // Removed, or changed by its owner, while we asked: what we heard no longer counts.
        if (locked != null && locked.version() == subscription.version()) {
          follow(tx, locked, found.occurrences(), now);
          var sync = new Sync(answer.etag(), answer.token(), now);
          answered(tx, locked, sync, found.unreadable(), now);
        }
      });
    } catch (CalendarFault e) {
      troubled(subscription, e.code(), now);
    }
  }

  private void answered(Tx tx, Subscription of, Sync sync, int unreadable, Instant now) {
    store.answered(tx, of, sync, unreadable, now, now.plus(POLL_EVERY));
  }

  private void troubled(Subscription of, String code, Instant now) {
    int doublings = Math.min(of.health().failures(), 10);
    Duration pause = POLL_EVERY.multipliedBy(1L << doublings);
    Instant next = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    database.inTransactionDo(tx -> store.troubled(tx, of, code, next));
  }

  /** Lets what we keep follow what was found. */
  private void follow(Tx tx, Subscription of, List<Occurrence> found, Instant now) {
    Comparison compared = Comparison.of(appointments.kept(tx, of), found, of.keepsTitles(), now);
    List<Rule> rules = store.rules(tx, of.organisation(), of.id());
    var desk = new Desk(tx, of, rules, now);
    var forgotten = new ArrayList<UUID>();
    for (Kept gone : compared.gone()) {
      desk.cancel(gone);
      forgotten.add(gone.id());
    }
    appointments.forget(tx, of.organisation(), forgotten);
    compared.changed().forEach(desk::change);
    compared.same().forEach(desk::accept);
    compared.fresh().forEach(desk::take);
  }

  /** What is done with the appointments of one calendar, in one transaction. */
  private final class Desk {
    private final Tx tx;
    private final Subscription of;
    private final List<Rule> rules;
    private final Instant now;
    private PlannedVisits.@Nullable Desk planning;

    private Desk(Tx tx, Subscription of, List<Rule> rules, Instant now) {
      this.tx = tx;
      this.of = of;
      this.rules = rules;
      this.now = now;
    }

    private void take(Occurrence found) {
      appointments.keep(tx, of, found, planned(found));
    }

    /** A proposal that a rule, accepted since, says is a visit. */
    private void accept(Match match) {
      if (match.kept().state() == Kept.State.PROPOSED) {
        VisitId visit = planned(match.found());
        if (visit != null) {
          appointments.change(tx, of, match.kept(), match.found(), Kept.State.ACCEPTED, visit);
        }
      }
    }

    private void change(Match match) {
      Kept kept = match.kept();
      switch (kept.state()) {
        case DISMISSED ->
            appointments.change(tx, of, kept, match.found(), Kept.State.DISMISSED, null);
        case PROPOSED -> changeAnew(kept, match.found());
        case ACCEPTED -> moveVisit(kept, match.found());
      }
    }

    private void changeAnew(Kept kept, Occurrence found) {
      VisitId visit = planned(found);
      Kept.State state = visit == null ? Kept.State.PROPOSED : Kept.State.ACCEPTED;
      appointments.change(tx, of, kept, found, state, visit);
    }

    /** A visit that began, or that somebody cancelled, stays as it is. */
    private void moveVisit(Kept kept, Occurrence found) {
      Visit visit = visitOf(kept);
      if (visit == null || visit.cancelled()) {
        appointments.change(tx, of, kept, found, kept.state(), kept.visit());
        return;
      }
      Appointment moved = moved(visit.appointment(), kept, found);
      if (found.allDay() || visits.register().faultOf(moved).isPresent()) {
        // It is no visit as it stands now; the worker is asked what it is.
        cancel(kept);
        appointments.change(tx, of, kept, found, Kept.State.PROPOSED, null);
        return;
      }
      if (!moved.equals(visit.appointment()) && !move(visit, moved) && kept.end().isBefore(now)) {
        // It took place, and is to take place again.
        changeAnew(kept, found);
        return;
      }
      appointments.change(tx, of, kept, found, kept.state(), kept.visit());
    }

    private boolean move(Visit visit, Appointment to) {
      return visits
              .register()
              .move(tx, of.organisation(), visit.id(), to, visit.version(), of.person())
          instanceof MoveResult.Moved;
    }

    private void cancel(Kept kept) {
      Visit visit = visitOf(kept);
      if (visit != null && !visit.cancelled()) {
        var cancelled = Act.of(new WatchEvent.Cancelled(of.person()), of.person(), Ids.next());
        // Of a visit that has begun the watch says no, and goes on.
        visits.register().cancel(tx, of.organisation(), visit.id(), cancelled);
      }
    }

    private @Nullable Visit visitOf(Kept kept) {
      VisitId id = kept.visit();
      return id == null ? null : visits.register().lock(tx, of.organisation(), id).orElse(null);
    }

    /** The visit it becomes by a rule of its worker; null when it is for the worker to say. */
    private @Nullable VisitId planned(Occurrence found) {
      String address = found.address();
      if (found.allDay() || address == null || !Rule.anyFits(rules, found)) {
        return null;
      }
      Appointment planned =
          Proposals.appointment(
              new Place(address, null, null, null),
              of.keepsTitles() ? found.title() : null,
              found.start(),
              found.end());
      PlannedVisits.Desk desk = planning();
      boolean isOne = visits.register().faultOf(planned).isEmpty() && desk.knows(of.person());
      return isOne ? desk.plan(of.person(), planned, of.person()).id() : null;
    }

    private PlannedVisits.Desk planning() {
      PlannedVisits.Desk desk = planning;
      if (desk == null) {
        desk = visits.open(tx, of.organisation());
        planning = desk;
      }
      return desk;
    }
  }

  /** Where the worker said it is counts, until the calendar says something else than it did. */
  private static Appointment moved(Appointment before, Kept kept, Occurrence found) {
    String address = found.address();
    return new Appointment(
        address == null || address.equals(kept.address())
            ? before.place()
            : new Place(address, null, null, null),
        before.purpose(),
        found.start(),
        found.end(),
        before.highRisk(),
        before.travelMode(),
        before.vehicleId(),
        before.travelMinutes());
  }
}

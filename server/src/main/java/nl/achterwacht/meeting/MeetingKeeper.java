package nl.achterwacht.meeting;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.achterwacht.agreement.AgreementKeeper;
import nl.achterwacht.agreement.AgreementResult;
import nl.achterwacht.agreement.WorkingAgreement.Terms;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Slice;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.journal.Entry;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.meeting.Meeting.Attendance;
import nl.achterwacht.meeting.Meeting.Became;
import nl.achterwacht.meeting.Meeting.Decision;
import nl.achterwacht.meeting.Meeting.Item;
import nl.achterwacht.meeting.Meeting.State;
import nl.achterwacht.meeting.Meeting.Whole;
import nl.achterwacht.meeting.MeetingResult.Done;
import nl.achterwacht.meeting.MeetingResult.Reason;
import nl.achterwacht.meeting.MeetingResult.Refused;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.Person;
import nl.achterwacht.task.NewTask;
import nl.achterwacht.task.TaskKeeper;
import nl.achterwacht.task.TaskKind;
import org.jspecify.annotations.Nullable;

/** Keeps team meetings: the only writer of their tables. */
public final class MeetingKeeper {
  private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");
  private static final LocalTime END_OF_DAY = LocalTime.of(17, 0);
  private static final int LONGEST_DAYS = 366;

  /** What stands on every agenda, in this order until somebody changes it. */
  private static final List<ItemKind> STANDING =
      List.of(
          ItemKind.PREVIOUS,
          ItemKind.SIGNALS,
          ItemKind.INCIDENTS,
          ItemKind.HOT_SPOTS,
          ItemKind.VISITS,
          ItemKind.AGREEMENTS,
          ItemKind.TASKS);

  private final InstantSource clock;
  private final Journal journal;
  private final TaskKeeper tasks;
  private final AgreementKeeper agreements;
  private final PeopleRegister people;
  private final List<AgendaSource> sources;
  private final MeetingStore store = new MeetingStore();
  private final PreviousDecisions previous;

  public MeetingKeeper(
      InstantSource clock,
      Journal journal,
      TaskKeeper tasks,
      AgreementKeeper agreements,
      PeopleRegister people,
      List<AgendaSource> sources) {
    this.clock = clock;
    this.journal = journal;
    this.tasks = tasks;
    this.agreements = agreements;
    this.people = people;
    this.sources = List.copyOf(sources);
    this.previous = new PreviousDecisions(store, tasks, people);
  }

  /** Plans a meeting of a team, with the agenda that fills itself. */
  public Whole plan(
      Tx tx,
      OrganisationId organisation,
      TeamId team,
      Instant startsAt,
      @Nullable String room,
      PersonId by) {
    var made =
        new Meeting(
            organisation, MeetingId.next(), team, startsAt, room, State.PLANNED, null, null, 0);
    store.insert(tx, made, by);
    STANDING.forEach(kind -> store.addItem(tx, made, ItemId.next(), kind, null));
    note(tx, made, "meeting.planned", by);
    return whole(tx, made);
  }

  /**
   * Another moment or room.
   *
   * @param version on which the change was written
   */
  public MeetingResult move(
      Tx tx,
      OrganisationId organisation,
      MeetingId id,
      int version,
      Instant startsAt,
      @Nullable String room) {
    return onPlanned(
        tx,
        organisation,
        id,
        meeting -> {
          if (meeting.version() != version) {
            return Reason.STALE;
          }
          store.update(tx, next(meeting, startsAt, room, State.PLANNED, null, null));
          return null;
        });
  }

  /** It does not take place. */
  public MeetingResult cancel(Tx tx, OrganisationId organisation, MeetingId id, PersonId by) {
    return onPlanned(
        tx,
        organisation,
        id,
        meeting -> {
          end(tx, meeting, State.CANCELLED, by);
          note(tx, meeting, "meeting.cancelled", by);
          return null;
        });
  }

  /** Fixes the minutes, with the agenda as it is now. */
  public MeetingResult finish(Tx tx, OrganisationId organisation, MeetingId id, PersonId by) {
    return onPlanned(
        tx,
        organisation,
        id,
        meeting -> {
          filled(tx, meeting).forEach(item -> store.fix(tx, meeting, item));
          end(tx, meeting, State.FINISHED, by);
          note(tx, meeting, "meeting.finished", by);
          return null;
        });
  }

  public MeetingResult addItem(
      Tx tx, OrganisationId organisation, MeetingId id, ItemId item, String title) {
    return onPlanned(
        tx,
        organisation,
        id,
        meeting -> {
          store.addItem(tx, meeting, item, ItemKind.OWN, title);
          return null;
        });
  }

  public MeetingResult removeItem(Tx tx, OrganisationId organisation, MeetingId id, ItemId item) {
    return onPlanned(
        tx, organisation, id, meeting -> store.removeItem(tx, meeting, item) ? null : Reason.STAYS);
  }

  /** Puts the items in this order; it must name each of them once. */
  public MeetingResult order(Tx tx, OrganisationId organisation, MeetingId id, List<ItemId> order) {
    return onPlanned(
        tx,
        organisation,
        id,
        meeting -> {
          Set<ItemId> known =
              store.items(tx, meeting).stream().map(Item::id).collect(Collectors.toSet());
          if (order.size() != known.size() || !known.equals(Set.copyOf(order))) {
            return Reason.STALE;
          }
          store.place(tx, meeting, order);
          return null;
        });
  }

  /**
   * Saves what was said about an item.
   *
   * @param revision of the minutes on which it was written
   */
  public MeetingResult saveMinutes(
      Tx tx, OrganisationId organisation, MeetingId id, ItemId item, int revision, String minutes) {
    return onPlanned(
        tx,
        organisation,
        id,
        meeting -> {
          boolean known = store.items(tx, meeting).stream().anyMatch(i -> i.id().equals(item));
          if (!known) {
            return Reason.UNKNOWN;
          }
          return store.saveMinutes(tx, meeting, item, revision, minutes) ? null : Reason.STALE;
        });
  }

  /** Notes who is there, and who is not. */
  public MeetingResult attend(
      Tx tx, OrganisationId organisation, MeetingId id, List<Attendance> all) {
    return onPlanned(
        tx,
        organisation,
        id,
        meeting -> {
          all.forEach(one -> store.note(tx, meeting, one));
          return null;
        });
  }

  /**
   * Decides something at an item: it becomes a task or an agreement at once, with an owner and a
   * day.
   */
  public MeetingResult decide(
      Tx tx,
      OrganisationId organisation,
      MeetingId id,
      ItemId item,
      Became became,
      Terms terms,
      PersonId by) {
    return onPlanned(
        tx,
        organisation,
        id,
        meeting -> {
          if (store.items(tx, meeting).stream().noneMatch(one -> one.id().equals(item))) {
            return Reason.UNKNOWN;
          }
          return decide(tx, meeting, item, became, terms, by);
        });
  }

  private @Nullable Reason decide(
      Tx tx, Meeting meeting, ItemId item, Became became, Terms terms, PersonId by) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), HERE);
    if (!terms.reviewOn().isAfter(today)) {
      return Reason.PAST;
    }
    if (terms.reviewOn().isAfter(today.plusDays(LONGEST_DAYS))) {
      return Reason.TOO_FAR;
    }
    DecisionId id = DecisionId.next();
    UUID subject =
        switch (became) {
          case TASK -> task(tx, meeting, id, terms, by);
          case AGREEMENT -> agreement(tx, meeting, terms, by);
        };
    var decision =
        new Decision(id, item, became, subject, terms.words(), terms.owner(), terms.reviewOn());
    store.add(tx, meeting, decision, by, clock.instant());
    return null;
  }

  private UUID task(Tx tx, Meeting meeting, DecisionId id, Terms terms, PersonId by) {
    return tasks
        .open(
            tx,
            new NewTask(
                meeting.organisation(),
                TaskKind.AGREEMENT,
                meeting.team(),
                id.value(),
                terms.words(),
                terms.owner(),
                by,
                terms.reviewOn().atTime(END_OF_DAY).atZone(HERE).toInstant()))
        .id()
        .value();
  }

  private UUID agreement(Tx tx, Meeting meeting, Terms terms, PersonId by) {
    UUID in = meeting.id().value();
    return switch (agreements.make(tx, meeting.organisation(), meeting.team(), terms, in, by)) {
      case AgreementResult.Done(var made) -> made.id().value();
      case AgreementResult.Refused(var reason) ->
          throw new IllegalStateException("days were checked before: " + reason);
    };
  }

  /** All of one meeting; of a planned one the agenda is as things are now. */
  public Optional<Whole> find(Tx tx, OrganisationId organisation, MeetingId id) {
    return store.find(tx, organisation, id).map(meeting -> whole(tx, meeting));
  }

  /** A meeting without its agenda. */
  public Optional<Meeting> meeting(Tx tx, OrganisationId organisation, MeetingId id) {
    return store.find(tx, organisation, id);
  }

  /** Those of a team, or of all: the next that is planned first, then the latest that was held. */
  public List<Meeting> list(
      Tx tx, OrganisationId organisation, @Nullable TeamId team, Slice slice) {
    return store.list(tx, organisation, team, slice);
  }

  /** Who belongs to the team of a meeting now. */
  public List<Person> members(Tx tx, Meeting meeting) {
    return people.people(tx, meeting.organisation()).stream()
        .filter(person -> person.team().equals(meeting.team()))
        .toList();
  }

  private Whole whole(Tx tx, Meeting meeting) {
    return new Whole(
        meeting,
        meeting.state() == State.PLANNED ? filled(tx, meeting) : store.items(tx, meeting),
        store.decisions(tx, meeting),
        store.attendance(tx, meeting));
  }

  private List<Item> filled(Tx tx, Meeting meeting) {
    Instant now = clock.instant();
    Instant at = meeting.startsAt().isAfter(now) ? meeting.startsAt() : now;
    List<Item> items = new ArrayList<>();
    for (Item item : store.items(tx, meeting)) {
      items.add(item.with(linesOf(tx, meeting, item.kind(), at)));
    }
    return items;
  }

  private AgendaLines linesOf(Tx tx, Meeting meeting, ItemKind kind, Instant at) {
    if (kind == ItemKind.PREVIOUS) {
      return new AgendaLines(previous.lines(tx, meeting), 0);
    }
    return sources.stream()
        .filter(source -> source.kind() == kind)
        .map(source -> source.lines(tx, meeting.organisation(), meeting.team(), at))
        .reduce(AgendaLines.NONE, AgendaLines::and);
  }

  /** Runs {@code work} on a meeting that is planned, locked; it answers why not, or null. */
  private MeetingResult onPlanned(
      Tx tx, OrganisationId organisation, MeetingId id, Function<Meeting, @Nullable Reason> work) {
    Optional<Meeting> found = store.lock(tx, organisation, id);
    if (found.isEmpty()) {
      return new Refused(Reason.UNKNOWN);
    }
    if (found.get().state() != State.PLANNED) {
      return new Refused(Reason.CLOSED);
    }
    @Nullable Reason fault = work.apply(found.get());
    return fault == null ? new Done(id) : new Refused(fault);
  }

  private void end(Tx tx, Meeting meeting, State state, PersonId by) {
    store.update(tx, next(meeting, meeting.startsAt(), meeting.room(), state, clock.instant(), by));
  }

  private static Meeting next(
      Meeting before,
      Instant startsAt,
      @Nullable String room,
      State state,
      @Nullable Instant endedAt,
      @Nullable PersonId endedBy) {
    return new Meeting(
        before.organisation(),
        before.id(),
        before.team(),
        startsAt,
        room,
        state,
        endedAt,
        endedBy,
        before.version() + 1);
  }

  private void note(Tx tx, Meeting meeting, String kind, PersonId by) {
    String data = Json.write(Map.of("meetingId", meeting.id().toString()));
    journal.record(
        tx,
        List.of(
            new Entry(
                meeting.organisation(),
                clock.instant(),
                kind,
                by.value(),
                null,
                null,
                null,
                null,
                data)));
  }
}

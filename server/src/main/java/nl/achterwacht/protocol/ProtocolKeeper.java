package nl.achterwacht.protocol;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.PersonRef;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.journal.Entry;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.notify.NoticeKeeper;
import nl.achterwacht.notify.NoticeKind;
import nl.achterwacht.notify.OwnApp;
import nl.achterwacht.notify.Subject;
import nl.achterwacht.notify.Telling;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.Person;
import nl.achterwacht.people.Reachable;
import nl.achterwacht.people.RosterReader;
import nl.achterwacht.protocol.Protocol.Force;
import nl.achterwacht.protocol.Protocol.Words;
import nl.achterwacht.protocol.ProtocolResult.Done;
import nl.achterwacht.protocol.ProtocolResult.Reason;
import nl.achterwacht.protocol.ProtocolResult.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the protocol: the only writer of its tables. At most one version is being made at a time: a
 * draft, or one that waits for its day.
 */
public final class ProtocolKeeper {
  private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");

  /** Nobody is woken at midnight to read. */
  private static final LocalTime TOLD_FROM = LocalTime.of(9, 0);

  private final InstantSource clock;
  private final Journal journal;
  private final NoticeKeeper notices;
  private final RosterReader rosters;
  private final PeopleRegister people;
  private final ProtocolStore store = new ProtocolStore();

  public ProtocolKeeper(
      InstantSource clock,
      Journal journal,
      NoticeKeeper notices,
      RosterReader rosters,
      PeopleRegister people) {
    this.clock = clock;
    this.journal = journal;
    this.notices = notices;
    this.rosters = rosters;
    this.people = people;
  }

  /** The day that it is now where the organisations are. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), HERE);
  }

  public Protocol inForce(Tx tx, OrganisationId organisation) {
    return store.inForce(tx, organisation, today()).orElseGet(() -> shipped(organisation));
  }

  /** All versions, the newest first; the shipped one is the last. */
  public List<Protocol> versions(Tx tx, OrganisationId organisation) {
    var all = new ArrayList<>(store.all(tx, organisation));
    all.add(shipped(organisation));
    return all;
  }

  public Optional<Protocol> find(Tx tx, OrganisationId organisation, int number) {
    return versions(tx, organisation).stream().filter(one -> one.number() == number).findFirst();
  }

  /** The draft, or what waits for its day. */
  public Optional<Protocol> next(Tx tx, OrganisationId organisation) {
    return store.newest(tx, organisation).filter(this::isNext);
  }

  /**
   * Saves the draft.
   *
   * @param revision of the draft it was written on; 0 when there was none
   */
  public ProtocolResult save(
      Tx tx, OrganisationId organisation, Words words, int revision, PersonId by) {
    Instant now = clock.instant();
    Optional<Protocol> newest = store.newest(tx, organisation);
    Optional<Protocol> draft = newest.filter(one -> one.force() == null);
    if (draft.isEmpty() && newest.filter(this::isNext).isPresent()) {
      return new Refused(Reason.PLANNED);
    }
    boolean saved;
    if (draft.isPresent()) {
      saved = draft.get().revision() == revision && store.save(tx, draft.get(), words, by, now);
    } else {
      int number = newest.map(Protocol::number).orElse(0) + 1;
      saved = revision == 0 && store.insert(tx, organisation, number, words, by, now);
    }
    return saved
        ? new Done(store.newest(tx, organisation).orElseThrow())
        : new Refused(Reason.STALE);
  }

  public void discard(Tx tx, OrganisationId organisation) {
    store.discard(tx, organisation);
  }

  /**
   * Has the draft come into force on a day, today or later.
   *
   * @param revision of the draft that was looked at
   */
  public ProtocolResult putIntoForce(
      Tx tx, OrganisationId organisation, int revision, Force force, PersonId by) {
    Optional<Protocol> draft = store.newest(tx, organisation).filter(one -> one.force() == null);
    if (draft.isEmpty()) {
      return new Refused(Reason.NOTHING);
    }
    if (draft.get().revision() != revision) {
      return new Refused(Reason.STALE);
    }
    if (force.from().isBefore(today())) {
      return new Refused(Reason.PAST);
    }
    Instant day = force.from().atTime(TOLD_FROM).atZone(HERE).toInstant();
    Instant now = clock.instant();
    store.force(tx, draft.get(), force, day.isAfter(now) ? day : now);
    note(tx, organisation, "protocol.put-into-force", draft.get().number(), by, now);
    return new Done(find(tx, organisation, draft.get().number()).orElseThrow());
  }

  /** Makes what waits for its day a draft again. */
  public ProtocolResult takeBack(Tx tx, OrganisationId organisation, PersonId by) {
    Optional<Protocol> planned =
        store.newest(tx, organisation).filter(this::isNext).filter(one -> one.force() != null);
    if (planned.isEmpty()) {
      return new Refused(Reason.NOTHING);
    }
    store.recall(tx, planned.get());
    int number = planned.get().number();
    note(tx, organisation, "protocol.taken-back", number, by, clock.instant());
    return new Done(find(tx, organisation, number).orElseThrow());
  }

  /**
   * Somebody read and understood a version.
   *
   * @return when; empty when there is no such version to read
   */
  public Optional<Instant> read(
      Tx tx, OrganisationId organisation, PersonId person, int number, Instant at) {
    boolean isThere =
        find(tx, organisation, number)
            .filter(one -> number == 0 || (one.force() != null && !isNext(one)))
            .isPresent();
    if (!isThere) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    if (store.read(tx, organisation, person, number, at.isAfter(now) ? now : at)) {
      note(tx, organisation, "protocol.read", number, person, now);
    }
    return readAt(tx, organisation, person, number);
  }

  /** When somebody read a version; empty when they have not. */
  public Optional<Instant> readAt(Tx tx, OrganisationId organisation, PersonId person, int number) {
    return store.receipts(tx, organisation, person).stream()
        .filter(one -> one.number() == number)
        .map(ProtocolStore.Receipt::readAt)
        .findFirst();
  }

  /** Who has read the version in force and who has not, of one team or of everybody. */
  public List<Reader> readers(Tx tx, OrganisationId organisation, @Nullable TeamId team) {
    return readers(tx, organisation, team, inForce(tx, organisation).number());
  }

  /**
   * Tells those who have not read what came into force, and tells them again later.
   *
   * @return how many versions were looked at, of all organisations
   */
  public int wakeDue(Database database, int limit) {
    Instant now = clock.instant();
    return database.inTransaction(tx -> {
      Map<Protocol, Boolean> due = store.claimDue(tx, now, limit);
      due.forEach((protocol, again) -> woken(tx, protocol, again, now));
      return due.size();
    });
  }

  private void woken(Tx tx, Protocol protocol, boolean again, Instant now) {
    Force force = protocol.force();
    if (force == null || inForce(tx, protocol.organisation()).number() != protocol.number()) {
      store.sleep(tx, protocol, now, null);
      return;
    }
    NoticeKind kind = again ? NoticeKind.PROTOCOL_REMINDER : NoticeKind.PROTOCOL_TO_READ;
    List<Person> unread =
        readers(tx, protocol.organisation(), null, protocol.number()).stream()
            .filter(reader -> reader.readAt() == null)
            .map(Reader::person)
            .toList();
    tell(tx, protocol.organisation(), unread, kind, now);
    store.sleep(tx, protocol, now, now.plus(Duration.ofDays(force.remindAfterDays())));
  }

  private void tell(
      Tx tx, OrganisationId organisation, List<Person> whom, NoticeKind kind, Instant now) {
    Map<PersonRef, Person> byRef = new HashMap<>();
    whom.forEach(one -> byRef.put(new PersonRef(organisation, one.id()), one));
    Map<PersonRef, Reachable> reachable = rosters.reachable(tx, byRef.keySet());
    List<Telling> tellings = new ArrayList<>();
    byRef.forEach((ref, person) -> {
      Reachable one = reachable.get(ref);
      if (one != null) {
        tellings.add(
            new Telling(one, kind, OwnApp.params(person.roles()), new Subject(null, -1, 0, null)));
      }
    });
    notices.tell(tx, tellings, now);
  }

  private List<Reader> readers(
      Tx tx, OrganisationId organisation, @Nullable TeamId team, int number) {
    Map<PersonId, Instant> read = new HashMap<>();
    Map<PersonId, Integer> before = new HashMap<>();
    for (ProtocolStore.Receipt receipt : store.receipts(tx, organisation, null)) {
      if (receipt.number() == number) {
        read.put(receipt.person(), receipt.readAt());
      } else if (receipt.number() < number) {
        before.put(receipt.person(), receipt.number());
      }
    }
    return people.people(tx, organisation).stream()
        .filter(person -> team == null || person.team().equals(team))
        .map(person -> new Reader(person, read.get(person.id()), before.get(person.id())))
        .toList();
  }

  private boolean isNext(Protocol one) {
    return one.force() == null || one.force().from().isAfter(today());
  }

  private static Protocol shipped(OrganisationId organisation) {
    return new Protocol(organisation, 0, ShippedProtocol.WORDS, null, null, 0, null);
  }

  private void note(
      Tx tx, OrganisationId organisation, String kind, int number, PersonId by, Instant now) {
    String data = Json.write(Map.of("version", number));
    journal.record(
        tx, List.of(new Entry(organisation, now, kind, by.value(), null, null, null, null, data)));
  }
}

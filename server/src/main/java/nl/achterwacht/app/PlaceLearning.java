package nl.achterwacht.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.journal.JournalReader;
import nl.achterwacht.journal.JournalReader.Line;
import nl.achterwacht.people.Organisation;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.place.Address;
import nl.achterwacht.place.AddressCheck;
import nl.achterwacht.place.Place;
import nl.achterwacht.place.PlaceRegister;
import nl.achterwacht.place.area.Boundaries;
import nl.achterwacht.place.coverage.CoverageMemory;
import nl.achterwacht.place.coverage.CoverageRules;
import nl.achterwacht.place.coverage.CoverageRules.PhoneAct;
import nl.achterwacht.visit.Visit;
import nl.achterwacht.visit.VisitQuery;
import nl.achterwacht.visit.VisitRegister;
import nl.achterwacht.watch.Watch;
import nl.achterwacht.watch.WatchRegister;
import nl.achterwacht.watch.WatchState;
import org.jspecify.annotations.Nullable;

/**
 * Learns from visits that are over: whether the phone was heard there, and whether the worker had
 * to leave or called for help. Reads the journal only after the watch was closed, so nothing of a
 * silent alarm shows while it goes on.
 */
final class PlaceLearning {
  /** A visit that was planned to begin so long ago is over, or nearly always so. */
  static final Duration SETTLED = Duration.ofHours(6);

  /** Looked at again for so long: a watch may be closed late, and a server may have been away. */
  static final Duration LOOK_BACK = Duration.ofDays(3);

  private static final int AT_ONCE = 200;
  private static final int MOST_LINES = 500;

  private final InstantSource clock;
  private final VisitRegister visits;
  private final PeopleRegister people = new PeopleRegister();
  private final WatchRegister watches = new WatchRegister();
  private final JournalReader journal = new JournalReader();
  private final PlaceRegister places = new PlaceRegister();
  private final CoverageMemory memory;
  private final Boundaries boundaries;

  PlaceLearning(
      InstantSource clock, VisitRegister visits, CoverageMemory memory, Boundaries boundaries) {
    this.clock = clock;
    this.visits = visits;
    this.memory = memory;
    this.boundaries = boundaries;
  }

  /** Learns what is new, in every organisation; returns from how many visits. */
  int learn(Database database) {
    int learned = 0;
    for (Organisation organisation : database.inTransaction(people::organisations)) {
      for (int offset = 0; ; offset += AT_ONCE) {
        Page page = page(database, organisation.id(), offset);
        learned += page.learned();
        if (page.visits() < AT_ONCE) {
          break;
        }
      }
    }
    database.inTransaction(memory::sweep);
    return learned;
  }

  private record Page(int visits, int learned) {}

  private Page page(Database database, OrganisationId organisation, int offset) {
    Instant now = clock.instant();
    var query = new VisitQuery(null, now.minus(LOOK_BACK), now.minus(SETTLED), offset, AT_ONCE);
    return database.inTransaction(tx -> {
      List<Visit> some = visits.list(tx, organisation, query);
      Set<UUID> known =
          memory.known(tx, organisation, some.stream().map(v -> v.id().value()).toList());
      int learned = 0;
      for (Visit visit : some) {
        if (!known.contains(visit.id().value()) && learnFrom(tx, visit)) {
          learned++;
        }
      }
      return new Page(some.size(), learned);
    });
  }

  private boolean learnFrom(Tx tx, Visit visit) {
    @Nullable Watch watch = watches.find(tx, visit.organisation(), visit.watch());
    @Nullable Instant startedAt = watch == null ? null : watch.startedAt();
    if (watch == null || startedAt == null || !(watch.state() instanceof WatchState.Closed)) {
      return false;
    }
    Address address = address(visit);
    if (!AddressCheck.faults(address).isEmpty()) {
      return false;
    }
    Place place =
        places.findOrMake(
            tx, visit.organisation(), boundaries.located(tx, visit.organisation(), address));
    List<Line> lines =
        journal.about(tx, visit.organisation(), visit.watch().value(), null, null, MOST_LINES);
    memory.note(
        tx,
        visit.organisation(),
        new CoverageMemory.Visited(
            visit.id().value(),
            place.id(),
            visit.appointment().place().floor(),
            startedAt,
            CoverageRules.judge(acts(lines)),
            count(lines, "watch.departed"),
            count(lines, "watch.help-asked"),
            response(lines)));
    return true;
  }

  private static Address address(Visit visit) {
    var planned = visit.appointment().place();
    Address typed = Address.ofText(planned.address());
    Double latitude = planned.latitude();
    Double longitude = planned.longitude();
    return latitude == null || longitude == null
        ? typed
        : typed.at(new Address.Point(latitude, longitude));
  }

  private static List<PhoneAct> acts(List<Line> lines) {
    var acts = new ArrayList<PhoneAct>();
    for (Line line : lines) {
      Instant madeAt = line.madeAt();
      if (madeAt != null && line.watchId() != null) {
        boolean onSite = Json.tree(line.dataJson()).path("leg").asString("").equals("on-site");
        acts.add(new PhoneAct(madeAt, line.at(), onSite));
      }
    }
    return acts;
  }

  /** From the first alarm until somebody was there. */
  static @Nullable Duration response(List<Line> lines) {
    Instant opened = first(lines, "alarm.opened");
    Instant arrived = first(lines, "alarm.arrived");
    return opened == null || arrived == null || arrived.isBefore(opened)
        ? null
        : Duration.between(opened, arrived);
  }

  private static @Nullable Instant first(List<Line> lines, String kind) {
    return lines.stream()
        .filter(line -> line.kind().equals(kind))
        .map(Line::at)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private static int count(List<Line> lines, String kind) {
    return (int) lines.stream().filter(line -> line.kind().equals(kind)).count();
  }
}

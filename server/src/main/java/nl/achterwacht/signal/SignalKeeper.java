package nl.achterwacht.signal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Slice;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.journal.Entry;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.place.Address;
import nl.achterwacht.place.Place;
import nl.achterwacht.place.PlaceRegister;
import nl.achterwacht.place.area.HotSpots;
import nl.achterwacht.task.NewTask;
import nl.achterwacht.task.Task;
import nl.achterwacht.task.TaskKeeper;
import nl.achterwacht.task.TaskKind;
import nl.achterwacht.task.TaskState;
import org.jspecify.annotations.Nullable;

/**
 * Keeps early signals: the only writer of their table. Each signal makes a task in the same
 * transaction; signals that repeat at an address or in a street make another one, to decide about a
 * caution or a hot spot.
 */
public final class SignalKeeper {
  /** So many at one address within {@link #REPEATS_WITHIN} ask for a decision. */
  static final int REPEATS_AT_PLACE = 3;

  /** So many in one street. */
  static final int REPEATS_IN_STREET = 5;

  static final Duration REPEATS_WITHIN = Duration.ofDays(90);
  private static final Duration TO_DECIDE = Duration.ofDays(7);

  private final InstantSource clock;
  private final Journal journal;
  private final TaskKeeper tasks;
  private final PlaceRegister places;
  private final HotSpots hotSpots;
  private final SignalStore store = new SignalStore();

  public SignalKeeper(
      InstantSource clock,
      Journal journal,
      TaskKeeper tasks,
      PlaceRegister places,
      HotSpots hotSpots) {
    this.clock = clock;
    this.journal = journal;
    this.tasks = tasks;
    this.places = places;
    this.hotSpots = hotSpots;
  }

  /**
   * What somebody reports.
   *
   * @param address where, as it was written; null when it belongs to no address
   * @param watch the watch it was made under or after
   * @param fromDebrief it is the debrief of that watch, which counts once
   */
  public record Report(
      OrganisationId organisation,
      PersonId reporter,
      TeamId team,
      boolean anonymous,
      Signal.Said said,
      @Nullable String address,
      @Nullable UUID watch,
      boolean fromDebrief,
      Instant madeAt) {}

  /** Takes a report in. Empty when the debrief of this watch was reported before. */
  public Optional<Signal> report(Tx tx, Report report) {
    @Nullable Place place =
        report.address() == null || report.address().isBlank()
            ? null
            : places.findOrMake(
                tx, report.organisation(), Address.ofText(report.address().strip()));
    var signal =
        new Signal(
            report.organisation(),
            SignalId.next(),
            report.reporter(),
            report.team(),
            report.anonymous(),
            report.said(),
            place == null ? null : place.id(),
            report.watch(),
            report.madeAt());
    if (!store.insert(tx, signal, report.fromDebrief())) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    journal.record(tx, List.of(entry(signal, now)));
    openTask(tx, signal, TaskKind.SIGNAL, signal.id().value(), "", now.plus(toAnswer(signal)));
    if (place != null) {
      hotSpots.note(
          tx,
          signal.organisation(),
          HotSpots.Happening.SIGNAL,
          signal.id().value(),
          place.id(),
          signal.madeAt());
      lookForRepeats(tx, signal, place, now);
    }
    return Optional.of(signal);
  }

  /** One signal; empty when there is none, or no more. */
  public Optional<Signal> find(Tx tx, OrganisationId organisation, SignalId id) {
    return store.find(tx, organisation, id);
  }

  /** The latest signals first; of one team or one reporter when that is asked. */
  public List<Signal> list(
      Tx tx,
      OrganisationId organisation,
      @Nullable TeamId team,
      @Nullable PersonId reporter,
      Slice slice) {
    return store.list(tx, organisation, team, reporter, slice);
  }

  /** Deletes what signals counted for longer ago than a hot spot looks back, everywhere. */
  public int sweep(Database database) {
    return database.inTransaction(hotSpots::sweep);
  }

  /** Within how long it is answered, by how serious it is. */
  static Duration toAnswer(Signal signal) {
    return switch (signal.said().severity()) {
      case 3 -> Duration.ofDays(1);
      case 2 -> Duration.ofDays(3);
      default -> Duration.ofDays(7);
    };
  }

  private void lookForRepeats(Tx tx, Signal signal, Place place, Instant now) {
    Instant since = now.minus(REPEATS_WITHIN);
    OrganisationId organisation = signal.organisation();
    if (store.countAt(tx, organisation, place.id(), since) >= REPEATS_AT_PLACE) {
      openOnce(tx, signal, TaskKind.CAUTION, place.id().value(), "", now);
    }
    @Nullable String street = place.address().street();
    @Nullable String town = place.address().town();
    if (street != null
        && town != null
        && store.countIn(tx, organisation, street, town, since) >= REPEATS_IN_STREET) {
      String name = street + ", " + town;
      UUID subject = UUID.nameUUIDFromBytes((organisation + name).getBytes(StandardCharsets.UTF_8));
      openOnce(tx, signal, TaskKind.HOT_SPOT, subject, name, now);
    }
  }

  /** Whoever decided within the same months is not asked again. */
  private void openOnce(
      Tx tx, Signal signal, TaskKind kind, UUID subject, String what, Instant now) {
    boolean decides =
        tasks.about(tx, signal.organisation(), List.of(subject)).stream()
            .filter(task -> task.kind() == kind)
            .anyMatch(task -> isStanding(task, now));
    if (!decides) {
      openTask(tx, signal, kind, subject, what, now.plus(TO_DECIDE));
    }
  }

  private static boolean isStanding(Task task, Instant now) {
    return switch (task.state()) {
      case TaskState.Open _ -> true;
      case TaskState.Ended ended -> ended.at().isAfter(now.minus(REPEATS_WITHIN));
    };
  }

  private void openTask(
      Tx tx, Signal signal, TaskKind kind, UUID subject, String what, Instant dueAt) {
    tasks.open(
        tx,
        new NewTask(signal.organisation(), kind, signal.team(), subject, what, null, null, dueAt));
  }

  /** The journal does not tell who reported it: that may be anonymous. */
  private static Entry entry(Signal signal, Instant now) {
    return new Entry(
        signal.organisation(),
        now,
        "signal.reported",
        signal.anonymous() ? null : signal.reporter().value(),
        signal.anonymous() ? null : signal.watch(),
        null,
        null,
        signal.madeAt(),
        "{\"signalId\":\"" + signal.id() + "\"}");
  }
}

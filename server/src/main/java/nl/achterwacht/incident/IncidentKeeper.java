package nl.achterwacht.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Slice;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.incident.IncidentResult.Reason;
import nl.achterwacht.place.Address;
import nl.achterwacht.place.PlaceId;
import nl.achterwacht.place.PlaceRegister;
import nl.achterwacht.place.area.HotSpots;
import org.jspecify.annotations.Nullable;

/**
 * Keeps incidents: reported with very little, filled in later, closed when nothing must follow any
 * more. The only writer of their table; {@link AftercareKeeper} keeps what follows.
 */
public final class IncidentKeeper {
  /** What the same person changes within so long is one change; a form saves by itself. */
  private static final Duration ONE_SITTING = Duration.ofMinutes(10);

  private final InstantSource clock;
  private final IncidentJournal journal;
  private final PlaceRegister places;
  private final HotSpots hotSpots;
  private final AftercareKeeper aftercare;
  private final IncidentStore store = new IncidentStore();
  private final EditStore edits = new EditStore();

  public IncidentKeeper(
      InstantSource clock,
      IncidentJournal journal,
      PlaceRegister places,
      HotSpots hotSpots,
      AftercareKeeper aftercare) {
    this.clock = clock;
    this.journal = journal;
    this.places = places;
    this.hotSpots = hotSpots;
    this.aftercare = aftercare;
  }

  /**
   * What somebody reports.
   *
   * @param address where, as it was written; null when it belongs to no address
   * @param involved who of us, with their role
   */
  public record Report(
      OrganisationId organisation,
      PersonId reporter,
      TeamId team,
      IncidentKind kind,
      Instant happenedAt,
      @Nullable String address,
      Incident.Source from,
      @Nullable Integer seriousness,
      Details details,
      Facts facts,
      Map<PersonId, String> involved) {}

  /** How somebody fills the form in. */
  public record Form(
      int version,
      IncidentKind kind,
      Instant happenedAt,
      @Nullable String address,
      @Nullable Integer seriousness,
      Details details) {}

  /**
   * Takes a report in, and plans what must follow. Empty when the alarm it comes from has one
   * already; see {@link #ofAlarm}.
   */
  public Optional<Incident> report(Tx tx, Report report) {
    Instant now = clock.instant();
    var made =
        new Incident(
            report.organisation(),
            IncidentId.next(),
            report.team(),
            report.kind(),
            report.happenedAt(),
            report.reporter(),
            now,
            placeOf(tx, report.organisation(), report.address()),
            report.from(),
            report.seriousness(),
            report.details(),
            report.facts(),
            report.reporter(),
            now,
            null,
            null,
            0);
    if (!store.insert(tx, made)) {
      return Optional.empty();
    }
    journal.note(tx, made, "reported", report.reporter());
    count(tx, made);
    report.involved().forEach((person, role) -> aftercare.involve(tx, made, person, role));
    aftercare.planned(tx, made);
    return Optional.of(made);
  }

  /** Stores the form; how it stood before is kept, unless the same person wrote it just now. */
  public IncidentResult edit(
      Tx tx, OrganisationId organisation, IncidentId id, Form form, PersonId by) {
    Optional<Incident> found = store.lock(tx, organisation, id);
    if (found.isEmpty()) {
      return new IncidentResult.Unknown();
    }
    Incident before = found.get();
    if (!before.isOpen()) {
      return new IncidentResult.Refused(Reason.CLOSED);
    }
    if (before.version() != form.version()) {
      return new IncidentResult.Refused(Reason.CHANGED_MEANWHILE);
    }
    Instant now = clock.instant();
    boolean sameSitting =
        before.changedBy().equals(by) && now.isBefore(before.changedAt().plus(ONE_SITTING));
    if (!sameSitting) {
      edits.keep(tx, before);
      journal.note(tx, before, "edited", by);
    }
    Incident after = edited(tx, before, form, by, sameSitting ? before.changedAt() : now);
    store.update(tx, after);
    count(tx, after);
    return new IncidentResult.Done(id);
  }

  /** As a number, for hot spots. */
  private void count(Tx tx, Incident incident) {
    @Nullable PlaceId place = incident.place();
    if (place != null && incident.kind() == IncidentKind.AGGRESSION) {
      hotSpots.note(
          tx,
          incident.organisation(),
          HotSpots.Happening.INCIDENT,
          incident.id().value(),
          place,
          incident.happenedAt());
    }
  }

  private Incident edited(Tx tx, Incident before, Form form, PersonId by, Instant at) {
    return new Incident(
        before.organisation(),
        before.id(),
        before.team(),
        form.kind(),
        form.happenedAt(),
        before.madeBy(),
        before.madeAt(),
        placeOf(tx, before.organisation(), form.address()),
        before.from(),
        form.seriousness(),
        form.details(),
        before.facts(),
        by,
        at,
        null,
        null,
        before.version() + 1);
  }

  /** Closes it, when nothing must follow any more. */
  public IncidentResult close(Tx tx, OrganisationId organisation, IncidentId id, PersonId by) {
    Optional<Incident> found = store.lock(tx, organisation, id);
    if (found.isEmpty()) {
      return new IncidentResult.Unknown();
    }
    Incident before = found.get();
    Optional<Reason> no = whyNotClosed(tx, before);
    if (no.isPresent()) {
      return new IncidentResult.Refused(no.get());
    }
    store.update(tx, closed(before, by, clock.instant()));
    journal.note(tx, before, "closed", by);
    return new IncidentResult.Done(id);
  }

  private Optional<Reason> whyNotClosed(Tx tx, Incident incident) {
    if (!incident.isOpen()) {
      return Optional.of(Reason.ALREADY_ENDED);
    }
    if (incident.seriousness() == null) {
      return Optional.of(Reason.NOT_JUDGED);
    }
    boolean cared =
        aftercare.involved(tx, incident.organisation(), incident.id()).stream()
            .noneMatch(one -> one.isVictim() && one.closedAt() == null);
    if (!cared) {
      return Optional.of(Reason.AFTERCARE_OPEN);
    }
    return aftercare.steps(tx, incident.organisation(), incident.id()).stream()
            .anyMatch(Step::isOpen)
        ? Optional.of(Reason.STEPS_OPEN)
        : Optional.empty();
  }

  private static Incident closed(Incident before, PersonId by, Instant now) {
    return new Incident(
        before.organisation(),
        before.id(),
        before.team(),
        before.kind(),
        before.happenedAt(),
        before.madeBy(),
        before.madeAt(),
        before.place(),
        before.from(),
        before.seriousness(),
        before.details(),
        before.facts(),
        before.changedBy(),
        before.changedAt(),
        now,
        by,
        before.version() + 1);
  }

  public Optional<Incident> find(Tx tx, OrganisationId organisation, IncidentId id) {
    return store.find(tx, organisation, id);
  }

  /** The incident of this alarm, if it has one. */
  public Optional<Incident> ofAlarm(Tx tx, OrganisationId organisation, UUID alarm) {
    return store.ofAlarm(tx, organisation, alarm);
  }

  /** What happened last comes first. */
  public List<IncidentLine> list(
      Tx tx, OrganisationId organisation, IncidentQuery query, Slice slice) {
    return store.list(tx, organisation, query, slice);
  }

  /** How it stood before it was changed, the latest first. */
  public List<IncidentVersion> versions(Tx tx, OrganisationId organisation, IncidentId id) {
    return edits.of(tx, organisation, id);
  }

  public Perpetrator perpetrator(Tx tx, OrganisationId organisation, IncidentId id) {
    return edits.perpetrator(tx, organisation, id);
  }

  /** Notes who did it; for who may. */
  public void setPerpetrator(Tx tx, Incident incident, Perpetrator perpetrator, PersonId by) {
    edits.setPerpetrator(tx, incident.organisation(), incident.id(), perpetrator);
    journal.note(tx, incident, "perpetrator-noted", by);
  }

  private @Nullable PlaceId placeOf(Tx tx, OrganisationId organisation, @Nullable String address) {
    return address == null || address.isBlank()
        ? null
        : places.findOrMake(tx, organisation, Address.ofText(address.strip())).id();
  }
}

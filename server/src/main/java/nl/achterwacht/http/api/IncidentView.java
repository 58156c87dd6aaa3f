package nl.achterwacht.http.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.incident.Details;
import nl.achterwacht.incident.Facts;
import nl.achterwacht.incident.Incident;
import nl.achterwacht.incident.IncidentKind;
import nl.achterwacht.incident.IncidentLine;
import nl.achterwacht.incident.Involved;
import nl.achterwacht.incident.LabourNotice;
import nl.achterwacht.incident.Letter;
import nl.achterwacht.incident.Measure;
import nl.achterwacht.incident.Perpetrator;
import nl.achterwacht.incident.Step;
import nl.achterwacht.place.PlaceId;
import nl.achterwacht.task.Task;
import nl.achterwacht.task.TaskId;
import nl.achterwacht.task.TaskState;
import org.jspecify.annotations.Nullable;

/** Incidents as pages show them: the contract's {@code Incident}, as far as the caller may see. */
final class IncidentView {
  private final IncidentDoors doors;
  private final AttachmentView attachments;

  IncidentView(IncidentDoors doors) {
    this.doors = doors;
    this.attachments = new AttachmentView(doors.attachments());
  }

  record LineJson(
      UUID id,
      String kind,
      Instant happenedAt,
      UUID teamId,
      String teamName,
      @Nullable Integer seriousness,
      List<String> behaviours,
      boolean complete,
      int openSteps,
      @Nullable Instant nextDueAt,
      boolean aftercareOpen,
      @Nullable Instant closedAt) {}

  record InvolvedJson(
      UUID personId,
      String personName,
      String role,
      @Nullable Instant aftercareClosedAt,
      @Nullable String aftercareClosedByName,
      @Nullable String aftercareWord) {}

  record StepJson(
      UUID id,
      @Nullable UUID personId,
      String kind,
      String state,
      Instant dueAt,
      @Nullable String ownerName,
      int rung,
      @Nullable Instant endedAt,
      @Nullable String heldByName,
      @Nullable LocalDate nextOn) {}

  record IncidentJson(
      UUID id,
      int version,
      String kind,
      Instant happenedAt,
      Instant madeAt,
      String reporterName,
      UUID teamId,
      String teamName,
      @Nullable String address,
      @Nullable Integer seriousness,
      Details details,
      Facts facts,
      @Nullable Perpetrator perpetrator,
      String labourNotice,
      List<String> missing,
      boolean mayManage,
      boolean mayEdit,
      List<InvolvedJson> involved,
      List<StepJson> steps,
      List<MeasureJson> measures,
      List<LetterJson> letters,
      List<AttachmentView.AttachmentJson> attachments,
      @Nullable Instant closedAt,
      @Nullable String closedByName) {}

  record MeasureJson(
      UUID id,
      String kind,
      List<String> behaviours,
      String terms,
      String decidedByName,
      LocalDate startsOn,
      LocalDate endsOn,
      LocalDate reviewOn,
      boolean inForce,
      @Nullable LocalDate heardOn,
      @Nullable String notHeardBecause,
      String objection,
      @Nullable LocalDate objectionOn,
      @Nullable String toldTo) {
    static MeasureJson of(Names names, Measure one, LocalDate today) {
      return new MeasureJson(
          one.id(),
          one.kind(),
          one.behaviours(),
          one.term().text(),
          names.nameOf(one.decidedBy()),
          one.term().startsOn(),
          one.term().endsOn(),
          one.term().reviewOn(),
          one.isInForce(today),
          one.hearing().on(),
          one.hearing().notBecause(),
          one.objection().state(),
          one.objection().on(),
          one.toldTo());
    }
  }

  record LetterJson(
      UUID id,
      UUID measureId,
      String template,
      String subject,
      String body,
      String madeByName,
      Instant madeAt,
      @Nullable LocalDate sentOn) {
    static LetterJson of(Names names, Letter one) {
      return new LetterJson(
          one.id(),
          one.measure(),
          one.template(),
          one.text().subject(),
          one.text().body(),
          names.nameOf(one.madeBy()),
          one.madeAt(),
          one.sentOn());
    }
  }

  LineJson line(Names names, IncidentLine line) {
    Incident incident = line.incident();
    return new LineJson(
        incident.id().value(),
        incident.kind().text(),
        incident.happenedAt(),
        incident.team().value(),
        names.teamName(incident.team()),
        incident.seriousness(),
        incident.details().behaviours(),
        missing(incident).isEmpty(),
        line.openSteps(),
        line.nextDueAt(),
        line.aftercareOpen(),
        incident.closedAt());
  }

  IncidentJson page(Tx tx, Caller caller, IncidentSight.Seen seen) {
    Incident incident = seen.incident();
    OrganisationId organisation = incident.organisation();
    Names names = Names.of(tx, doors.people(), organisation);
    PersonId viewer = caller.person();
    return new IncidentJson(
        incident.id().value(),
        incident.version(),
        incident.kind().text(),
        incident.happenedAt(),
        incident.madeAt(),
        names.nameOf(incident.madeBy()),
        incident.team().value(),
        names.teamName(incident.team()),
        address(tx, organisation, incident.place()),
        incident.seriousness(),
        incident.details(),
        incident.facts(),
        seen.manages() ? doors.incidents().perpetrator(tx, organisation, incident.id()) : null,
        LabourNotice.of(incident.details()).name().toLowerCase(Locale.ROOT).replace('_', '-'),
        missing(incident),
        seen.manages(),
        incident.isOpen(),
        seen.involved().stream()
            .filter(one -> seen.manages() || one.person().equals(viewer))
            .map(one -> involved(names, one))
            .toList(),
        steps(tx, names, seen, viewer),
        doors.measures().of(tx, organisation, incident.id()).stream()
            .map(one -> MeasureJson.of(names, one, today()))
            .toList(),
        seen.manages()
            ? doors.letters().of(tx, organisation, incident.id()).stream()
                .map(one -> LetterJson.of(names, one))
                .toList()
            : List.of(),
        attachments.all(tx, organisation, incident.id().value(), names),
        incident.closedAt(),
        incident.closedBy() == null ? null : names.nameOf(incident.closedBy()));
  }

  /** What the form still asks before it says enough; the codes of its fields. */
  static List<String> missing(Incident incident) {
    List<String> missing = new ArrayList<>();
    if (incident.seriousness() == null) {
      missing.add("seriousness");
    }
    if (incident.kind() == IncidentKind.AGGRESSION && incident.details().behaviours().isEmpty()) {
      missing.add("behaviours");
    }
    if (incident.details().setting() == null) {
      missing.add("setting");
    }
    if (incident.details().consequences() == null) {
      missing.add("consequences");
    }
    if (incident.kind() == IncidentKind.AGGRESSION && incident.details().police() == null) {
      missing.add("police");
    }
    if (incident.kind() == IncidentKind.ACCIDENT
        && LabourNotice.of(incident.details()) == LabourNotice.UNKNOWN) {
      missing.add("inspectorate");
    }
    return missing;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(doors.clock().instant(), IncidentPapers.ZONE);
  }

  @Nullable String address(Tx tx, OrganisationId organisation, @Nullable PlaceId place) {
    return place == null
        ? null
        : doors
            .places()
            .find(tx, organisation, place)
            .map(found -> found.address().text())
            .orElse(null);
  }

  private static InvolvedJson involved(Names names, Involved one) {
    @Nullable PersonId closedBy = one.closedBy();
    return new InvolvedJson(
        one.person().value(),
        names.nameOf(one.person()),
        one.role(),
        one.closedAt(),
        closedBy == null ? null : names.nameOf(closedBy),
        one.closedWord());
  }

  private List<StepJson> steps(Tx tx, Names names, IncidentSight.Seen seen, PersonId viewer) {
    Incident incident = seen.incident();
    Map<TaskId, Task> tasks = new HashMap<>();
    doors
        .tasks()
        .about(tx, incident.organisation(), List.of(incident.id().value()))
        .forEach(task -> tasks.put(task.id(), task));
    return doors.aftercare().steps(tx, incident.organisation(), incident.id()).stream()
        .filter(step -> seen.manages() || viewer.equals(step.person()))
        .map(step -> step(names, step, tasks.get(step.task())))
        .toList();
  }

  private static StepJson step(Names names, Step step, @Nullable Task task) {
    TaskState.@Nullable Open open =
        task != null && task.state() instanceof TaskState.Open state ? state : null;
    @Nullable PersonId person = step.person();
    @Nullable PersonId heldBy = step.heldBy();
    return new StepJson(
        step.id(),
        person == null ? null : person.value(),
        step.kind().text(),
        step.outcome() == null ? "open" : step.outcome(),
        open == null ? step.dueAt() : open.dueAt(),
        open == null ? null : names.nameOf(open.owner()),
        open == null ? 0 : open.rung(),
        step.endedAt(),
        heldBy == null ? null : names.nameOf(heldBy),
        step.nextOn());
  }
}

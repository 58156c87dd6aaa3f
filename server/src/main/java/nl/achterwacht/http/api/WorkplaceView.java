package nl.achterwacht.http.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.drill.ResponseTimes;
import nl.achterwacht.http.api.AssessmentView.SummaryJson;
import nl.achterwacht.http.api.WorkplaceCards.MeasuredJson;
import nl.achterwacht.place.Place;
import nl.achterwacht.place.PlaceId;
import nl.achterwacht.task.Task;
import nl.achterwacht.task.TaskKind;
import nl.achterwacht.task.TaskState;
import nl.achterwacht.workplace.Workplace;
import nl.achterwacht.workplace.Workplace.Change;
import nl.achterwacht.workplace.WorkplaceId;
import org.jspecify.annotations.Nullable;

/** Lone workplaces as pages show them. */
final class WorkplaceView {
  private final WorkplaceDoors doors;
  private final AssessmentView assessments;
  private final ResponseTimes responses = new ResponseTimes();

  WorkplaceView(WorkplaceDoors doors) {
    this.doors = doors;
    this.assessments = new AssessmentView(doors);
  }

  record WorkplaceJson(
      UUID id,
      int version,
      @JsonUnwrapped WorkplaceForm fields,
      String teamName,
      String ownerName,
      @Nullable UUID placeId,
      String madeByName,
      Instant madeAt,
      @Nullable Instant endedAt,
      @Nullable String endedByName,
      @Nullable String endReason,
      @Nullable MeasuredJson measured,
      @Nullable TaskJson review,
      SummaryJson summary) {}

  record ChangeJson(
      UUID id,
      Instant at,
      String byName,
      String field,
      @Nullable String was,
      @Nullable String became) {}

  /** What other modules know of one. */
  private record About(
      @Nullable Task review, ResponseTimes.@Nullable Measured measured, SummaryJson summary) {}

  /** {@code workplaces}, all of one organisation, in the same order. */
  List<WorkplaceJson> all(Tx tx, OrganisationId organisation, List<Workplace> workplaces) {
    Names names = Names.of(tx, doors.people(), organisation);
    Map<UUID, Task> reviews = reviews(tx, organisation, workplaces);
    Map<UUID, ResponseTimes.Measured> measured = responses.all(tx, organisation);
    Map<WorkplaceId, SummaryJson> summaries =
        assessments.summaries(
            tx, organisation, workplaces.stream().map(Workplace::id).toList(), names);
    return workplaces.stream()
        .map(one ->
            json(
                tx,
                one,
                names,
                new About(
                    reviews.get(one.id().value()),
                    measured.get(one.id().value()),
                    Objects.requireNonNull(summaries.get(one.id())))))
        .toList();
  }

  WorkplaceJson one(Tx tx, Workplace workplace) {
    return all(tx, workplace.organisation(), List.of(workplace)).getFirst();
  }

  /** Its address in words, if it has one. */
  @Nullable String address(Tx tx, OrganisationId organisation, @Nullable PlaceId id) {
    return id == null
        ? null
        : doors.places().find(tx, organisation, id).map(place -> place.address().text()).orElse("");
  }

  List<ChangeJson> changes(Tx tx, OrganisationId organisation, List<Change> changes) {
    Names names = Names.of(tx, doors.people(), organisation);
    return changes.stream()
        .map(change ->
            new ChangeJson(
                change.id(),
                change.at(),
                names.nameOf(change.by()),
                change.field(),
                inWords(tx, organisation, names, change.field(), change.was()),
                inWords(tx, organisation, names, change.field(), change.became())))
        .toList();
  }

  private @Nullable String inWords(
      Tx tx, OrganisationId organisation, Names names, String field, @Nullable String value) {
    if (value == null) {
      return null;
    }
    return switch (field) {
      case "teamId" -> names.teamName(new TeamId(UUID.fromString(value)));
      case "ownerId", "companionId" -> names.nameOf(new PersonId(UUID.fromString(value)));
      case "address" -> address(tx, organisation, new PlaceId(UUID.fromString(value)));
      default -> value;
    };
  }

  private Map<UUID, Task> reviews(Tx tx, OrganisationId organisation, List<Workplace> workplaces) {
    Map<UUID, Task> open = new HashMap<>();
    List<UUID> ids = workplaces.stream().map(one -> one.id().value()).toList();
    for (Task task : doors.tasks().about(tx, organisation, ids)) {
      if (task.kind() == TaskKind.REVIEW && task.state() instanceof TaskState.Open) {
        open.put(task.subject(), task);
      }
    }
    return open;
  }

  private WorkplaceJson json(Tx tx, Workplace one, Names names, About about) {
    @Nullable PlaceId placeId = one.details().place();
    @Nullable Place place =
        placeId == null ? null : doors.places().find(tx, one.organisation(), placeId).orElse(null);
    Workplace.@Nullable Ending ending = one.ending();
    return new WorkplaceJson(
        one.id().value(),
        one.version(),
        WorkplaceForm.of(one.details(), place == null ? null : place.address().text()),
        names.teamName(one.details().team()),
        names.nameOf(one.details().owner()),
        placeId == null ? null : placeId.value(),
        names.nameOf(one.madeBy()),
        one.madeAt(),
        ending == null ? null : ending.at(),
        ending == null ? null : names.nameOf(ending.by()),
        ending == null ? null : ending.reason(),
        MeasuredJson.of(about.measured()),
        about.review() == null ? null : TaskJson.of(about.review(), names),
        about.summary());
  }
}

package nl.achterwacht.http.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.alarm.Alarm;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.Slice;
import nl.achterwacht.base.Tx;
import nl.achterwacht.drill.Drill;
import nl.achterwacht.drill.DrillKeeper;
import nl.achterwacht.drill.Presences;
import nl.achterwacht.drill.ResponseTimes;
import nl.achterwacht.place.PlaceRegister;
import nl.achterwacht.workplace.Assessment;
import nl.achterwacht.workplace.AssessmentKeeper;
import nl.achterwacht.workplace.Decision;
import nl.achterwacht.workplace.Facts;
import nl.achterwacht.workplace.Workplace;
import nl.achterwacht.workplace.WorkplaceId;
import nl.achterwacht.workplace.WorkplaceKeeper;
import org.jspecify.annotations.Nullable;

/** What somebody at a workplace, and whoever comes to help there, must know. */
public final class WorkplaceCards {
  private static final int MOST_DRILLS = 50;

  private final WorkplaceKeeper workplaces;
  private final AssessmentKeeper assessments;
  private final DrillKeeper drills;
  private final PlaceRegister places;
  private final Presences presences = new Presences();
  private final ResponseTimes responses = new ResponseTimes();

  public WorkplaceCards(
      WorkplaceKeeper workplaces,
      AssessmentKeeper assessments,
      DrillKeeper drills,
      PlaceRegister places) {
    this.workplaces = workplaces;
    this.assessments = assessments;
    this.drills = drills;
    this.places = places;
  }

  /** How soon help came, in whole seconds. */
  record MeasuredJson(int times, int drills, long medianSeconds, long worstSeconds) {
    static @Nullable MeasuredJson of(ResponseTimes.@Nullable Measured measured) {
      return measured == null
          ? null
          : new MeasuredJson(
              measured.times(),
              measured.drills(),
              measured.median().toSeconds(),
              measured.worst().toSeconds());
    }
  }

  record RunningJson(UUID id, UUID alarmId, Instant startedAt, @Nullable Instant arrivedAt) {}

  record CardJson(
      UUID id,
      String name,
      @Nullable String address,
      @Nullable String spot,
      UUID teamId,
      @Nullable String alarmMeans,
      @Nullable String alarmResult,
      @Nullable String coverage,
      @Nullable String safeRoom,
      @Nullable String wayOut,
      @Nullable String firstAid,
      @Nullable String keyHolder,
      @Nullable String howHelpGetsIn,
      @Nullable Integer responseMinutes,
      @Nullable MeasuredJson measured,
      boolean withColleague,
      @Nullable RunningJson drill,
      List<Instant> plannedDrills) {}

  /**
   * What stands on the card.
   *
   * @param forHelpers also who has the key, which is a colleague's name and number
   */
  CardJson of(Tx tx, Workplace workplace, boolean forHelpers) {
    OrganisationId organisation = workplace.organisation();
    Workplace.Details details = workplace.details();
    Facts facts = details.facts();
    List<Drill> held = drills.list(tx, organisation, workplace.id(), Slice.first(MOST_DRILLS));
    return new CardJson(
        workplace.id().value(),
        details.name(),
        address(tx, workplace),
        details.spot(),
        details.team().value(),
        facts.alarmMeans(),
        facts.alarmResult(),
        facts.coverage(),
        facts.safeRoom(),
        facts.wayOut(),
        facts.firstAid(),
        forHelpers ? facts.keyHolder() : null,
        facts.howHelpGetsIn(),
        details.responseMinutes(),
        MeasuredJson.of(responses.all(tx, organisation).get(workplace.id().value())),
        asksColleague(tx, workplace),
        running(held),
        announced(held));
  }

  /** The card of where an alarm comes from; null when that is no workplace. */
  @Nullable CardJson ofAlarm(Tx tx, Alarm alarm) {
    @Nullable UUID watch = alarm.watchId();
    Optional<WorkplaceId> where =
        watch == null
            ? drills.ofAlarm(tx, alarm.organisation(), alarm.id()).map(Drill::workplace)
            : presences.of(tx, alarm.organisation(), watch);
    return where
        .flatMap(id -> workplaces.find(tx, alarm.organisation(), id))
        .map(workplace -> of(tx, workplace, true))
        .orElse(null);
  }

  @Nullable String address(Tx tx, Workplace workplace) {
    return workplace.details().place() == null
        ? null
        : places
            .find(tx, workplace.organisation(), workplace.details().place())
            .map(place -> place.address().text())
            .orElse(null);
  }

  Map<UUID, ResponseTimes.Measured> measured(Tx tx, OrganisationId organisation) {
    return responses.all(tx, organisation);
  }

  /** Whether what was measured is worse than what was agreed: never, sometimes or usually. */
  static String gap(@Nullable Integer minutes, ResponseTimes.@Nullable Measured measured) {
    if (minutes == null || measured == null) {
      return "none";
    }
    Duration agreed = Duration.ofMinutes(minutes);
    if (measured.median().compareTo(agreed) > 0) {
      return "usually";
    }
    return measured.worst().compareTo(agreed) > 0 ? "sometimes" : "none";
  }

  /** The decision says that nobody is there alone, or that a colleague comes along. */
  private boolean asksColleague(Tx tx, Workplace workplace) {
    @Nullable Assessment assessment =
        assessments
            .assessments(tx, workplace.organisation(), List.of(workplace.id()))
            .get(workplace.id());
    if (assessment == null) {
      return false;
    }
    Decision.@Nullable Outcome outcome = assessment.decision().map(Decision::outcome).orElse(null);
    return switch (outcome) {
      case NEVER -> true;
      case WITH_MEASURES ->
          assessment.measures().stream().anyMatch(one -> one.asked().kind().equals("colleague"));
      case ALLOWED -> false;
      case null -> false;
    };
  }

  private static @Nullable RunningJson running(List<Drill> drills) {
    for (Drill drill : drills) {
      Drill.@Nullable Start start = drill.start();
      Drill.@Nullable Arrival arrival = drill.arrival();
      if (start != null && drill.end() == null) {
        return new RunningJson(
            drill.id().value(),
            start.alarm().value(),
            start.at(),
            arrival == null ? null : arrival.at());
      }
    }
    return null;
  }

  /** Only what colleagues may know beforehand. */
  private static List<Instant> announced(List<Drill> drills) {
    return drills.stream()
        .filter(drill -> drill.start() == null && drill.end() == null)
        .filter(drill -> drill.plan().announced())
        .flatMap(drill -> Optional.ofNullable(drill.plan().at()).stream())
        .sorted()
        .toList();
  }
}

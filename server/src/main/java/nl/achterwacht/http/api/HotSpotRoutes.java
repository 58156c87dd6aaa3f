package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.place.area.Boundaries.Drawn;
import nl.achterwacht.place.area.HotSpot;
import nl.achterwacht.place.area.HotSpot.Area;
import nl.achterwacht.place.area.HotSpot.HotSpotId;
import nl.achterwacht.place.area.HotSpots.Count;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Hot spots: named by hand, and counted. */
@Controller
@RequestMapping(BASE + "/hot-spots")
public final class HotSpotRoutes {
  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
  private static final int COUNTS = 100;

  private final PlaceDoors doors;

  public HotSpotRoutes(PlaceDoors doors) {
    this.doors = doors;
  }

  record NewHotSpot(
      @Nullable String neighbourhoodCode,
      @Nullable String street,
      @Nullable String town,
      String reason,
      LocalDate endsOn) {
    Area area() {
      if (neighbourhoodCode != null && street == null && town == null) {
        return new Area.Neighbourhood(neighbourhoodCode);
      }
      if (neighbourhoodCode == null && street != null && town != null) {
        var area = new Area.Street(street.strip(), town.strip());
        if (!area.street().isEmpty() && !area.town().isEmpty()) {
          return area;
        }
      }
      throw Refusal.invalid("", "one-of", "Name a neighbourhood, or a street and its town.");
    }
  }

  record HotSpotEnding(String reason) {}

  record AreaJson(
      String kind,
      @Nullable String neighbourhoodCode,
      @Nullable String street,
      @Nullable String town,
      @Nullable String name) {
    static AreaJson of(Area area, @Nullable String name) {
      return switch (area) {
        case Area.Neighbourhood(String code) ->
            new AreaJson("neighbourhood", code, null, null, name);
        case Area.Street(String street, String town) ->
            new AreaJson("street", null, street, town, name);
      };
    }
  }

  record HotSpotJson(
      UUID id,
      AreaJson area,
      String reason,
      String enteredByName,
      Instant enteredAt,
      Instant endsAt,
      List<List<List<Double>>> outlines) {}

  record CountJson(
      AreaJson area, int visits, int departures, int panics, int signals, int incidents) {}

  record HotSpotsJson(List<HotSpotJson> items, List<CountJson> counts) {}

  @GetMapping
  Answer all(Received in) {
    OrganisationId organisation = in.caller().organisation();
    return doors
        .acts()
        .forCaller(
            in,
            tx ->
                Answer.ok(
                    new HotSpotsJson(
                        json(tx, organisation, doors.hotSpots().standing(tx, organisation)),
                        doors.hotSpots().count(tx, organisation, COUNTS).stream()
                            .map(HotSpotRoutes::json)
                            .toList())));
  }

  @PostMapping
  Answer add(Received in) {
    NewHotSpot asked = in.body(NewHotSpot.class);
    Area area = asked.area();
    String reason = why(asked.reason());
    Instant endsAt = asked.endsOn().atStartOfDay(AMSTERDAM).toInstant();
    if (!endsAt.isAfter(doors.clock().instant())) {
      throw Refusal.invalid("/endsOn", "past", "This day is over.");
    }
    if (endsAt.isAfter(doors.hotSpots().latestEnd())) {
      throw Refusal.invalid("/endsOn", "too-far", "Twelve months at most; enter it again then.");
    }
    Caller caller = in.caller();
    return doors
        .acts()
        .once(
            in,
            (tx, event) -> {
              HotSpot spot =
                  doors
                      .hotSpots()
                      .enter(tx, caller.organisation(), area, reason, caller.person(), endsAt);
              return Answer.created(json(tx, caller.organisation(), List.of(spot)).getFirst());
            });
  }

  @PostMapping("/{hotSpotId}/endings")
  Answer end(Received in) {
    Caller caller = in.caller();
    var id = new HotSpotId(in.id("hotSpotId"));
    String reason = why(in.body(HotSpotEnding.class).reason());
    return doors
        .acts()
        .once(
            in,
            (tx, _) -> {
              if (!doors.hotSpots().end(tx, caller.organisation(), id, reason, caller.person())) {
                throw Refusal.notFound("hot spot");
              }
              return Answer.done();
            });
  }

  private static String why(String words) {
    String reason = words.strip();
    if (reason.isEmpty()) {
      throw Refusal.invalid("/reason", "blank", "Tell why.");
    }
    return reason;
  }

  private List<HotSpotJson> json(Tx tx, OrganisationId organisation, List<HotSpot> spots) {
    Names names = Names.of(tx, doors.people(), organisation);
    List<String> codes =
        spots.stream()
            .filter(spot -> spot.area() instanceof Area.Neighbourhood)
            .map(spot -> ((Area.Neighbourhood) spot.area()).code())
            .toList();
    Map<String, Drawn> drawn = new HashMap<>();
    doors
        .boundaries()
        .drawn(tx, organisation, codes)
        .forEach(area -> drawn.put(area.neighbourhood().code(), area));
    return spots.stream().map(spot -> json(names, drawn, spot)).toList();
  }

  private static HotSpotJson json(Names names, Map<String, Drawn> drawn, HotSpot spot) {
    @Nullable Drawn area =
        spot.area() instanceof Area.Neighbourhood(String code) ? drawn.get(code) : null;
    String name =
        switch (spot.area()) {
          case Area.Neighbourhood _ -> area == null ? null : area.neighbourhood().name();
          case Area.Street(String street, String town) -> street + ", " + town;
        };
    return new HotSpotJson(
        spot.id().value(),
        AreaJson.of(spot.area(), name),
        spot.reason(),
        names.nameOf(spot.enteredBy()),
        spot.enteredAt(),
        spot.endsAt(),
        area == null ? List.of() : area.outlines());
  }

  private static CountJson json(Count count) {
    return new CountJson(
        AreaJson.of(count.area(), count.name()),
        count.visits(),
        count.departures(),
        count.panics(),
        count.signals(),
        count.incidents());
  }
}

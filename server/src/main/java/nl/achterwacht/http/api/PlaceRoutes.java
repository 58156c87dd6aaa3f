package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.api.PlaceView.CautionJson;
import nl.achterwacht.http.api.PlaceView.CoverageJson;
import nl.achterwacht.http.api.PlaceView.NotesJson;
import nl.achterwacht.http.api.PlaceView.PlaceJson;
import nl.achterwacht.http.api.PlaceView.ResponseTimeJson;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.ProblemKind;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.place.Address;
import nl.achterwacht.place.Place;
import nl.achterwacht.place.PlaceId;
import nl.achterwacht.preparation.CompanionRegister;
import nl.achterwacht.visit.Visit;
import nl.achterwacht.visit.VisitId;
import nl.achterwacht.visit.VisitRegister;
import nl.achterwacht.watch.WatchRegister;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

/** Places: found or made by address, and what is known of them for who goes there. */
@Controller
public final class PlaceRoutes {
  private static final Set<String> OTHERS_VISITS =
      Set.of("standby", "supervisor", "safety-officer", "administrator");
  private static final int FOUND = 20;

  private final PlaceDoors doors;
  private final VisitRegister visits;
  private final PlaceView view;
  private final PlaceAccess access;

  public PlaceRoutes(
      PlaceDoors doors, VisitRegister visits, WatchRegister watches, CompanionRegister companions) {
    this.doors = doors;
    this.visits = visits;
    this.view = new PlaceView(doors);
    this.access = new PlaceAccess(visits, watches, companions);
  }

  record NewPlace(AddressJson address) {}

  record PlaceSearch(String text) {}

  record PlacesJson(List<PlaceJson> items) {}

  record PlaceChange(int version, AddressJson address, NotesJson notes) {}

  record VisitPlaceJson(
      PlaceJson place,
      CoverageJson floorCoverage,
      @Nullable ResponseTimeJson responseTime,
      boolean cautionsHidden,
      List<CautionJson> cautions) {}

  @PostMapping(BASE + "/places")
  Answer add(Received in) {
    Address address = in.body(NewPlace.class).address().address("/address");
    return doors
        .acts()
        .once(
            in,
            (tx, _) -> {
              var organisation = in.caller().organisation();
              Address located = doors.boundaries().located(tx, organisation, address);
              return Answer.created(
                  view.place(tx, doors.places().findOrMake(tx, organisation, located)));
            });
  }

  @PostMapping(BASE + "/place-searches")
  Answer search(Received in) {
    String text = in.body(PlaceSearch.class).text();
    return doors
        .acts()
        .forCaller(
            in,
            tx ->
                Answer.created(
                    new PlacesJson(
                        doors.places().search(tx, in.caller().organisation(), text, FOUND).stream()
                            .map(place -> view.place(tx, place))
                            .toList())));
  }

  @GetMapping(BASE + "/places/{placeId}")
  Answer one(Received in) {
    return doors.acts().forCaller(in, tx -> Answer.ok(view.place(tx, place(tx, doors, in))));
  }

  @PutMapping(BASE + "/places/{placeId}")
  Answer change(Received in) {
    PlaceChange asked = in.body(PlaceChange.class);
    Address address = asked.address().address("/address");
    return doors
        .acts()
        .once(
            in,
            (tx, _) -> {
              Place was = place(tx, doors, in);
              Address located = doors.boundaries().located(tx, was.organisation(), address);
              var wanted =
                  new Place(
                      was.organisation(),
                      was.id(),
                      located,
                      asked.notes().notes(),
                      asked.version());
              return doors
                  .places()
                  .change(tx, wanted)
                  .map(changed -> Answer.ok(view.place(tx, changed)))
                  .orElseThrow(PlaceRoutes::changedMeanwhile);
            });
  }

  /** What is known of the address of a visit, for who goes there. Looks are journalled. */
  @GetMapping(BASE + "/visits/{visitId}/place")
  Answer ofVisit(Received in) {
    return doors
        .acts()
        .forCaller(
            in,
            tx -> {
              Caller caller = in.caller();
              Visit visit = visit(tx, in);
              var planned = visit.appointment().place();
              Place place =
                  doors
                      .places()
                      .find(tx, caller.organisation(), Address.ofText(planned.address()))
                      .orElseThrow(() -> Refusal.notFound("place"));
              boolean mayRead = access.mayReadCautions(tx, caller, visit, doors.clock().instant());
              return Answer.ok(
                  new VisitPlaceJson(
                      view.place(tx, place),
                      CoverageJson.of(doors.coverage().of(tx, place, planned.floor())),
                      doors
                          .coverage()
                          .responseTime(tx, place)
                          .map(ResponseTimeJson::of)
                          .orElse(null),
                      !mayRead,
                      mayRead ? cautions(tx, caller, place) : List.of()));
            });
  }

  private List<CautionJson> cautions(Tx tx, Caller caller, Place place) {
    return view.forVisitor(
        doors.cautions().shown(tx, caller.organisation(), place.id(), caller.person(), false));
  }

  private Visit visit(Tx tx, Received in) {
    Caller caller = in.caller();
    Visit visit =
        visits
            .find(tx, caller.organisation(), new VisitId(in.id("visitId")))
            .orElseThrow(() -> Refusal.notFound("visit"));
    if (!caller.isOneOf(OTHERS_VISITS) && !access.goesOn(tx, caller, visit)) {
      throw Refusal.of(ProblemKind.NOT_ALLOWED, "This is the visit of somebody else.");
    }
    return visit;
  }

  /** The place that the path names. */
  static Place place(Tx tx, PlaceDoors doors, Received in) {
    Optional<Place> place =
        doors.places().find(tx, in.caller().organisation(), new PlaceId(in.id("placeId")));
    return place.orElseThrow(() -> Refusal.notFound("place"));
  }

  private static Refusal changedMeanwhile() {
    return Refusal.conflict(
        "/version",
        "changed-meanwhile",
        "Somebody changed this place meanwhile, or another place has this address.");
  }
}

package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.ProblemKind;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.place.Address;
import nl.achterwacht.place.area.Boundaries;
import nl.achterwacht.place.area.Boundaries.Drawn;
import nl.achterwacht.place.area.Boundaries.Loaded;
import nl.achterwacht.place.area.Neighbourhood;
import nl.achterwacht.place.area.NotNeighbourhoods;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

/** The boundaries of neighbourhoods: loaded by the administrator, listed, looked up by a point. */
@Controller
public final class NeighbourhoodRoutes {
  private static final String GEO_JSON = "application/geo+json";
  private static final int PAGE = 50;
  private static final String LIST = "/neighbourhoods";
  private static final String BOUNDARIES = "/neighbourhood-boundaries";

  private final PlaceDoors doors;

  public NeighbourhoodRoutes(PlaceDoors doors) {
    this.doors = doors;
  }

  record LoadedJson(Instant loadedAt, int areas, int withoutShape) {}

  record DrawnJson(
      @Nullable Instant loadedAt,
      int areas,
      List<Drawn> items,
      @JsonProperty("_links") Paging.Links links) {}

  record PointJson(double latitude, double longitude) {}

  record FoundJson(@Nullable Neighbourhood neighbourhood) {}

  /** The file is read as it comes, before any transaction: it may be large and slow. */
  @PutMapping(BASE + BOUNDARIES)
  Answer load(Received in, HttpServletRequest request) throws IOException {
    String type = request.getContentType();
    if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase(GEO_JSON)) {
      throw Refusal.of(ProblemKind.WRONG_CONTENT_TYPE, "Send " + GEO_JSON + ".");
    }
    Boundaries.Parsed file;
    try {
      file = Boundaries.parse(request.getInputStream());
    } catch (NotNeighbourhoods e) {
      throw Refusal.invalid("", e.code(), e.what());
    }
    Caller caller = in.caller();
    return doors
        .acts()
        .atLeisure(
            in,
            tx -> {
              Loaded loaded =
                  doors.boundaries().load(tx, caller.organisation(), file, caller.person());
              return Answer.ok(new LoadedJson(loaded.at(), loaded.areas(), file.withoutShape()));
            });
  }

  @GetMapping(BASE + LIST)
  Answer list(Received in) {
    int size = in.number("pageSize", PAGE);
    String after = in.query("after").orElse("");
    return doors
        .acts()
        .forCaller(
            in,
            tx -> {
              List<Neighbourhood> found =
                  doors.boundaries().list(tx, in.caller().organisation(), after, size + 1);
              boolean more = found.size() > size;
              List<Neighbourhood> items = more ? found.subList(0, size) : found;
              String next = more ? items.getLast().code() : "";
              return Answer.ok(new Paging.Page<>(items, links(LIST, after, next, size)));
            });
  }

  /** What the map draws; beside it, what was loaded last. */
  @GetMapping(BASE + BOUNDARIES)
  Answer drawn(Received in) {
    int size = in.number("pageSize", PAGE);
    String after = in.query("after").orElse("");
    OrganisationId organisation = in.caller().organisation();
    return doors
        .acts()
        .forCaller(
            in,
            tx -> {
              Optional<Loaded> loaded = doors.boundaries().loaded(tx, organisation);
              List<Drawn> found = doors.boundaries().drawn(tx, organisation, after, size + 1);
              boolean more = found.size() > size;
              List<Drawn> items = more ? found.subList(0, size) : found;
              String next = more ? items.getLast().neighbourhood().code() : "";
              return Answer.ok(
                  new DrawnJson(
                      loaded.map(Loaded::at).orElse(null),
                      loaded.map(Loaded::areas).orElse(0),
                      items,
                      links(BOUNDARIES, after, next, size)));
            });
  }

  @PostMapping(BASE + "/neighbourhood-searches")
  Answer at(Received in) {
    PointJson asked = in.body(PointJson.class);
    var point = new Address.Point(asked.latitude(), asked.longitude());
    return doors
        .acts()
        .forCaller(
            in,
            tx ->
                Answer.created(
                    new FoundJson(
                        doors
                            .boundaries()
                            .at(tx, in.caller().organisation(), point)
                            .orElse(null))));
  }

  /** {@code next} is the code after which the next page begins; empty when this is the last. */
  private static Paging.Links links(String path, String after, String next, int size) {
    Paging.Link self = link(path, after, size);
    return new Paging.Links(self, next.isEmpty() ? null : link(path, next, size), null);
  }

  private static Paging.Link link(String path, String after, int size) {
    String link = BASE + path + "?pageSize=" + size;
    return new Paging.Link(after.isEmpty() ? link : link + "&after=" + after);
  }
}

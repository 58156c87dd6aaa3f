package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.ProblemKind;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.place.Address;
import nl.achterwacht.place.area.Boundaries;
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

  private final PlaceDoors doors;

  public NeighbourhoodRoutes(PlaceDoors doors) {
    this.doors = doors;
  }

  record LoadedJson(Instant loadedAt, int areas, int withoutShape) {}

  record PointJson(double latitude, double longitude) {}

  record FoundJson(@Nullable Neighbourhood neighbourhood) {}

  /** The file is read as it comes, before any transaction: it may be large and slow. */
  @PutMapping(BASE + "/neighbourhood-boundaries")
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

  @GetMapping(BASE + "/neighbourhoods")
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
              Paging.@Nullable Link next =
                  more ? new Paging.Link(link(items.getLast().code(), size)) : null;
              return Answer.ok(
                  new Paging.Page<>(
                      items, new Paging.Links(new Paging.Link(link(after, size)), next, null)));
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

  private static String link(String after, int size) {
    String link = BASE + "/neighbourhoods?pageSize=" + size;
    return after.isEmpty() ? link : link + "&after=" + after;
  }
}

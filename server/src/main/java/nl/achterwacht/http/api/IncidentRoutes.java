package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.achterwacht.base.Slice;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.ProblemKind;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.incident.Details;
import nl.achterwacht.incident.IncidentId;
import nl.achterwacht.incident.IncidentKeeper;
import nl.achterwacht.incident.IncidentKind;
import nl.achterwacht.incident.IncidentLine;
import nl.achterwacht.incident.IncidentQuery;
import nl.achterwacht.incident.Perpetrator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Incidents: reported with little, filled in later, closed when nothing must follow. */
@Controller
@RequestMapping(BASE + "/incidents")
public final class IncidentRoutes {
  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  private final IncidentDoors doors;
  private final IncidentSight sight;
  private final IncidentView view;
  private final IncidentReporting reporting;

  public IncidentRoutes(IncidentDoors doors) {
    this.doors = doors;
    this.sight = new IncidentSight(doors);
    this.view = new IncidentView(doors);
    this.reporting = new IncidentReporting(doors);
  }

  record IncidentForm(
      int version,
      String kind,
      Instant happenedAt,
      @Nullable String address,
      @Nullable Integer seriousness,
      Details details) {}

  record VersionJson(
      int version,
      String kind,
      Instant happenedAt,
      @Nullable Integer seriousness,
      Details details,
      String madeByName,
      Instant madeAt) {}

  record VersionsJson(List<VersionJson> items) {}

  @PostMapping
  Answer report(Received in) {
    return doors
        .acts()
        .once(
            in,
            (tx, event) -> {
              IncidentReporting.Opened opened = reporting.report(tx, in);
              var page = view.page(tx, in.caller(), sight.seen(tx, in.caller(), opened.incident()));
              return opened.isNew() ? Answer.created(page) : Answer.ok(page);
            });
  }

  @GetMapping
  Answer list(Received in) {
    Paging paging = Paging.of(in);
    return doors
        .acts()
        .forCaller(
            in,
            tx -> {
              Names names = Names.of(tx, doors.people(), in.caller().organisation());
              return Answer.ok(
                  paging.page(
                      found(tx, in, doors, paging.slice()).stream()
                          .map(line -> view.line(names, line))
                          .toList()));
            });
  }

  /** What the query asks, as far as the caller may see. */
  static List<IncidentLine> found(Tx tx, Received in, IncidentDoors doors, Slice slice) {
    Caller caller = in.caller();
    var query =
        switch (in.query("scope").orElse("mine")) {
          case "mine" -> query(in, null, caller);
          case "team" -> query(in, Scope.team(tx, doors.people(), caller), caller);
          default ->
              query(
                  in,
                  in.query("teamId").map(UUID::fromString).map(TeamId::new).orElse(null),
                  caller);
        };
    return doors.incidents().list(tx, caller.organisation(), query, slice);
  }

  private static IncidentQuery query(Received in, @Nullable TeamId team, Caller caller) {
    String scope = in.query("scope").orElse("mine");
    boolean allowed =
        switch (scope) {
          case "mine" -> true;
          case "team" -> caller.isOneOf(Set.of("supervisor", "safety-officer"));
          default -> caller.isOneOf(Set.of("safety-officer"));
        };
    if (!allowed) {
      throw Refusal.of(ProblemKind.NOT_ALLOWED, "You only see your own, or those of your team.");
    }
    return new IncidentQuery(
        team,
        scope.equals("mine") ? caller.person() : null,
        in.query("from").map(LocalDate::parse).map(IncidentRoutes::startOf).orElse(null),
        in.query("until").map(day -> startOf(LocalDate.parse(day).plusDays(1))).orElse(null),
        in.query("seriousness").map(Integer::valueOf).orElse(null),
        in.query("aftercare").filter("open"::equals).isPresent());
  }

  /** Each look is journalled. */
  @GetMapping("/{incidentId}")
  Answer one(Received in) {
    return doors
        .acts()
        .forCaller(
            in,
            tx -> {
              IncidentSight.Seen seen = sight.seen(tx, in);
              doors.journal().lookedAt(tx, seen.incident(), in.caller().person());
              return Answer.ok(view.page(tx, in.caller(), seen));
            });
  }

  @PutMapping("/{incidentId}/details")
  Answer edit(Received in) {
    IncidentForm form = in.body(IncidentForm.class);
    Details details = IncidentReporting.checked(form.details());
    IncidentReporting.checkMoment(form.happenedAt(), doors.clock().instant());
    return act(
        in,
        (tx, seen) ->
            IncidentText.check(
                doors
                    .incidents()
                    .edit(
                        tx,
                        in.caller().organisation(),
                        seen.incident().id(),
                        new IncidentKeeper.Form(
                            form.version(),
                            IncidentKind.of(form.kind()),
                            form.happenedAt(),
                            form.address(),
                            form.seriousness(),
                            details),
                        in.caller().person())));
  }

  @PutMapping("/{incidentId}/perpetrator")
  Answer perpetrator(Received in) {
    Perpetrator asked = in.body(Perpetrator.class);
    return act(
        in,
        (tx, seen) -> {
          sight.managed(tx, in);
          doors
              .incidents()
              .setPerpetrator(
                  tx,
                  seen.incident(),
                  new Perpetrator(blankless(asked.name()), blankless(asked.address())),
                  in.caller().person());
        });
  }

  /** How it stood before; a look as any other. */
  @GetMapping("/{incidentId}/versions")
  Answer versions(Received in) {
    return doors
        .acts()
        .forCaller(
            in,
            tx -> {
              IncidentSight.Seen seen = sight.managed(tx, in);
              doors.journal().lookedAt(tx, seen.incident(), in.caller().person());
              Names names = Names.of(tx, doors.people(), in.caller().organisation());
              return Answer.ok(
                  new VersionsJson(
                      doors
                          .incidents()
                          .versions(tx, in.caller().organisation(), seen.incident().id())
                          .stream()
                          .map(one ->
                              new VersionJson(
                                  one.version(),
                                  one.kind().text(),
                                  one.happenedAt(),
                                  one.seriousness(),
                                  one.details(),
                                  names.nameOf(one.madeBy()),
                                  one.madeAt()))
                          .toList()));
            });
  }

  @PostMapping("/{incidentId}/closings")
  Answer close(Received in) {
    return act(
        in,
        (tx, seen) -> {
          sight.managed(tx, in);
          IncidentId id = seen.incident().id();
          IncidentText.check(
              doors.incidents().close(tx, in.caller().organisation(), id, in.caller().person()));
        });
  }

  private interface Act {
    void on(Tx tx, IncidentSight.Seen seen);
  }

  /** The answer shows the incident to who acted on it: that is a look, told by the act itself. */
  private Answer act(Received in, Act act) {
    return doors
        .acts()
        .once(
            in,
            (tx, event) -> {
              act.on(tx, sight.seen(tx, in));
              return Answer.ok(view.page(tx, in.caller(), sight.seen(tx, in)));
            });
  }

  private static @Nullable String blankless(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }
}

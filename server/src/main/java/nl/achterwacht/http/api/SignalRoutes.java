package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.place.Place;
import nl.achterwacht.signal.Signal;
import nl.achterwacht.signal.SignalId;
import nl.achterwacht.signal.SignalKeeper;
import nl.achterwacht.task.Task;
import nl.achterwacht.task.TaskKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Early signals: reported in a few taps, answered by the supervisor. */
@Controller
@RequestMapping(BASE + "/signals")
public final class SignalRoutes {
  private final TaskDoors doors;

  public SignalRoutes(TaskDoors doors) {
    this.doors = doors;
  }

  record NewSignal(
      String kind,
      @Nullable Integer severity,
      @Nullable String text,
      @Nullable String address,
      @Nullable UUID watchId,
      @Nullable Boolean anonymous,
      @Nullable Made made) {}

  record SignalJson(
      UUID id,
      String kind,
      int severity,
      @Nullable String text,
      @Nullable String address,
      @Nullable UUID placeId,
      @Nullable String reporterName,
      String teamName,
      Instant madeAt,
      @Nullable TaskJson task) {}

  @PostMapping
  Answer report(Received in) {
    NewSignal asked = in.body(NewSignal.class);
    Caller caller = in.caller();
    Instant madeAt = Made.of(asked.made()).at(doors.clock().instant());
    @Nullable String text = asked.text() == null || asked.text().isBlank() ? null : asked.text();
    int severity = asked.severity() == null ? 1 : asked.severity();
    return doors
        .acts()
        .once(
            in,
            (tx, event) -> {
              Signal made =
                  doors
                      .signals()
                      .report(
                          tx,
                          new SignalKeeper.Report(
                              caller.organisation(),
                              caller.person(),
                              Scope.team(tx, doors.people(), caller),
                              Boolean.TRUE.equals(asked.anonymous()),
                              new Signal.Said(asked.kind(), severity, text),
                              asked.address(),
                              asked.watchId(),
                              false,
                              madeAt))
                      .orElseThrow();
              return Answer.created(json(tx, caller, List.of(made)).getFirst());
            });
  }

  @GetMapping
  Answer list(Received in) {
    Caller caller = in.caller();
    Paging paging = Paging.of(in);
    return doors
        .acts()
        .forCaller(
            in,
            tx -> {
              Scope scope = Scope.of(tx, doors.people(), in);
              List<Signal> found =
                  doors
                      .signals()
                      .list(
                          tx, caller.organisation(), scope.team(), scope.person(), paging.slice());
              return Answer.ok(paging.page(json(tx, caller, found)));
            });
  }

  @GetMapping("/{signalId}")
  Answer one(Received in) {
    Caller caller = in.caller();
    var id = new SignalId(in.id("signalId"));
    return doors
        .acts()
        .forCaller(
            in,
            tx -> {
              Signal signal =
                  doors
                      .signals()
                      .find(tx, caller.organisation(), id)
                      .filter(one -> isFor(one, caller))
                      .orElseThrow(() -> Refusal.notFound("signal"));
              return Answer.ok(json(tx, caller, List.of(signal)).getFirst());
            });
  }

  private static boolean isFor(Signal signal, Caller caller) {
    return caller.isOneOf(Scope.ANSWERABLE) || signal.reporter().equals(caller.person());
  }

  private List<SignalJson> json(Tx tx, Caller caller, List<Signal> signals) {
    Names names = Names.of(tx, doors.people(), caller.organisation());
    Map<UUID, Task> tasks = new HashMap<>();
    List<UUID> ids = signals.stream().map(signal -> signal.id().value()).toList();
    for (Task task : doors.tasks().about(tx, caller.organisation(), ids)) {
      if (task.kind() == TaskKind.SIGNAL) {
        tasks.put(task.subject(), task);
      }
    }
    return signals.stream()
        .map(signal -> json(tx, signal, tasks.get(signal.id().value()), names, caller.person()))
        .toList();
  }

  private SignalJson json(Tx tx, Signal signal, @Nullable Task task, Names names, PersonId viewer) {
    @Nullable Place place =
        signal.place() == null
            ? null
            : doors.places().find(tx, signal.organisation(), signal.place()).orElse(null);
    boolean named = !signal.anonymous() || signal.reporter().equals(viewer);
    return new SignalJson(
        signal.id().value(),
        signal.said().kind(),
        signal.said().severity(),
        signal.said().text(),
        place == null ? null : place.address().text(),
        place == null ? null : place.id().value(),
        named ? names.nameOf(signal.reporter()) : null,
        names.teamName(signal.team()),
        signal.madeAt(),
        task == null ? null : TaskJson.of(task, names));
  }
}

package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.drill.Presences;
import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.Person;
import nl.achterwacht.travel.Transport;
import nl.achterwacht.travel.Transport.Terms;
import nl.achterwacht.travel.TransportId;
import nl.achterwacht.travel.TransportRegister;
import nl.achterwacht.workplace.WorkplaceId;
import nl.achterwacht.workplace.WorkplaceKeeper;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** How people get to remote places and home from late shifts. */
@Controller
@RequestMapping(BASE)
public final class TransportRoutes {
  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  /** Whoever began so long ago may still have to go home. */
  private static final Duration SHIFT = Duration.ofHours(24);

  private final Presences presences = new Presences();

  private final TransportRegister register;
  private final WorkplaceKeeper workplaces;
  private final PeopleRegister people;
  private final Acts acts;
  private final InstantSource clock;

  public TransportRoutes(
      TransportRegister register,
      WorkplaceKeeper workplaces,
      PeopleRegister people,
      Acts acts,
      InstantSource clock) {
    this.register = register;
    this.workplaces = workplaces;
    this.people = people;
    this.acts = acts;
    this.clock = clock;
  }

  record TermsJson(
      UUID teamId,
      @Nullable UUID personId,
      @Nullable UUID workplaceId,
      String means,
      @Nullable String carrier,
      @Nullable String phone,
      @Nullable String outAt,
      @Nullable String homeAt,
      int travelMinutes,
      List<Integer> days,
      @Nullable String note) {}

  record TransportJson(
      UUID id,
      TermsJson terms,
      String teamName,
      @Nullable String personName,
      @Nullable String workplaceName,
      boolean today) {}

  @GetMapping("/transports")
  Answer all(Received in) {
    Caller caller = in.caller();
    Paging paging = Paging.of(in);
    return acts.forCaller(
        in,
        tx ->
            Answer.ok(
                paging.page(
                    json(
                        tx,
                        caller,
                        register.list(tx, caller.organisation(), null, paging.slice())))));
  }

  @GetMapping("/me/transports")
  Answer mine(Received in) {
    Caller caller = in.caller();
    Instant now = clock.instant();
    return acts.forCaller(
        in,
        tx ->
            Answer.ok(
                Paging.whole(
                    in,
                    json(
                        tx,
                        caller,
                        register.of(
                            tx,
                            caller.organisation(),
                            caller.person(),
                            Scope.team(tx, people, caller),
                            presences
                                .of(tx, caller.organisation(), caller.person(), now.minus(SHIFT))
                                .map(WorkplaceId::value)
                                .orElse(null))))));
  }

  @PostMapping("/transports")
  Answer add(Received in) {
    TermsJson asked = in.body(TermsJson.class);
    Caller caller = in.caller();
    return acts.once(
        in,
        (tx, event) -> {
          Terms terms = terms(tx, caller, asked);
          Transport made = register.add(tx, caller.organisation(), terms, caller.person());
          return Answer.created(json(tx, caller, List.of(made)).getFirst());
        });
  }

  @PutMapping("/transports/{transportId}")
  Answer change(Received in) {
    TermsJson asked = in.body(TermsJson.class);
    Caller caller = in.caller();
    return acts.once(
        in,
        (tx, event) -> {
          Transport known = found(tx, in);
          Transport changed = register.change(tx, known, terms(tx, caller, asked), caller.person());
          return Answer.ok(json(tx, caller, List.of(changed)).getFirst());
        });
  }

  @DeleteMapping("/transports/{transportId}")
  Answer end(Received in) {
    return acts.once(
        in,
        (tx, _) -> {
          register.end(tx, found(tx, in), in.caller().person());
          return Answer.done();
        });
  }

  private Transport found(Tx tx, Received in) {
    return register
        .find(tx, in.caller().organisation(), new TransportId(in.id("transportId")))
        .orElseThrow(() -> Refusal.notFound("transport"));
  }

  private Terms terms(Tx tx, Caller caller, TermsJson asked) {
    if (asked.outAt() == null && asked.homeAt() == null) {
      throw Refusal.invalid("/homeAt", "required", "When does it leave, out or home?");
    }
    if (asked.personId() != null && asked.workplaceId() != null) {
      throw Refusal.invalid("/workplaceId", "both", "A person or a workplace, not both.");
    }
    boolean byOther = Set.of("taxi", "colleague").contains(asked.means());
    @Nullable String carrier = filled(asked.carrier());
    if (byOther && carrier == null) {
      throw Refusal.invalid("/carrier", "required", "Who brings or fetches?");
    }
    @Nullable PersonId person = asked.personId() == null ? null : new PersonId(asked.personId());
    TeamId team = new TeamId(asked.teamId());
    if (person != null) {
      @Nullable Person known = people.person(tx, caller.organisation(), person);
      if (known == null) {
        throw Refusal.invalid("/personId", "unknown", "There is no such person.");
      }
    }
    if (people.teams(tx, caller.organisation()).stream()
        .noneMatch(known -> known.id().equals(team))) {
      throw Refusal.invalid("/teamId", "unknown", "There is no such team.");
    }
    WorkplaceNames.inUse(tx, workplaces, caller.organisation(), asked.workplaceId());
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    asked.days().forEach(day -> days.add(DayOfWeek.of(day)));
    return new Terms(
        team,
        person,
        asked.workplaceId(),
        asked.means(),
        carrier,
        filled(asked.phone()),
        time(asked.outAt()),
        time(asked.homeAt()),
        asked.travelMinutes(),
        days,
        filled(asked.note()));
  }

  private static @Nullable LocalTime time(@Nullable String text) {
    return text == null ? null : LocalTime.parse(text);
  }

  private static @Nullable String filled(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private List<TransportJson> json(Tx tx, Caller caller, List<Transport> transports) {
    Names names = Names.of(tx, people, caller.organisation());
    Map<UUID, String> places = WorkplaceNames.of(tx, workplaces, caller.organisation());
    ZonedDateTime now = clock.instant().atZone(AMSTERDAM);
    return transports.stream().map(one -> json(one, names, places, now)).toList();
  }

  private static TransportJson json(
      Transport transport, Names names, Map<UUID, String> workplaces, ZonedDateTime now) {
    Terms terms = transport.terms();
    @Nullable PersonId person = terms.person();
    @Nullable UUID workplace = terms.workplace();
    @Nullable LocalTime outAt = terms.outAt();
    @Nullable LocalTime homeAt = terms.homeAt();
    return new TransportJson(
        transport.id().value(),
        new TermsJson(
            terms.team().value(),
            person == null ? null : person.value(),
            workplace,
            terms.means(),
            terms.carrier(),
            terms.phone(),
            outAt == null ? null : CLOCK.format(outAt),
            homeAt == null ? null : CLOCK.format(homeAt),
            terms.travelMinutes(),
            terms.days().stream().map(DayOfWeek::getValue).sorted().toList(),
            terms.note()),
        names.teamName(terms.team()),
        person == null ? null : names.nameOf(person),
        workplace == null ? null : workplaces.getOrDefault(workplace, ""),
        transport.holdsAt(now));
  }
}

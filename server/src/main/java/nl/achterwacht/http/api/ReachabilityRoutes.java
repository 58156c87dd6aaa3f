package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.PersonRef;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.ProblemKind;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.Person;
import nl.achterwacht.people.TeamNumbers;
import nl.achterwacht.preparation.PreparationKeeper;
import nl.achterwacht.travel.Agreement;
import nl.achterwacht.travel.Agreement.Contact;
import nl.achterwacht.travel.AgreementId;
import nl.achterwacht.travel.ReachabilityRegister;
import nl.achterwacht.visit.Visit;
import nl.achterwacht.visit.VisitId;
import nl.achterwacht.visit.VisitQuery;
import nl.achterwacht.visit.VisitRegister;
import nl.achterwacht.watch.Leg;
import nl.achterwacht.watch.NewWatch;
import nl.achterwacht.watch.Shape;
import nl.achterwacht.watch.TripFacts;
import nl.achterwacht.watch.WatchId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Agreements on who can be reached outside office hours; each is a watch. */
@Controller
@RequestMapping(BASE + "/reachability-agreements")
public final class ReachabilityRoutes {
  private static final Set<String> PLANNERS =
      Set.of("standby", "supervisor", "safety-officer", "administrator");
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final int TRAVEL_MINUTES = 30;

  /** More than a day holds. */
  private static final int MOST_VISITS = 100;

  private final ReachabilityRegister register;
  private final VisitRegister visits;
  private final PreparationKeeper preparations;
  private final PeopleRegister people;
  private final Acts acts;
  private final InstantSource clock;

  public ReachabilityRoutes(
      ReachabilityRegister register,
      VisitRegister visits,
      PreparationKeeper preparations,
      PeopleRegister people,
      Acts acts,
      InstantSource clock) {
    this.register = register;
    this.visits = visits;
    this.preparations = preparations;
    this.people = people;
    this.acts = acts;
    this.clock = clock;
  }

  record NewAgreement(
      @Nullable UUID workerId,
      @Nullable UUID visitId,
      @Nullable UUID contactId,
      @Nullable String contactName,
      @Nullable String phone,
      Instant from,
      Instant until) {}

  record AgreementJson(
      UUID id,
      UUID workerId,
      @Nullable UUID contactId,
      String contactName,
      String phone,
      Instant from,
      Instant until,
      UUID watchId,
      boolean ownWatch) {
    static AgreementJson of(Agreement agreement) {
      @Nullable PersonId colleague = agreement.contact().colleague();
      return new AgreementJson(
          agreement.id().value(),
          agreement.worker().value(),
          colleague == null ? null : colleague.value(),
          agreement.contact().name(),
          agreement.contact().phone(),
          agreement.from(),
          agreement.until(),
          agreement.watch().value(),
          agreement.ownWatch());
    }
  }

  record AgreementsJson(List<AgreementJson> items) {}

  @GetMapping
  Answer list(Received in) {
    Caller caller = in.caller();
    PersonId worker =
        in.query("workerId").map(id -> new PersonId(UUID.fromString(id))).orElse(caller.person());
    checkMay(caller, worker);
    return acts.forCaller(
        in,
        tx ->
            Answer.ok(
                new AgreementsJson(
                    register.of(tx, new PersonRef(caller.organisation(), worker)).stream()
                        .map(AgreementJson::of)
                        .toList())));
  }

  @PostMapping
  Answer add(Received in) {
    NewAgreement asked = in.body(NewAgreement.class);
    Caller caller = in.caller();
    PersonId worker = asked.workerId() == null ? caller.person() : new PersonId(asked.workerId());
    checkMay(caller, worker);
    checkTimes(asked);
    return acts.once(
        in, (tx, event) -> Answer.created(AgreementJson.of(added(tx, caller, worker, asked))));
  }

  @DeleteMapping("/{agreementId}")
  Answer end(Received in) {
    Caller caller = in.caller();
    return acts.once(
        in,
        (tx, _) -> {
          Agreement agreement =
              register
                  .find(tx, caller.organisation(), new AgreementId(in.id("agreementId")))
                  .orElseThrow(() -> Refusal.notFound("agreement"));
          checkMay(caller, agreement.worker());
          register.end(tx, agreement, caller.person());
          judgeAnew(tx, agreement, caller.person());
          return Answer.done();
        });
  }

  private Agreement added(Tx tx, Caller caller, PersonId workerId, NewAgreement asked) {
    Person worker = worker(tx, caller.organisation(), workerId);
    @Nullable UUID visit = asked.visitId();
    WatchId watch = visit == null ? WatchId.next() : watchOf(tx, worker, new VisitId(visit), asked);
    var agreement =
        new Agreement(
            worker.organisation(),
            AgreementId.next(),
            worker.id(),
            contact(tx, worker, asked),
            asked.from(),
            asked.until(),
            watch,
            visit == null,
            null);
    if (visit == null) {
      register.addWithWatch(tx, agreement, shift(tx, worker, watch), caller.person());
    } else {
      register.add(tx, agreement, caller.person());
    }
    judgeAnew(tx, agreement, caller.person());
    return agreement;
  }

  /** Visits that were not ready without it may be now, and the other way round. */
  private void judgeAnew(Tx tx, Agreement agreement, PersonId by) {
    var during =
        new VisitQuery(agreement.worker(), agreement.from(), agreement.until(), 0, MOST_VISITS);
    for (Visit visit : visits.list(tx, agreement.organisation(), during)) {
      visits
          .lock(tx, agreement.organisation(), visit.id())
          .filter(known -> !known.cancelled())
          .ifPresent(known -> preparations.changed(tx, known, by));
    }
  }

  /** The visit has a watch already; a second one would ask the worker everything twice. */
  private WatchId watchOf(Tx tx, Person worker, VisitId id, NewAgreement asked) {
    Visit visit =
        visits
            .find(tx, worker.organisation(), id)
            .filter(known -> known.worker().equals(worker.id()) && !known.cancelled())
            .orElseThrow(
                () -> Refusal.invalid("/visitId", "unknown", "This worker has no such visit."));
    boolean covered =
        !asked.from().isAfter(visit.appointment().plannedStartAt())
            && !asked.until().isBefore(visit.appointment().plannedEndAt());
    if (!covered) {
      throw Refusal.invalid("/until", "range", "The agreement covers the whole visit.");
    }
    return visit.watch();
  }

  private NewWatch shift(Tx tx, Person worker, WatchId id) {
    @Nullable TeamNumbers numbers = people.numbers(tx, worker.organisation(), worker.team());
    if (numbers == null) {
      throw new IllegalStateException("no team " + worker.team());
    }
    var wish = new Trips.Wish(Shape.SHIFT, false, false, null, TRAVEL_MINUTES);
    var trip = new TripFacts(null, null, null, "other", null, null);
    return new NewWatch(
        worker.organisation(),
        id,
        worker.id(),
        worker.team(),
        Trips.plan(wish, numbers),
        trip,
        Leg.ON_SITE);
  }

  /** A colleague with a number, or somebody from outside by name and number. */
  private Contact contact(Tx tx, Person worker, NewAgreement asked) {
    @Nullable UUID id = asked.contactId();
    if (id == null) {
      return new Contact(
          null, required("/contactName", asked.contactName()), required("/phone", asked.phone()));
    }
    @Nullable Person colleague = people.person(tx, worker.organisation(), new PersonId(id));
    if (colleague == null) {
      throw Refusal.invalid("/contactId", "unknown", "There is no such person.");
    }
    if (colleague.id().equals(worker.id())) {
      throw Refusal.invalid("/contactId", "self", "Somebody else must be there.");
    }
    @Nullable String phone = asked.phone() == null ? colleague.phone() : asked.phone();
    return new Contact(colleague.id(), colleague.name(), required("/phone", phone));
  }

  private Person worker(Tx tx, OrganisationId organisation, PersonId id) {
    @Nullable Person worker = people.person(tx, organisation, id);
    if (worker == null || !worker.roles().contains("worker")) {
      throw Refusal.invalid("/workerId", "unknown", "There is no such worker.");
    }
    return worker;
  }

  private void checkTimes(NewAgreement asked) {
    if (!asked.until().isAfter(asked.from())) {
      throw Refusal.invalid("/until", "order", "An agreement ends after it begins.");
    }
    if (asked.from().plus(LONGEST).isBefore(asked.until())) {
      throw Refusal.invalid("/until", "too-far", "An agreement lasts a day at most.");
    }
    if (!asked.until().isAfter(clock.instant())) {
      throw Refusal.invalid("/until", "past", "This agreement is over already.");
    }
  }

  private static String required(String pointer, @Nullable String text) {
    if (text == null || text.isBlank()) {
      throw Refusal.invalid(pointer, "blank", "Who can be reached, and how.");
    }
    return text.strip();
  }

  private static void checkMay(Caller caller, PersonId worker) {
    if (!worker.equals(caller.person()) && !caller.isOneOf(PLANNERS)) {
      throw Refusal.of(ProblemKind.NOT_ALLOWED, "This is for who plans for others.");
    }
  }
}

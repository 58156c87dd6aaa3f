package nl.achterwacht.preparation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.PersonRef;
import nl.achterwacht.base.Tx;
import nl.achterwacht.journal.Entry;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.notify.NoticeKeeper;
import nl.achterwacht.notify.NoticeKind;
import nl.achterwacht.notify.Subject;
import nl.achterwacht.notify.Telling;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.Person;
import nl.achterwacht.people.Reachable;
import nl.achterwacht.people.RosterReader;
import nl.achterwacht.policy.Measure;
import nl.achterwacht.visit.Visit;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of a preparation, and what the journal keeps of it, in the transaction of the change.
 * Neither says anything about the resident: not why, not where, not what was answered.
 */
public final class PreparationFollowUp {
  // About no watch: such a notice must never take the place of a question that is on the screen.
  private static final Subject NO_WATCH = new Subject(null, -1, 0, null);

  private final NoticeKeeper notices;
  private final Journal journal;
  private final RosterReader rosters;
  private final PeopleRegister people;

  public PreparationFollowUp(
      NoticeKeeper notices, Journal journal, RosterReader rosters, PeopleRegister people) {
    this.notices = notices;
    this.journal = journal;
    this.rosters = rosters;
    this.people = people;
  }

  void estimated(Tx tx, Visit visit, PersonId by, Instant now) {
    note(tx, visit, "visit.estimated", by, Map.of(), now);
  }

  /** Somebody other than those who go looked at the answers and the measures. */
  public void looked(Tx tx, Visit visit, PersonId by, Instant now) {
    note(tx, visit, "visit.preparation-seen", by, Map.of(), now);
  }

  /** Somebody did something about a measure. */
  void handled(Tx tx, Visit visit, Measure measure, MeasureEvent event, Instant now) {
    PersonId by = event.by().person();
    Map<String, Object> data = Map.of("measure", measure.name());
    switch (event) {
      case MeasureEvent.Proved _ -> note(tx, visit, "visit.measure-proven", by, data, now);
      case MeasureEvent.Named(PersonId who, _) -> {
        note(tx, visit, "visit.colleague-asked", by, data, now);
        NoticeKind kind =
            measure == Measure.DUO ? NoticeKind.COMPANION_ASKED : NoticeKind.STANDBY_ASKED;
        tell(tx, visit, List.of(who), kind, by, now);
      }
      case MeasureEvent.Accepted _ -> note(tx, visit, "visit.colleague-accepted", by, data, now);
      case MeasureEvent.Declined _ -> {
        note(tx, visit, "visit.colleague-declined", by, data, now);
        tell(tx, visit, List.of(visit.worker()), NoticeKind.COLLEAGUE_DECLINED, by, now);
      }
      case MeasureEvent.Waived _ -> note(tx, visit, "visit.measure-waived", by, data, now);
      case MeasureEvent.Withdrawn _ -> note(tx, visit, "visit.measure-withdrawn", by, data, now);
    }
  }

  /** What another judgement, or the end of a proof, changes for others. */
  void judged(Tx tx, Visit visit, Preparation before, Preparation after, PersonId by, Instant now) {
    noteJudgement(tx, visit, before, after, by, now);
    if (visit.cancelled()) {
      return;
    }
    if (before.isReady() && !after.isReady()) {
      note(tx, visit, "visit.not-ready-again", by, Map.of(), now);
      tell(tx, visit, List.of(visit.worker()), NoticeKind.WORKER_NOT_READY, by, now);
      tell(tx, visit, supervisors(tx, visit), NoticeKind.SUPERVISOR_NOT_READY, by, now);
    }
    if (asksApproval(after) && (before.version() == 0 || !asksApproval(before))) {
      tell(tx, visit, supervisors(tx, visit), NoticeKind.APPROVAL_ASKED, by, now);
    }
  }

  /** A visit that was not ready has begun. */
  void startedUnready(Tx tx, Visit visit, Preparation p, PersonId by, Instant now) {
    List<String> missing = p.missing().stream().map(Measure::name).toList();
    note(tx, visit, "visit.started-unready", by, Map.of("missing", missing), now);
    if (PreparationRules.tellsOfStart(p)) {
      tell(tx, visit, supervisors(tx, visit), NoticeKind.STARTED_UNREADY, by, now);
    }
  }

  /** Whoever goes along is told, without a sound, that the other asked for help. */
  void askedForHelp(Tx tx, Visit visit, PersonId who, PersonId partner, Instant now) {
    tell(tx, visit, List.of(partner), NoticeKind.COMPANION_HELP, who, now);
  }

  private void noteJudgement(
      Tx tx, Visit visit, Preparation before, Preparation after, PersonId by, Instant now) {
    Preparation.Judged was = before.judged();
    Preparation.Judged is = after.judged();
    if (is != null
        && (was == null
            || before.version() == 0
            || was.riskClass() != is.riskClass()
            || was.policyVersion() != is.policyVersion())) {
      Map<String, Object> data =
          Map.of("riskClass", is.riskClass().text(), "policyVersion", is.policyVersion());
      note(tx, visit, "visit.judged", by, data, now);
    }
  }

  private static boolean asksApproval(Preparation p) {
    return p.missing().contains(Measure.LEID);
  }

  /** Supervisors of the worker's team, or else of the organisation; never the worker. */
  private List<PersonId> supervisors(Tx tx, Visit visit) {
    List<Person> all =
        people.people(tx, visit.organisation()).stream()
            .filter(p -> p.roles().contains("supervisor") && !p.id().equals(visit.worker()))
            .toList();
    @Nullable Person worker = people.person(tx, visit.organisation(), visit.worker());
    List<Person> ofTeam =
        all.stream().filter(p -> worker != null && p.team().equals(worker.team())).toList();
    return (ofTeam.isEmpty() ? all : ofTeam).stream().map(Person::id).toList();
  }

  private void tell(
      Tx tx, Visit visit, List<PersonId> to, NoticeKind kind, PersonId by, Instant now) {
    OrganisationId organisation = visit.organisation();
    List<PersonRef> refs =
        to.stream()
            .filter(one -> !one.equals(by))
            .map(one -> new PersonRef(organisation, one))
            .toList();
    Map<PersonRef, Reachable> reachable = rosters.reachable(tx, refs);
    Map<String, String> params = params(tx, visit, by);
    List<Telling> tellings = new ArrayList<>();
    for (PersonRef ref : refs) {
      Reachable one = reachable.get(ref);
      if (one != null) {
        tellings.add(new Telling(one, kind, params, NO_WATCH));
      }
    }
    notices.tell(tx, tellings, now);
  }

  private Map<String, String> params(Tx tx, Visit visit, PersonId by) {
    Map<String, String> params = new HashMap<>();
    params.put("visitId", visit.id().toString());
    params.put("workerId", visit.worker().toString());
    @Nullable Person worker = people.person(tx, visit.organisation(), visit.worker());
    if (worker != null) {
      params.put("workerName", worker.name());
    }
    @Nullable Person actor = people.person(tx, visit.organisation(), by);
    if (actor != null) {
      params.put("by", actor.name());
    }
    return params;
  }

  private void note(
      Tx tx, Visit visit, String kind, PersonId by, Map<String, Object> facts, Instant now) {
    Map<String, Object> data = new HashMap<>(facts);
    data.put("visitId", visit.id().toString());
    UUID watch = visit.watch().value();
    journal.record(
        tx,
        List.of(
            new Entry(
                visit.organisation(),
                now,
                kind,
                by.value(),
                watch,
                null,
                null,
                null,
                Json.write(data))));
  }
}

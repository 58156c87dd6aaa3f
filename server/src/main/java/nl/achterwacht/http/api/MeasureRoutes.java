package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.incident.Measure;
import nl.achterwacht.incident.MeasureKeeper;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What is done toward who did it: each answers behaviour, ends by itself, and is looked at. */
@Controller
@RequestMapping(BASE + "/incidents/{incidentId}/measures")
public final class MeasureRoutes {
  private final IncidentDoors doors;
  private final IncidentSight sight;
  private final IncidentView view;

  public MeasureRoutes(IncidentDoors doors) {
    this.doors = doors;
    this.sight = new IncidentSight(doors);
    this.view = new IncidentView(doors);
  }

  record NewMeasure(
      String kind,
      List<String> behaviours,
      @Nullable String terms,
      @Nullable UUID decidedById,
      LocalDate startsOn,
      LocalDate endsOn,
      LocalDate reviewOn,
      @Nullable LocalDate heardOn,
      @Nullable String notHeardBecause,
      String objection,
      @Nullable LocalDate objectionOn,
      @Nullable String toldTo) {}

  record MeasureChange(
      @Nullable String terms,
      LocalDate endsOn,
      LocalDate reviewOn,
      @Nullable LocalDate heardOn,
      @Nullable String notHeardBecause,
      String objection,
      @Nullable LocalDate objectionOn,
      @Nullable String toldTo) {}

  @PostMapping
  Answer take(Received in) {
    NewMeasure asked = in.body(NewMeasure.class);
    return doors
        .acts()
        .once(
            in,
            (tx, event) -> {
              IncidentSight.Seen seen = sight.managed(tx, in);
              IncidentText.check(
                  doors
                      .measures()
                      .take(
                          tx,
                          in.caller().organisation(),
                          seen.incident().id(),
                          asked(tx, in.caller(), asked),
                          in.caller().person()));
              return Answer.created(view.page(tx, in.caller(), sight.seen(tx, in)));
            });
  }

  @PutMapping("/{measureId}")
  Answer change(Received in) {
    MeasureChange asked = in.body(MeasureChange.class);
    UUID measure = in.id("measureId");
    return doors
        .acts()
        .once(
            in,
            (tx, event) -> {
              IncidentSight.Seen seen = sight.managed(tx, in);
              IncidentText.check(
                  doors
                      .measures()
                      .change(
                          tx,
                          in.caller().organisation(),
                          seen.incident().id(),
                          measure,
                          changed(in.caller(), asked),
                          in.caller().person()));
              return Answer.ok(view.page(tx, in.caller(), sight.seen(tx, in)));
            });
  }

  private MeasureKeeper.Asked asked(Tx tx, Caller caller, NewMeasure asked) {
    @Nullable UUID decidedBy = asked.decidedById();
    PersonId decider = decidedBy == null ? caller.person() : new PersonId(decidedBy);
    if (doors.people().person(tx, caller.organisation(), decider) == null) {
      throw Refusal.invalid("/decidedById", "unknown", "There is no such person.");
    }
    return new MeasureKeeper.Asked(
        asked.kind(),
        asked.behaviours(),
        decider,
        new Measure.Term(text(asked.terms()), asked.startsOn(), asked.endsOn(), asked.reviewOn()),
        hearing(asked.heardOn(), asked.notHeardBecause()),
        new Measure.Objection(asked.objection(), asked.objectionOn()),
        filled(asked.toldTo()));
  }

  private static MeasureKeeper.Asked changed(Caller caller, MeasureChange asked) {
    return new MeasureKeeper.Asked(
        "",
        List.of(),
        caller.person(),
        // When it started stays as it was.
        new Measure.Term(text(asked.terms()), asked.endsOn(), asked.endsOn(), asked.reviewOn()),
        hearing(asked.heardOn(), asked.notHeardBecause()),
        new Measure.Objection(asked.objection(), asked.objectionOn()),
        filled(asked.toldTo()));
  }

  /** Somebody is heard first, or it is said why that could not be. */
  private static Measure.Hearing hearing(@Nullable LocalDate on, @Nullable String notBecause) {
    @Nullable String because = filled(notBecause);
    if (on == null && because == null) {
      throw Refusal.invalid(
          "/notHeardBecause", "not-heard", "Hear the person first, or say why not.");
    }
    return new Measure.Hearing(on, on == null ? because : null);
  }

  private static String text(@Nullable String words) {
    return words == null ? "" : words.strip();
  }

  private static @Nullable String filled(@Nullable String words) {
    return words == null || words.isBlank() ? null : words.strip();
  }
}

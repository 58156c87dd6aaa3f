package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.time.LocalDate;
import java.util.UUID;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.incident.Incident;
import nl.achterwacht.incident.Letter;
import nl.achterwacht.incident.Measure;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Letters about measures: begun from a template, read over, printed, noted as sent. */
@Controller
@RequestMapping(BASE + "/incidents/{incidentId}")
public final class LetterRoutes {
  private final IncidentDoors doors;
  private final IncidentSight sight;
  private final IncidentView view;
  private final IncidentPapers papers;

  public LetterRoutes(IncidentDoors doors) {
    this.doors = doors;
    this.sight = new IncidentSight(doors);
    this.view = new IncidentView(doors);
    this.papers = new IncidentPapers(doors);
  }

  record NewLetter(String template) {}

  record LetterText(String subject, String body) {}

  record LetterSent(LocalDate sentOn) {}

  private interface Act {
    void on(Tx tx, Incident incident);
  }

  @PostMapping("/measures/{measureId}/letters")
  Answer write(Received in) {
    String template = in.body(NewLetter.class).template();
    UUID id = in.id("measureId");
    return act(
        in,
        (tx, incident) -> {
          Measure measure =
              doors.measures().of(tx, incident.organisation(), incident.id()).stream()
                  .filter(one -> one.id().equals(id))
                  .findFirst()
                  .orElseThrow(() -> Refusal.notFound("measure"));
          Letter.Text text = papers.begun(tx, in.caller(), incident, measure, template);
          doors.letters().write(tx, incident, id, template, text, in.caller().person());
        });
  }

  @PutMapping("/letters/{letterId}")
  Answer change(Received in) {
    LetterText asked = in.body(LetterText.class);
    return act(
        in,
        (tx, incident) ->
            IncidentText.check(
                doors
                    .letters()
                    .change(
                        tx,
                        incident,
                        in.id("letterId"),
                        new Letter.Text(asked.subject().strip(), asked.body().strip()))));
  }

  @PostMapping("/letters/{letterId}/sendings")
  Answer send(Received in) {
    LocalDate sentOn = in.body(LetterSent.class).sentOn();
    if (sentOn.isAfter(papers.today())) {
      throw Refusal.invalid("/sentOn", "future", "This day has not come yet.");
    }
    return act(
        in,
        (tx, incident) ->
            IncidentText.check(
                doors
                    .letters()
                    .sent(tx, incident, in.id("letterId"), sentOn, in.caller().person())));
  }

  /** As PDF; a look as any other. */
  @GetMapping("/letters/{letterId}/document")
  Answer document(Received in) {
    return doors
        .acts()
        .forCaller(
            in,
            tx -> {
              Incident incident = sight.managed(tx, in).incident();
              Letter letter =
                  doors
                      .letters()
                      .find(tx, incident.organisation(), incident.id(), in.id("letterId"))
                      .orElseThrow(() -> Refusal.notFound("letter"));
              doors.journal().note(tx, incident, "letter-looked-at", in.caller().person());
              return Answer.file(
                  papers.letter(tx, incident, letter), IncidentPapers.PDF, "brief.pdf");
            });
  }

  private Answer act(Received in, Act act) {
    return doors
        .acts()
        .once(
            in,
            (tx, event) -> {
              act.on(tx, sight.managed(tx, in).incident());
              return Answer.ok(view.page(tx, in.caller(), sight.seen(tx, in)));
            });
  }
}

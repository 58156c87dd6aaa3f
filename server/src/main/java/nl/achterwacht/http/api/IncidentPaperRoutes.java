package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import nl.achterwacht.base.Slice;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.incident.Details;
import nl.achterwacht.incident.Incident;
import nl.achterwacht.incident.IncidentLine;
import nl.achterwacht.incident.IncidentWords;
import nl.achterwacht.policy.Measure;
import nl.achterwacht.policy.PolicyTexts;
import nl.achterwacht.print.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Papers about incidents: the file for the police, and the table without anybody's name. */
@Controller
public final class IncidentPaperRoutes {
  private static final List<String> COLUMNS =
      List.of(
          "happenedAt",
          "team",
          "kind",
          "seriousness",
          "behaviours",
          "form",
          "setting",
          "alone",
          "cause",
          "injury",
          "mental",
          "absenceDays",
          "damage",
          "workStopped",
          "police",
          "vpt",
          "measuresDone",
          "measuresWaived",
          "alarm",
          "acknowledged",
          "arrived",
          "openSteps",
          "aftercareOpen",
          "closedAt");

  private final IncidentDoors doors;
  private final IncidentSight sight;
  private final PoliceFile file;

  public IncidentPaperRoutes(IncidentDoors doors, JournalView journal) {
    this.doors = doors;
    this.sight = new IncidentSight(doors);
    this.file = new PoliceFile(doors, journal);
  }

  @GetMapping(BASE + "/incidents/{incidentId}/police-file")
  Answer policeFile(Received in) {
    return doors
        .acts()
        // Its pictures are drawn one by one.
        .atLeisure(
            in,
            tx -> {
              IncidentSight.Seen seen = sight.managed(tx, in);
              doors.journal().note(tx, seen.incident(), "police-file-made", in.caller().person());
              return Answer.file(
                  file.of(tx, in.caller(), seen), IncidentPapers.PDF, "politiedossier.pdf");
            });
  }

  /** No names, no addresses, nothing of who did it. */
  @GetMapping(BASE + "/incident-table")
  Answer table(Received in) {
    IncidentWords words = IncidentWords.in(in.caller().language());
    return doors
        .acts()
        .atLeisure(
            in,
            tx -> {
              doors.journal().exported(tx, in.caller().organisation(), in.caller().person());
              byte[] csv =
                  new Table(
                          "incidenten",
                          COLUMNS.stream().map(words::column).toList(),
                          rows(tx, in, words))
                      .csv();
              return Answer.file(csv, Table.CSV, "incidenten.csv");
            });
  }

  private List<List<@Nullable Object>> rows(Tx tx, Received in, IncidentWords words) {
    Names names = Names.of(tx, doors.people(), in.caller().organisation());
    PolicyTexts policy = PolicyTexts.in(in.caller().language());
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (IncidentLine line : IncidentRoutes.found(tx, in, doors, Slice.WHOLE)) {
      rows.add(row(line, names, words, policy));
    }
    return rows;
  }

  private static String measures(List<String> codes, PolicyTexts policy) {
    return codes.stream()
        .map(code -> policy.name(Measure.valueOf(code)))
        .collect(Collectors.joining(", "));
  }

  private static List<@Nullable Object> row(
      IncidentLine line, Names names, IncidentWords words, PolicyTexts policy) {
    Incident incident = line.incident();
    Details d = incident.details();
    Details.@Nullable Consequences c = d.consequences();
    Details.@Nullable Police police = d.police();
    @Nullable Integer cents = c == null ? null : c.damageCents();
    return Arrays.asList(
        LocalDateTime.ofInstant(incident.happenedAt(), IncidentPapers.ZONE),
        names.teamName(incident.team()),
        words.say("kind", incident.kind().text()),
        words.say("seriousness", incident.seriousness()),
        words.behaviours(d.behaviours()),
        words.say("form", d.form()),
        words.say("setting", d.setting()),
        words.yesNo(d.alone()),
        words.say("cause", d.cause()),
        c == null ? null : words.say("injury", c.injury()),
        c == null ? null : words.say("mental", c.mental()),
        c == null ? null : c.absenceDays(),
        cents == null ? null : cents / 100.0,
        c == null ? null : words.yesNo(c.workStopped()),
        police == null ? null : words.say("police", police.choice()),
        police == null ? null : words.yesNo(police.vptCode()),
        measures(incident.facts().measuresDone(), policy),
        measures(incident.facts().measuresWaived(), policy),
        words.say("alarm", incident.facts().alarmKind()),
        incident.facts().acknowledgedSeconds(),
        incident.facts().arrivedSeconds(),
        line.openSteps(),
        words.yesNo(line.aftercareOpen()),
        incident.closedAt() == null
            ? null
            : LocalDateTime.ofInstant(incident.closedAt(), IncidentPapers.ZONE));
  }
}

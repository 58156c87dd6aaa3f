package nl.achterwacht.http.api;

import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.achterwacht.attachment.Attachment;
import nl.achterwacht.attachment.SafeFile;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.incident.Details;
import nl.achterwacht.incident.Incident;
import nl.achterwacht.incident.IncidentWords;
import nl.achterwacht.incident.Involved;
import nl.achterwacht.incident.Perpetrator;
import nl.achterwacht.print.Page;
import org.jspecify.annotations.Nullable;

/**
 * Everything the police need on paper: the seven W questions, the timeline, the evidence, and the
 * employer's address. In Dutch, since that is who reads it.
 */
final class PoliceFile {
  private static final int LINES = 200;
  private static final Locale DUTCH = Locale.of("nl", "NL");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH.mm 'uur'", DUTCH);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("d-M-uuuu HH:mm:ss", DUTCH);

  private final IncidentDoors doors;
  private final IncidentView view;
  private final IncidentPapers papers;
  private final JournalView journal;
  private final IncidentWords words = IncidentWords.in("nl");

  PoliceFile(IncidentDoors doors, JournalView journal) {
    this.doors = doors;
    this.view = new IncidentView(doors);
    this.papers = new IncidentPapers(doors);
    this.journal = journal;
  }

  byte[] of(Tx tx, Caller caller, IncidentSight.Seen seen) {
    Incident incident = seen.incident();
    Details.@Nullable Police police = incident.details().police();
    List<Map<String, String>> chronology = chronology(tx, caller, incident);
    Map<String, Object> data = new HashMap<>();
    data.put("title", "Dossier voor de politie");
    data.put("madeBy", papers.organisationOf(tx, incident.organisation()).name());
    data.put("madeOn", MOMENT.format(doors.clock().instant().atZone(IncidentPapers.ZONE)));
    data.put("contact", caller.name());
    data.put("number", police == null ? "" : IncidentPapers.or(police.number(), ""));
    data.put("questions", questions(tx, seen));
    data.put("consequences", consequences(incident.details()));
    data.put("evidence", IncidentPapers.lines(text(incident.details().evidence())));
    data.put("attachments", attachments(tx, incident));
    data.put("chronology", chronology);
    data.put("hasChronology", !chronology.isEmpty());
    return Page.pdf("police-file", "nl", data);
  }

  private List<Map<String, Object>> questions(Tx tx, IncidentSight.Seen seen) {
    Incident incident = seen.incident();
    Details details = incident.details();
    List<String> weapons =
        details.behaviours().stream()
            .filter(code -> code.contains("weapon") || code.equals("throwing"))
            .toList();
    String place =
        IncidentPapers.or(view.address(tx, incident.organisation(), incident.place()), "");
    return List.of(
        row("Wie?", who(tx, seen)),
        row("Wat?", details.what() + "\nGedrag: " + words.behaviours(details.behaviours())),
        row("Waar?", place + "\n" + words.say("setting", details.setting())),
        row("Waarmee?", weapons.isEmpty() ? "geen voorwerp genoteerd" : words.behaviours(weapons)),
        row("Op welke manier?", manner(details)),
        row("Wanneer?", MOMENT.format(incident.happenedAt().atZone(IncidentPapers.ZONE))),
        row("Waarom?", why(details)));
  }

  private String who(Tx tx, IncidentSight.Seen seen) {
    Incident incident = seen.incident();
    Names names = Names.of(tx, doors.people(), incident.organisation());
    List<String> lines = new ArrayList<>();
    for (Involved one : seen.involved()) {
      String role = one.isVictim() ? "Slachtoffer: " : "Getuige: ";
      lines.add(role + names.nameOf(one.person()) + " (bereikbaar via de werkgever)");
    }
    Perpetrator person = doors.incidents().perpetrator(tx, incident.organisation(), incident.id());
    Details.@Nullable Perpetrator kind = incident.details().perpetrator();
    String relation = kind == null ? "" : words.say("relation", kind.relation());
    String minor = kind != null && Boolean.TRUE.equals(kind.minor()) ? "minderjarig" : "";
    lines.add(
        "Verdachte: "
            + joined(
                ", ",
                IncidentPapers.or(person.name(), "naam niet bekend"),
                text(person.address()),
                relation,
                minor));
    return String.join("\n", lines);
  }

  private String manner(Details details) {
    String alone =
        details.alone() == null
            ? ""
            : details.alone() ? "De medewerker was alleen." : "De medewerker was niet alleen.";
    return IncidentPapers.or(
        joined("\n", words.say("form", details.form()), alone, text(details.with())),
        "niet genoteerd");
  }

  private String why(Details details) {
    String cause = words.say("cause", details.cause());
    return cause.isEmpty() ? "niet bekend" : "Aanleiding: " + cause;
  }

  private List<Map<String, Object>> consequences(Details details) {
    Details.@Nullable Consequences c = details.consequences();
    if (c == null) {
      return List.of(row("Gevolgen", "nog niet genoteerd"));
    }
    @Nullable Integer cents = c.damageCents();
    String damage =
        cents == null ? "" : NumberFormat.getCurrencyInstance(DUTCH).format(cents / 100.0);
    @Nullable Integer days = c.absenceDays();
    List<Map<String, Object>> rows = new ArrayList<>();
    rows.add(row("Letsel", words.say("injury", c.injury())));
    rows.add(row("Psychisch", words.say("mental", c.mental())));
    rows.add(row("Verzuim", days == null ? "" : days + " dagen"));
    rows.add(row("Schade", damage));
    rows.add(row("Werk gestopt", words.yesNo(c.workStopped())));
    return rows;
  }

  private List<Map<String, Object>> attachments(Tx tx, Incident incident) {
    Names names = Names.of(tx, doors.people(), incident.organisation());
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Attachment one :
        doors.attachments().list(tx, incident.organisation(), incident.id().value())) {
      Map<String, Object> row = new HashMap<>();
      row.put("name", one.name());
      row.put("description", one.description());
      row.put("added", names.nameOf(one.madeBy()) + ", " + IncidentPapers.day(one.madeAt()));
      row.put("picture", picture(tx, one));
      rows.add(row);
    }
    return rows;
  }

  /** Empty for a paper: that goes along by itself. */
  private String picture(Tx tx, Attachment one) {
    return doors
        .attachments()
        .content(tx, one.organisation(), one.subject(), one.id())
        .filter(SafeFile::isPicture)
        .map(
            file -> "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(file.forPaper()))
        .orElse("");
  }

  private List<Map<String, String>> chronology(Tx tx, Caller caller, Incident incident) {
    Incident.Source from = incident.from();
    if (from.watch() == null && from.alarm() == null) {
      return List.of();
    }
    var query =
        new JournalView.Query(
            from.watch(), from.watch() == null ? from.alarm() : null, null, LINES);
    var reader = new Caller(caller.session(), caller.name(), caller.roles(), "nl");
    return journal.entries(tx, query, reader).reversed().stream()
        .filter(entry -> !entry.kind().endsWith("looked-at"))
        .map(entry ->
            Map.of(
                "at", CLOCK.format(entry.at().atZone(IncidentPapers.ZONE)),
                "text", entry.text(),
                "by", text(entry.byName())))
        .toList();
  }

  private static Map<String, Object> row(String name, String text) {
    return Map.of("name", name, "lines", IncidentPapers.lines(IncidentPapers.or(text, "–")));
  }

  private static String joined(String between, String... parts) {
    return Arrays.stream(parts)
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(between));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}

package nl.achterwacht.http.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.incident.Incident;
import nl.achterwacht.incident.IncidentWords;
import nl.achterwacht.incident.Letter;
import nl.achterwacht.incident.LetterTemplates;
import nl.achterwacht.incident.Measure;
import nl.achterwacht.incident.Perpetrator;
import nl.achterwacht.people.Organisation;
import nl.achterwacht.print.Page;
import nl.achterwacht.print.PhoneNumbers;
import org.jspecify.annotations.Nullable;

/** Letters about a measure, filled and printed. They go to residents, so they are in Dutch. */
final class IncidentPapers {
  static final String PDF = "application/pdf";
  static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.of("nl"));

  private final IncidentDoors doors;
  private final IncidentView view;

  IncidentPapers(IncidentDoors doors) {
    this.doors = doors;
    this.view = new IncidentView(doors);
  }

  LocalDate today() {
    return LocalDate.ofInstant(doors.clock().instant(), ZONE);
  }

  /** A new letter about {@code measure}, from the organisation's template. */
  Letter.Text begun(Tx tx, Caller caller, Incident incident, Measure measure, String template) {
    OrganisationId organisation = incident.organisation();
    Letter.Text text =
        doors
            .templates()
            .own(tx, organisation, template)
            .orElseGet(() -> LetterTemplates.shipped(template));
    try {
      return LetterTemplates.filled(text, values(tx, caller, incident, measure));
    } catch (IllegalArgumentException e) {
      throw Refusal.conflict("", "template", String.valueOf(e.getMessage()));
    }
  }

  private Map<String, String> values(Tx tx, Caller caller, Incident incident, Measure measure) {
    OrganisationId organisation = incident.organisation();
    Perpetrator person = doors.incidents().perpetrator(tx, organisation, incident.id());
    @Nullable String address = view.address(tx, organisation, incident.place());
    IncidentWords words = IncidentWords.in("nl");
    String setting = words.say("setting", incident.details().setting());
    Map<String, String> values = new HashMap<>();
    values.put("addressee", or(person.name(), "heer, mevrouw"));
    values.put("address", or(person.address(), ""));
    values.put("date", DAY.format(today()));
    values.put("happenedOn", day(incident.happenedAt()));
    values.put("place", address != null ? address : or(setting, "niet genoteerd"));
    values.put("behaviour", words.behaviours(measure.behaviours()));
    values.put("terms", measure.term().text());
    values.put("startsOn", DAY.format(measure.term().startsOn()));
    values.put("endsOn", DAY.format(measure.term().endsOn()));
    values.put("reviewOn", DAY.format(measure.term().reviewOn()));
    values.putAll(ofUs(organisationOf(tx, organisation), caller));
    return values;
  }

  /** Values that are nobody's, to see how a template reads. */
  Map<String, String> madeUp(Caller caller) {
    LocalDate today = today();
    Map<String, String> values = new HashMap<>();
    values.put("addressee", "mevrouw Voorbeeld");
    values.put("address", "Voorbeeldstraat 1, 1234 AB Voorbeeldstad");
    values.put("date", DAY.format(today));
    values.put("happenedOn", DAY.format(today.minusDays(1)));
    values.put("place", "Voorbeeldstraat 1, Voorbeeldstad");
    values.put("behaviour", "schelden, duwen");
    values.put("terms", "U komt alleen op afspraak in het stadhuis.");
    values.put("startsOn", DAY.format(today));
    values.put("endsOn", DAY.format(today.plusMonths(3)));
    values.put("reviewOn", DAY.format(today.plusMonths(2)));
    values.putAll(
        doors
            .acts()
            .forOrganisation(
                caller.organisation(),
                tx -> ofUs(organisationOf(tx, caller.organisation()), caller)));
    return values;
  }

  private static Map<String, String> ofUs(Organisation organisation, Caller caller) {
    return Map.of(
        "contact", PhoneNumbers.readable(or(organisation.callInstead(), organisation.name())),
        "organisation", organisation.name(),
        "signedBy", caller.name());
  }

  /** The letter as it goes out. */
  byte[] letter(Tx tx, Incident incident, Letter letter) {
    Organisation organisation = organisationOf(tx, incident.organisation());
    Perpetrator person = doors.incidents().perpetrator(tx, incident.organisation(), incident.id());
    LocalDate on =
        letter.sentOn() == null ? LocalDate.ofInstant(letter.madeAt(), ZONE) : letter.sentOn();
    Map<String, Object> data = new HashMap<>();
    data.put("title", letter.text().subject());
    data.put("madeBy", organisation.name());
    data.put("isDraft", letter.sentOn() == null);
    data.put("addressee", or(person.name(), ""));
    data.put("addressLines", lines(or(person.address(), "").replace(", ", "\n")));
    data.put("date", DAY.format(on));
    data.put(
        "paragraphs",
        letter
            .text()
            .body()
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .map(IncidentPapers::paragraph)
            .toList());
    return Page.pdf("letter", "nl", data);
  }

  /** A short line that asks something is a heading; every other line is a paragraph. */
  private static Map<String, Object> paragraph(String line) {
    boolean isHeading = line.endsWith("?") && line.length() < 70;
    return Map.of("isHeading", isHeading, "text", line, "lines", List.of(line));
  }

  Organisation organisationOf(Tx tx, OrganisationId id) {
    @Nullable Organisation organisation = doors.people().organisation(tx, id);
    if (organisation == null) {
      throw new IllegalStateException("somebody of an organisation that is not there");
    }
    return organisation;
  }

  static List<String> lines(String text) {
    return text.lines().filter(line -> !line.isBlank()).toList();
  }

  static String day(Instant moment) {
    return DAY.format(moment.atZone(ZONE));
  }

  static String or(@Nullable String text, String otherwise) {
    return text == null || text.isBlank() ? otherwise : text;
  }
}

package nl.achterwacht.http.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.people.Organisation;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.print.Page;

/**
 * Pages to print, in the language that is asked or else that of the caller. Paper is kept, so every
 * day on it has its year.
 */
final class Prints {
  private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");

  private Prints() {}

  static String language(Received in) {
    return in.query("language").orElse(in.caller().language()).equals("en") ? "en" : "nl";
  }

  /** The page as a file; {@code data} without who made it. */
  static Answer pdf(
      Tx tx, PeopleRegister people, Received in, String page, String file, Map<String, ?> data) {
    Organisation organisation = people.organisation(tx, in.caller().organisation());
    var all = new HashMap<String, Object>(data);
    all.put("madeBy", organisation == null ? "Achterwacht" : organisation.name());
    byte[] pdf = Page.pdf(page, language(in), all);
    return Answer.file(pdf, "application/pdf", file + ".pdf");
  }

  static String day(LocalDate day, String language) {
    return say("EEEE d MMMM yyyy", language).format(day);
  }

  static String shortDay(LocalDate day, String language) {
    return say("d MMM yyyy", language).format(day);
  }

  static String shortDay(Instant moment, String language) {
    return shortDay(LocalDate.ofInstant(moment, HERE), language);
  }

  static String shortMoment(Instant moment, String language) {
    return say("EEE d MMM yyyy, HH:mm", language).format(moment.atZone(HERE));
  }

  /** The day as it sorts by name. */
  static String plainDay(Instant moment) {
    return LocalDate.ofInstant(moment, HERE).toString();
  }

  static String moment(Instant moment, String language) {
    return say("EEEE d MMMM yyyy, HH:mm", language).format(moment.atZone(HERE));
  }

  private static DateTimeFormatter say(String pattern, String language) {
    return DateTimeFormatter.ofPattern(
        pattern, Locale.of(language, language.equals("nl") ? "NL" : "GB"));
  }
}

package nl.achterwacht.calendar.bulk;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.achterwacht.calendar.bulk.Grid.Cell;

/** A column that means something, by its Dutch and English names. The first name is shown. */
enum Column {
  WORKER(
      "medewerker worker gebruikersnaam username email emailadres emailaddress naam name"
          + " naammedewerker employee collega"),
  ADDRESS("adres address bezoekadres visitaddress locatie location"),
  FLOOR("verdieping floor etage deur door bel bell"),
  DATE("datum date dag day bezoekdatum visitdate"),
  START("begin start begintijd starttijd starttime van from tijd time aanvang"),
  END("einde end eind eindtijd endtime tot until"),
  MINUTES("duur duration minuten minutes duurinminuten durationminutes"),
  PURPOSE("doel purpose reden reason"),
  HIGH_RISK("risicobezoek highrisk risico risk hoogrisico"),
  TRAVEL_MODE("vervoer travelmode vervoermiddel transport"),
  TRAVEL_MINUTES("reistijd traveltime travelminutes reisminuten"),
  KEY("kenmerk key referentie reference nummer number id externid externalid");

  private final String names;

  Column(String names) {
    this.names = names;
  }

  /** Its name, as a Dutch file has it. */
  String shown() {
    return names().getFirst();
  }

  /** Where in a line each column stands. Columns of other names are passed over. */
  static Map<Column, Integer> of(List<Cell> header) throws Unreadable {
    var places = new EnumMap<Column, Integer>(Column.class);
    for (int i = 0; i < header.size(); i++) {
      String name = plain(header.get(i).text());
      for (Column column : values()) {
        if (column.names().contains(name) && places.put(column, i) != null) {
          throw new Unreadable("column-twice", column.shown());
        }
      }
    }
    var missing = new ArrayList<String>();
    for (Column needed : Set.of(WORKER, ADDRESS, START)) {
      if (!places.containsKey(needed)) {
        missing.add(needed.shown());
      }
    }
    if (!places.containsKey(END) && !places.containsKey(MINUTES)) {
      missing.add(END.shown());
    }
    if (!missing.isEmpty()) {
      missing.sort(String::compareTo);
      throw new Unreadable("columns-missing", String.join(", ", missing));
    }
    return places;
  }

  private List<String> names() {
    return List.of(names.split(" ", -1));
  }

  /** {@code E-mail adres} and {@code e_mailadres} are the same name. */
  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]", "");
  }
}

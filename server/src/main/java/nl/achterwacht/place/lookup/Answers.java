package nl.achterwacht.place.lookup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.achterwacht.place.Address;
import nl.achterwacht.place.AddressCheck;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what the register says: a Solr envelope with documents of which each field may be missing.
 * What does not have the right form is left out, so that the rest can be used.
 */
final class Answers {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  // Longitude first.
  private static final Pattern POINT =
      Pattern.compile("POINT ?\\((-?[0-9.]{1,20}) (-?[0-9.]{1,20})\\)");
  private static final int LONGEST_LABEL = 200;

  private Answers() {}

  /** The answer was not of the kind we know. */
  static final class Odd extends Exception {
    private static final long serialVersionUID = 1L;

    Odd(String what) {
      super(what);
    }
  }

  static List<Suggestion> suggestions(byte[] body) throws Odd {
    var found = new ArrayList<Suggestion>();
    for (JsonNode doc : docs(body)) {
      String id = doc.path("id").asString("");
      String label = doc.path("weergavenaam").asString("");
      if (Locatieserver.isAddressId(id) && !label.isBlank() && label.length() <= LONGEST_LABEL) {
        found.add(new Suggestion(id, label));
      }
    }
    return found;
  }

  static Optional<Address> address(byte[] body) throws Odd {
    JsonNode docs = docs(body);
    return docs.isEmpty() ? Optional.empty() : Optional.of(address(docs.path(0)));
  }

  private static JsonNode docs(byte[] body) throws Odd {
    try {
      JsonNode docs = JSON.readTree(body).path("response").path("docs");
      if (!docs.isArray()) {
        throw new Odd("an answer without response.docs");
      }
      return docs;
    } catch (JacksonException e) {
      throw new Odd("an answer that is not JSON");
    }
  }

  private static Address address(JsonNode doc) throws Odd {
    String label = doc.path("weergavenaam").asString("");
    if (label.isBlank() || label.length() > LONGEST_LABEL) {
      throw new Odd("an address without a name");
    }
    int number = doc.path("huisnummer").asInt(0);
    return withoutFaults(
        new Address(
            label,
            text(doc, "straatnaam"),
            number == 0 ? null : number,
            text(doc, "huisletter"),
            text(doc, "huisnummertoevoeging"),
            text(doc, "postcode"),
            text(doc, "woonplaatsnaam"),
            text(doc, "nummeraanduiding_id"),
            text(doc, "adresseerbaarobject_id"),
            text(doc, "buurtcode"),
            point(doc.path("centroide_ll").asString(""))));
  }

  private static Address withoutFaults(Address a) {
    var wrong = AddressCheck.faults(a).stream().map(AddressCheck.Fault::part).toList();
    return new Address(
        a.text(),
        a.street(),
        wrong.contains("houseNumber") ? null : a.houseNumber(),
        wrong.contains("houseLetter") || wrong.contains("houseNumber") ? null : a.houseLetter(),
        wrong.contains("houseAddition") || wrong.contains("houseNumber") ? null : a.houseAddition(),
        wrong.contains("postcode") ? null : a.postcode(),
        a.town(),
        wrong.contains("addressId") ? null : a.addressId(),
        wrong.contains("objectId") ? null : a.objectId(),
        wrong.contains("neighbourhoodCode") ? null : a.neighbourhoodCode(),
        a.point());
  }

  private static @Nullable String text(JsonNode doc, String field) {
    String text = doc.path(field).asString("").strip();
    return text.isEmpty() || text.length() > 100 ? null : text;
  }

  private static Address.@Nullable Point point(String text) {
    Matcher point = POINT.matcher(text);
    if (!point.matches()) {
      return null;
    }
    try {
      double longitude = Double.parseDouble(point.group(1));
      double latitude = Double.parseDouble(point.group(2));
      boolean onEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
      return onEarth ? new Address.Point(latitude, longitude) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}

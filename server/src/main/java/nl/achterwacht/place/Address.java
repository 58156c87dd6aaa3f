package nl.achterwacht.place;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address: as a person reads it, and its parts as far as they are known.
 *
 * @param text street, number, postcode and town, as written on an envelope
 * @param postcode four digits and two capitals, without a space
 * @param addressId of the BAG register (nummeraanduiding), 16 digits
 * @param objectId of the home, berth or pitch itself (adresseerbaar object), 16 digits
 * @param neighbourhoodCode of Statistics Netherlands, such as {@code BU0363AD07}
 * @param point where it is; null when not known
 */
public record Address(
    String text,
    @Nullable String street,
    @Nullable Integer houseNumber,
    @Nullable String houseLetter,
    @Nullable String houseAddition,
    @Nullable String postcode,
    @Nullable String town,
    @Nullable String addressId,
    @Nullable String objectId,
    @Nullable String neighbourhoodCode,
    @Nullable Point point) {

  /** A point in degrees, WGS 84. */
  public record Point(double latitude, double longitude) {}

  static final Pattern POSTCODE =
      Pattern.compile("\\b([1-9][0-9]{3}) ?([A-Za-z]{2})\\b(?<!(?i:S[ADS]))");

  // Greedy, so that in "Plein 1944 12" the number is 12.
  private static final Pattern STREET_AND_NUMBER =
      Pattern.compile(
          "(?<street>.*\\p{L}.*)\\s+(?<number>[1-9][0-9]{0,4})\\s*[-/]?\\s*"
              + "(?<rest>[A-Za-z]?[-/ ]?[0-9A-Za-z]{0,4})");

  /** What can be read from an address that somebody typed; what cannot, stays unknown. */
  public static Address ofText(String typed) {
    String text = typed.strip();
    Matcher code = POSTCODE.matcher(text);
    boolean hasCode = code.find();
    int comma = text.indexOf(',');
    int end = hasCode ? code.start() : text.length();
    String head = text.substring(0, comma >= 0 && comma < end ? comma : end).strip();
    Matcher parts = STREET_AND_NUMBER.matcher(head);
    boolean hasParts = parts.matches();
    String rest = hasParts ? parts.group("rest").replaceAll("[^0-9A-Za-z]", "") : "";
    boolean isLetter = rest.matches("[A-Za-z]");
    boolean isAddition = !isLetter && rest.matches("[0-9A-Za-z]{1,4}");
    return new Address(
        text,
        hasParts ? parts.group("street").strip() : null,
        hasParts ? Integer.valueOf(parts.group("number")) : null,
        isLetter ? rest : null,
        isAddition ? rest : null,
        hasCode ? (code.group(1) + code.group(2)).toUpperCase(Locale.ROOT) : null,
        town(text, hasCode ? code.end() : comma < 0 ? text.length() : comma + 1),
        null,
        null,
        null,
        null);
  }

  private static @Nullable String town(String text, int from) {
    String town = text.substring(from).replaceAll("^[ ,]+", "").strip();
    return town.isEmpty() ? null : town;
  }

  /** The same address where {@code other} fills in what is not known here. */
  public Address filledFrom(Address other) {
    return new Address(
        text,
        street == null ? other.street : street,
        houseNumber == null ? other.houseNumber : houseNumber,
        houseNumber == null ? other.houseLetter : houseLetter,
        houseNumber == null ? other.houseAddition : houseAddition,
        postcode == null ? other.postcode : postcode,
        town == null ? other.town : town,
        addressId == null ? other.addressId : addressId,
        objectId == null ? other.objectId : objectId,
        neighbourhoodCode == null ? other.neighbourhoodCode : neighbourhoodCode,
        point == null ? other.point : point);
  }

  /** The same address, known to lie in this neighbourhood. */
  public Address in(@Nullable String code) {
    return new Address(
        text,
        street,
        houseNumber,
        houseLetter,
        houseAddition,
        postcode,
        town,
        addressId,
        objectId,
        code,
        point);
  }

  /** The same address, known to be at this point. */
  public Address at(Point where) {
    return new Address(
        text,
        street,
        houseNumber,
        houseLetter,
        houseAddition,
        postcode,
        town,
        addressId,
        objectId,
        neighbourhoodCode,
        where);
  }
}

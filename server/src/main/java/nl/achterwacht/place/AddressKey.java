package nl.achterwacht.place;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * By what the same address is found again, however it was typed.
 *
 * @param byPostcode postcode, number, letter and addition: a Dutch address in full; null without
 * @param byText everything but the postcode, in small letters and digits
 */
public record AddressKey(@Nullable String byPostcode, String byText) {
  /** The key of an address; two texts that differ in case, accents or signs have the same. */
  public static AddressKey of(Address address) {
    String code = address.postcode();
    String byPostcode =
        code == null || address.houseNumber() == null
            ? null
            : (code.toLowerCase(Locale.ROOT) + " " + address.houseNumber() + " " + rest(address))
                .strip();
    return new AddressKey(byPostcode, words(withoutPostcode(address.text())));
  }

  /** Whether both mean the same address, as far as can be told when one lacks the postcode. */
  public boolean meansSameAs(AddressKey other) {
    if (byPostcode == null || other.byPostcode == null) {
      return byText.equals(other.byText);
    }
    return byPostcode.equals(other.byPostcode);
  }

  /** What is unique in an organisation. */
  String unique() {
    return byPostcode == null ? byText : byPostcode;
  }

  /** A street of a town, as streets are compared. */
  public static String ofStreet(String street, String town) {
    return words(street + " " + town);
  }

  /** Small letters and digits, apart by single spaces; "12A" and "12 a" are the same. */
  public static String words(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("(?<=[0-9])(?=\\p{L})|(?<=\\p{L})(?=[0-9])", " ")
        .replaceAll("[^\\p{L}0-9]+", " ")
        .strip();
  }

  private static String withoutPostcode(String text) {
    return Address.POSTCODE.matcher(text).replaceAll(" ");
  }

  private static String rest(Address address) {
    String letter = address.houseLetter() == null ? "" : address.houseLetter();
    String addition = address.houseAddition() == null ? "" : address.houseAddition();
    return (letter + addition).toLowerCase(Locale.ROOT);
  }
}

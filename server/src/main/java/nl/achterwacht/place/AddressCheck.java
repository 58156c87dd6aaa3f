package nl.achterwacht.place;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What can be wrong with an address by its form: the rules of PostNL, the BAG register and
 * Statistics Netherlands. Whether it exists is not asked.
 */
public final class AddressCheck {
  private static final Pattern POSTCODE = Pattern.compile("[1-9][0-9]{3}(?!S[ADS])[A-Z]{2}");
  private static final Pattern LETTER = Pattern.compile("[A-Za-z]");
  private static final Pattern ADDITION = Pattern.compile("[0-9A-Za-z]{1,4}");
  // Four digits of the municipality, two of the kind, ten of the number in the series.
  private static final Pattern ADDRESS_ID = Pattern.compile("[0-9]{4}20[0-9]{10}");
  private static final Pattern OBJECT_ID = Pattern.compile("[0-9]{4}0[123][0-9]{10}");
  private static final Pattern NEIGHBOURHOOD = Pattern.compile("BU[0-9]{4}[0-9A-Z]{4}");

  private static final int HIGHEST_NUMBER = 99_999;

  private AddressCheck() {}

  /** One fault: the name of the part, a stable word, and a sentence. */
  public record Fault(String part, String code, String detail) {}

  /** All faults of {@code address} together; none when its form is right. */
  public static List<Fault> faults(Address address) {
    var faults = new ArrayList<Fault>();
    if (AddressKey.of(address).byText().isEmpty()) {
      faults.add(new Fault("text", "blank", "An address has words."));
    }
    Integer number = address.houseNumber();
    if (number != null && (number < 1 || number > HIGHEST_NUMBER)) {
      faults.add(new Fault("houseNumber", "range", "From 1 to 99999."));
    }
    if (number == null && (address.houseLetter() != null || address.houseAddition() != null)) {
      faults.add(new Fault("houseNumber", "required", "A letter or addition needs a number."));
    }
    check(faults, "postcode", address.postcode(), POSTCODE, "Four digits and two capitals.");
    check(faults, "houseLetter", address.houseLetter(), LETTER, "One letter.");
    check(faults, "houseAddition", address.houseAddition(), ADDITION, "At most four signs.");
    check(faults, "addressId", address.addressId(), ADDRESS_ID, "16 digits, of kind 20.");
    check(faults, "objectId", address.objectId(), OBJECT_ID, "16 digits, of kind 01, 02 or 03.");
    check(
        faults,
        "neighbourhoodCode",
        address.neighbourhoodCode(),
        NEIGHBOURHOOD,
        "BU, four digits, four digits or capitals.");
    return faults;
  }

  /** Whether {@code code} has the form of a neighbourhood's. */
  public static boolean isNeighbourhoodCode(String code) {
    return NEIGHBOURHOOD.matcher(code).matches();
  }

  private static void check(
      List<Fault> faults, String part, @Nullable String value, Pattern form, String detail) {
    if (value != null && !form.matcher(value).matches()) {
      faults.add(new Fault(part, "format", detail));
    }
  }
}

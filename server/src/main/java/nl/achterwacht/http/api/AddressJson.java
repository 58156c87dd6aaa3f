package nl.achterwacht.http.api;

import java.util.List;
import java.util.Locale;
import nl.achterwacht.http.frame.FieldError;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.place.Address;
import nl.achterwacht.place.AddressCheck;
import org.jspecify.annotations.Nullable;

/** The contract's {@code Address}: a text, and what is known of its parts. */
record AddressJson(
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
    @Nullable Double latitude,
    @Nullable Double longitude) {
  static AddressJson of(Address a) {
    Address.@Nullable Point point = a.point();
    return new AddressJson(
        a.text(),
        a.street(),
        a.houseNumber(),
        a.houseLetter(),
        a.houseAddition(),
        a.postcode(),
        a.town(),
        a.addressId(),
        a.objectId(),
        a.neighbourhoodCode(),
        point == null ? null : point.latitude(),
        point == null ? null : point.longitude());
  }

  /**
   * The address, with what can be read from its text where the parts are not given.
   *
   * @param at pointer to it in the body
   */
  Address address(String at) {
    if ((latitude == null) != (longitude == null)) {
      throw Refusal.invalid(at + "/longitude", "required", "A point has two numbers.");
    }
    var given =
        new Address(
            text.strip(),
            stripped(street),
            houseNumber,
            stripped(houseLetter),
            stripped(houseAddition),
            postcode == null ? null : postcode.replace(" ", "").toUpperCase(Locale.ROOT),
            stripped(town),
            addressId,
            objectId,
            neighbourhoodCode,
            latitude == null || longitude == null ? null : new Address.Point(latitude, longitude));
    List<FieldError> errors =
        AddressCheck.faults(given).stream()
            .map(fault -> FieldError.body(at + "/" + fault.part(), fault.code(), fault.detail()))
            .toList();
    if (!errors.isEmpty()) {
      throw Refusal.invalid(errors);
    }
    return given.filledFrom(Address.ofText(text));
  }

  private static @Nullable String stripped(@Nullable String part) {
    return part == null || part.isBlank() ? null : part.strip();
  }
}

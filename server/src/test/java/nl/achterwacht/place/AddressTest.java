package nl.achterwacht.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses as people type them, what can be read from them, and what cannot be an address. */
class AddressTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Koolmees 1, 3435RA Nieuwegein | Koolmees | 1 | | | 3435RA | Nieuwegein",
        "Koolmees 1, 3435 ra Nieuwegein | Koolmees | 1 | | | 3435RA | Nieuwegein",
        "Plein 1944 12a, 6511JC Nijmegen | Plein 1944 | 12 | a | | 6511JC | Nijmegen",
        "Dorpsstraat 12-2 1011AB Voorbeeldstad | Dorpsstraat | 12 | | 2 | 1011AB | Voorbeeldstad",
        "Dorpsstraat 12 bis, Voorbeeldstad | Dorpsstraat | 12 | | bis | | Voorbeeldstad",
        "1e Dorpsstraat 3, Voorbeeldstad | 1e Dorpsstraat | 3 | | | | Voorbeeldstad",
        "Woonwagenkamp achter de kerk | | | | | |",
      })
  void whatCanBeReadIsRead(
      String text,
      String street,
      Integer number,
      String letter,
      String addition,
      String postcode,
      String town) {
    Address address = Address.ofText(text);
    assertThat(address.street()).isEqualTo(street);
    assertThat(address.houseNumber()).isEqualTo(number);
    assertThat(address.houseLetter()).isEqualTo(letter);
    assertThat(address.houseAddition()).isEqualTo(addition);
    assertThat(address.postcode()).isEqualTo(postcode);
    assertThat(address.town()).isEqualTo(town);
    assertThat(AddressCheck.faults(address)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Koolmees 1, 3435RA Nieuwegein | koolmees 1 3435 ra NIEUWEGEIN",
        "Koolmees 1, 3435RA Nieuwegein | Koolmees 1, Nieuwegein",
        "Één-straat 12A, Zoutkamp | een straat 12 a,  zoutkamp.",
        "Vlietlaan 12-2, 1011AB Stad | Vlietlaan 12/2, 1011 AB Stad",
      })
  void theSameAddressIsTheSameHoweverTyped(String one, String other) {
    assertThat(key(one).meansSameAs(key(other))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Koolmees 1, 3435RA Nieuwegein | Koolmees 11, 3435RA Nieuwegein",
        "Koolmees 1, 3435RA Nieuwegein | Koolmees 1 A, 3435RA Nieuwegein",
        "Kerkstraat 1, 1011AB Stad | Kerkstraat 1, 1011AC Stad",
        "Kerkstraat 1, Stad | Kerkstraat 1, Dorp",
      })
  void anotherAddressIsAnother(String one, String other) {
    assertThat(key(one).meansSameAs(key(other))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1234SA", "1234SD", "1234SS", "0234AB", "1234ab", "1234 AB", "12345"})
  void thisIsNoPostcode(String postcode) {
    assertThat(AddressCheck.faults(with(postcode, null, null, null)))
        .extracting(AddressCheck.Fault::part)
        .containsExactly("postcode");
  }

  @Test
  void aPostcodeThatCannotBeIsNotReadFromAText() {
    assertThat(Address.ofText("Straat 1, 1234SS Stad").postcode()).isNull();
  }

  @Test
  void idsOfTheRegisterKeepTheirZeroesAndHaveTheirKind() {
    assertThat(
            AddressCheck.faults(with(null, "0356200000012345", "0356010000012345", "BU0363AD07")))
        .isEmpty();
    assertThat(
            AddressCheck.faults(with(null, "0356010000012345", "0356200000012345", "BU0363ad07")))
        .extracting(AddressCheck.Fault::part)
        .containsExactly("addressId", "objectId", "neighbourhoodCode");
    assertThat(AddressCheck.faults(with(null, "356200000012345", null, null))).hasSize(1);
  }

  @Test
  void signsAloneAreNoAddress() {
    assertThat(AddressCheck.faults(Address.ofText(" ,- "))).hasSize(1);
  }

  private static AddressKey key(String text) {
    return AddressKey.of(Address.ofText(text));
  }

  private static Address with(
      @Nullable String postcode,
      @Nullable String addressId,
      @Nullable String objectId,
      @Nullable String neighbourhood) {
    return new Address(
        "Straat 1",
        "Straat",
        1,
        null,
        null,
        postcode,
        null,
        addressId,
        objectId,
        neighbourhood,
        null);
  }
}

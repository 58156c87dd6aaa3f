package nl.achterwacht.print;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {
  @ParameterizedTest
  @CsvSource({
    "+31201234567,     020 123 45 67",
    "0201234567,       020 123 45 67",
    "(020) 123 45 67,  020 123 45 67",
    "+31182123456,     0182 12 34 56",
    "+31612345678,     06 12 34 56 78",
    "+31881234567,     088 123 45 67",
    "+318001234,       0800 1234",
    "09008844,         0900 8844",
    // Made up, as in the example town: no phone has it.
    "+31600000101,     06 00 00 01 01",
  })
  void aDutchNumberIsWrittenAsItIsDialledHere(String given, String said) {
    assertThat(PhoneNumbers.readable(given)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({
    "+32470123456,  +32 470 12 34 56",
    "+4930123456,   +49 30 123456",
    "+5997151234,   +599 715 1234",
  })
  void aForeignNumberKeepsItsCountry(String given, String said) {
    assertThat(PhoneNumbers.readable(given)).isEqualTo(said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "112",
        "1234567",
        "",
        "+",
        "toestel 12",
        "020 1234567 (op werkdagen)",
        "+31612345678 of 112",
        "2026-11-21"
      })
  void whatIsNoNumberByItselfStaysAsItWasWritten(String given) {
    assertThat(PhoneNumbers.readable(given)).isEqualTo(given);
  }
}

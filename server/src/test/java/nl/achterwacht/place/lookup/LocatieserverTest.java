package nl.achterwacht.place.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.achterwacht.place.Address;
import nl.achterwacht.place.lookup.AddressBook.Mood;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Asking a real HTTP server that speaks as the register does, well or badly. */
class LocatieserverTest {
  private final AddressBook book = new AddressBook();
  private Instant now = Instant.parse("2026-11-23T13:00:00Z");
  private final Locatieserver register = asking(book.base(), Duration.ofSeconds(20));

  @AfterEach
  void close() {
    register.close();
    book.close();
  }

  private Locatieserver asking(URI base, Duration limit) {
    return new Locatieserver(base, () -> now, limit);
  }

  @Test
  void itSuggestsAddressesAndLeavesOutWhatIsNone() {
    assertThat(register.suggest("koolm", 8))
        .isEqualTo(
            new Lookup.Found<>(
                List.of(
                    new Suggestion(AddressBook.ID, "Koolmees 1, 3435RA Nieuwegein"),
                    new Suggestion("adr-" + "f".repeat(32), "Ergens 2, Nergens"))));
    assertThat(register.suggest("nergens te vinden", 8)).isEqualTo(new Lookup.Found<>(List.of()));
  }

  @Test
  void itTellsAllOfAnAddress() {
    assertThat(register.lookUp(AddressBook.ID))
        .isEqualTo(
            new Lookup.Found<>(
                Optional.of(
                    new Address(
                        "Koolmees 1, 3435RA Nieuwegein",
                        "Koolmees",
                        1,
                        null,
                        null,
                        "3435RA",
                        "Nieuwegein",
                        "0356200000054321",
                        "0356010000012345",
                        "BU03560101",
                        new Address.Point(52.0266669, 5.07000962)))));
  }

  @Test
  void whatIsMissingOrOddInADocumentIsLeftOut() {
    assertThat(register.lookUp("adr-" + "f".repeat(32)))
        .isEqualTo(
            new Lookup.Found<>(
                Optional.of(
                    new Address(
                        "Ergens 2, Nergens",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null))));
    assertThat(register.lookUp("adr-" + "0".repeat(32)))
        .isEqualTo(new Lookup.Found<>(Optional.empty()));
  }

  @Test
  void onlyTheTextOfAnAddressGoesThereAndNoParameterIsUnknown() {
    register.suggest("koolmees <b> & q=x\n?1", 8);
    assertThat(book.asked())
        .containsExactly("/search/v3_1/suggest?q=koolmees+b+q+x+1&fq=type:adres&rows=8");
    register.lookUp("adr-zz&x=1");
    register.suggest("ko", 8);
    register.suggest("k".repeat(101), 8);
    assertThat(book.asked()).hasSize(1);
  }

  @Test
  void theSameQuestionIsAskedOnceInTenMinutes() {
    register.suggest("koolm", 8);
    register.suggest("koolm", 8);
    assertThat(book.asked()).hasSize(1);
    now = now.plus(Duration.ofMinutes(10)).plusSeconds(1);
    register.suggest("koolm", 8);
    assertThat(book.asked()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILING", "CONFUSED", "ENDLESS"})
  void afterAFailureItRestsAndThenGoesOn(Mood mood) {
    book.becomes(mood);
    assertThat(register.suggest("koolm", 8)).isInstanceOf(Lookup.Away.class);
    book.becomes(Mood.WELL);
    assertThat(register.suggest("koolm", 8)).isInstanceOf(Lookup.Away.class);
    assertThat(book.asked()).hasSize(1);
    now = now.plus(Locatieserver.REST);
    assertThat(register.suggest("koolm", 8)).isInstanceOf(Lookup.Found.class);
  }

  @Test
  void whoeverHangsIsLeftWhenTheTimeIsUp() {
    book.becomes(Mood.HANGING);
    try (Locatieserver hurried = asking(book.base(), Duration.ofMillis(300))) {
      assertThat(hurried.suggest("koolm", 8)).isInstanceOf(Lookup.Away.class);
    }
  }

  @Test
  void nobodyThereIsAwayAndSwitchedOffIsOff() {
    URI gone = book.base();
    book.close();
    try (Locatieserver alone = asking(gone, Duration.ofSeconds(20));
        Locatieserver off = new Locatieserver(null, () -> now, Duration.ofSeconds(1))) {
      assertThat(alone.suggest("koolm", 8)).isInstanceOf(Lookup.Away.class);
      assertThat(off.suggest("koolm", 8)).isInstanceOf(Lookup.SwitchedOff.class);
      assertThat(off.suggest("k", 8)).isInstanceOf(Lookup.SwitchedOff.class);
      assertThat(off.lookUp(AddressBook.ID)).isInstanceOf(Lookup.SwitchedOff.class);
    }
  }
}

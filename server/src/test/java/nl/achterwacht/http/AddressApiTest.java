package nl.achterwacht.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.achterwacht.http.ApiClient.Reply;
import nl.achterwacht.notify.LogTrap;
import nl.achterwacht.place.lookup.AddressBook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Addresses of the register while typing, by a server that was told where it is. */
class AddressApiTest {
  private static final AddressBook BOOK = new AddressBook();
  private static final TestServer SERVER =
      TestServer.start(true, "--achterwacht.addresses.url=" + BOOK.base());
  private static final TestTown TOWN = SERVER.town("register");

  @AfterAll
  static void stop() {
    SERVER.close();
    BOOK.close();
  }

  @Test
  void aSuggestionIsChosenAndBecomesAPlace() {
    ApiClient carla = SERVER.signedIn(TOWN, "carla");
    Reply found = carla.post("/address-searches", Map.of("text", "Koolm")).expect(201);
    assertThat(found.json().path("available").asBoolean()).isTrue();
    assertThat(found.at("/items/0/label")).isEqualTo("Koolmees 1, 3435RA Nieuwegein");
    Reply whole = carla.post("/address-lookups", Map.of("id", found.at("/items/0/id"))).expect(201);
    assertThat(whole.at("/address/objectId")).isEqualTo("0356010000012345");
    Reply place =
        carla.post("/places", Map.of("address", whole.json().path("address"))).expect(201);
    assertThat(place.at("/address/neighbourhoodCode")).isEqualTo("BU03560101");
    Reply byHand =
        carla
            .post("/places", Map.of("address", Map.of("text", "koolmees 1, nieuwegein")))
            .expect(201);
    assertThat(byHand.at("/id")).isEqualTo(place.at("/id"));
  }

  @Test
  void whenTheRegisterFailsItGoesByHandAndTheLogHoldsNoAddress() {
    ApiClient carla = SERVER.signedIn(TOWN, "carla");
    BOOK.becomes(AddressBook.Mood.FAILING);
    try (LogTrap log = LogTrap.open()) {
      Reply none = carla.post("/address-searches", Map.of("text", "Geheimpad 7")).expect(201);
      assertThat(none.json().path("available").asBoolean(true)).isFalse();
      assertThat(String.join("\n", log.lines())).contains("register").doesNotContain("Geheimpad");
    } finally {
      BOOK.becomes(AddressBook.Mood.WELL);
    }
  }

  @Test
  void whatIsNoIdOfTheRegisterIsRefused() {
    ApiClient carla = SERVER.signedIn(TOWN, "carla");
    carla.post("/address-lookups", Map.of("id", "adr-1&x=y")).expect(400);
    SERVER.visitor().post("/address-searches", Map.of("text", "Koolm")).expect(401);
  }
}

package nl.achterwacht.travel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import nl.achterwacht.notify.HangingServer;
import nl.achterwacht.notify.HangingServer.Habit;
import nl.achterwacht.notify.wire.Destinations;
import nl.achterwacht.notify.wire.HttpCourier;
import nl.achterwacht.notify.wire.Network;
import nl.achterwacht.travel.VehicleLookup.Known;
import nl.achterwacht.travel.VehicleLookup.Known.Found;
import nl.achterwacht.travel.VehicleLookup.Known.NoSuchPlate;
import nl.achterwacht.travel.VehicleLookup.Known.NotAsked;
import nl.achterwacht.travel.VehicleLookup.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What RDW says is a help; that it says nothing is no hindrance. */
class VehicleLookupTest {
  private static final String FIAT =
      """
      [{"kenteken":"3TKZ08","voertuigsoort":"Personenauto","merk":"FIAT",
        "handelsbenaming":"FIAT 500","vervaldatum_apk":"20250504","inrichting":"hatchback",
        "eerste_kleur":"ZWART","tweede_kleur":"Niet geregistreerd",
        "datum_eerste_toelating":"20140318","wam_verzekerd":"Nee"}]
      """;
  private static final String MOPED =
      """
      [{"kenteken":"D123BB","voertuigsoort":"Bromfiets","merk":"VESPA",
        "handelsbenaming":"VESPA","eerste_kleur":"N.v.t."}]
      """;
  private static final String LITTLE =
      """
      [{"kenteken":"GBB01B","merk":"MINI","handelsbenaming":"MINIBUS XL"}]
      """;

  @Test
  void brandModelColourAndKindAreTakenOverAndNothingTwice() {
    try (var rdw = new FakeRdw(Map.of("3TKZ08", FIAT, "D123BB", MOPED, "GBB01B", LITTLE))) {
      assertThat(find(rdw.url(), "3-tkz-08"))
          .isEqualTo(new Found("FIAT", "500", "ZWART", "Personenauto"));
      assertThat(find(rdw.url(), "D-123-BB"))
          .isEqualTo(new Found("VESPA", null, null, "Bromfiets"));
      assertThat(find(rdw.url(), "GBB-01-B"))
          .isEqualTo(new Found("MINI", "MINIBUS XL", null, null));
      assertThat(rdw.asked())
          .containsExactly("kenteken=3TKZ08", "kenteken=D123BB", "kenteken=GBB01B");
    }
  }

  @Test
  void anUnknownPlateIsToldApartFromNoAnswer() {
    try (var rdw = new FakeRdw(Map.of())) {
      assertThat(find(rdw.url(), "GBB-02-B")).isEqualTo(new NoSuchPlate());
    }
  }

  @Test
  void theTokenGoesAlongWhenThereIsOne() {
    try (var rdw = new FakeRdw(Map.of());
        var courier = courier()) {
      new VehicleLookup(new Source(rdw.url(), "sleutel"), courier).find(Plate.read("GBB01B"));
      assertThat(rdw.asked()).containsExactly("kenteken=GBB01B sleutel");
      assertThat(new Source(rdw.url(), "sleutel").toString()).doesNotContain("sleutel");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"CD-12-34", "KN-12-34", "B-KL 1234"})
  void whatIsNoCivilDutchPlateIsNotAskedAbout(String typed) {
    try (var rdw = new FakeRdw(Map.of())) {
      assertThat(find(rdw.url(), typed)).isInstanceOf(NotAsked.class);
      assertThat(rdw.asked()).isEmpty();
    }
  }

  @Test
  void turnedOffItAsksNobody() {
    try (var courier = courier()) {
      assertThat(new VehicleLookup(null, courier).find(Plate.read("GBB01B")))
          .isEqualTo(new NotAsked("turned off"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "<html>", "", "\"x\"", "[7]"})
  void anAnswerThatMakesNoSenseIsNoAnswer(String nonsense) {
    try (var rdw = new FakeRdw(Map.of("GBB01B", nonsense))) {
      assertThat(find(rdw.url(), "GBB01B")).isInstanceOf(NotAsked.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRegisterAtItsWorstIsNoHindrance(Habit habit) {
    try (var server = HangingServer.that(habit)) {
      URI url = URI.create("http://localhost:" + server.port() + "/x.json");
      assertThat(find(url, "GBB01B")).isInstanceOf(NotAsked.class);
    }
  }

  private static Known find(URI url, String typed) {
    try (var courier = courier()) {
      return new VehicleLookup(new Source(url, null), courier).find(Plate.read(typed));
    }
  }

  private static HttpCourier courier() {
    try {
      var loopback = new Destinations(List.of(Network.of("127.0.0.0/8"), Network.of("::1/128")));
      return new HttpCourier(loopback, SSLContext.getDefault());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

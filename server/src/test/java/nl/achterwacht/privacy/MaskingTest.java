package nl.achterwacht.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.achterwacht.base.Json;
import org.junit.jupiter.api.Test;

/** Others become what they are. */
class MaskingTest {
  private static final String ID = "0199a000-0000-7000-8000-000000000201";
  private static final String ANNA = "0199a000-0000-7000-8000-000000000202";
  private final Masking masking = new Masking("Anna van der Berg", "een collega");

  MaskingTest() {
    masking.show(ANNA, "Anna van der Berg");
    masking.add(
        ID,
        "Bram Jansen",
        Arrays.asList("+31612345678", "bram@dorp.example", null),
        "een achterwacht");
    masking.add("b", "Roos van den Berg", List.of(), "een leidinggevende");
    masking.add("c", "Jan-Willem de Wit", List.of(), "een medewerker");
    masking.add("d", "Bram Özdemir", List.of(), "een beheerder");
  }

  @Test
  void idsNamesNumbersAndAddressesAreTakenOut() {
    assertThat(masking.text(ID)).isEqualTo("een achterwacht");
    assertThat(masking.text("Met Bram Jansen gebeld (+31612345678), bram@dorp.example."))
        .isEqualTo("Met een achterwacht gebeld (+een achterwacht), een achterwacht.");
    assertThat(masking.text("bram jansen")).isEqualTo("een achterwacht");
    assertThat(masking.text("Bel 06-12345678 of 06 12 34 56 78 of 0612345678."))
        .isEqualTo("Bel een achterwacht of een achterwacht of een achterwacht.");
  }

  @Test
  void oneNameIsEnoughWhereItHasACapital() {
    assertThat(masking.text("Jansen kwam. Mevrouw JANSEN ook, en B. Jansen."))
        .isEqualTo("een achterwacht kwam. Mevrouw een achterwacht ook, en B. een achterwacht.");
    assertThat(masking.text("Ozdemir belde")).isEqualTo("een beheerder belde");
    assertThat(masking.text("Jan-Willem, de heer De Wit"))
        .isEqualTo("een medewerker-een medewerker, de heer De een medewerker");
  }

  @Test
  void aNameOfMoreThanOneIsAColleague() {
    assertThat(masking.text("Bram was er. Brams fiets, Bram’s auto."))
        .isEqualTo("een collega was er. een collega fiets, een collega’s auto.");
  }

  @Test
  void aWordThatMayBeANameIsTakenOutRatherThanShown() {
    assertThat(masking.text("Roos belde. Er stond een roos op tafel. Wit was hij. Een wit hek."))
        .isEqualTo(
            "een leidinggevende belde. Er stond een roos op tafel. een medewerker was hij."
                + " Een wit hek.");
  }

  @Test
  void theOwnNameStaysAlsoWhereAnotherHasAPartOfIt() {
    assertThat(masking.text(ANNA)).isEqualTo("Anna van der Berg");
    assertThat(masking.text("Anna van der Berg; Anna; mevrouw Van der Berg; Roos van den Berg"))
        .isEqualTo("Anna van der Berg; Anna; mevrouw Van der Berg; een leidinggevende");
  }

  @Test
  void aWordThatOnlyBeginsTheSameIsLeftAlone() {
    assertThat(masking.text("Een braam, Bramen en de Jansenstraat"))
        .isEqualTo("Een braam, Bramen en de Jansenstraat");
    assertThat(masking.text("Van de deur, In de tuin, Den Haag"))
        .isEqualTo("Van de deur, In de tuin, Den Haag");
  }

  @Test
  void alsoInsideWhatIsKeptAsJson() {
    Object masked =
        masking.of(Json.tree("{\"by\":\"" + ID + "\",\"all\":[\"Bram Jansen\",3,null,true]}"));
    assertThat(masked)
        .isEqualTo(
            Map.of(
                "by", "een achterwacht", "all", Arrays.asList("een achterwacht", 3, null, true)));
  }
}

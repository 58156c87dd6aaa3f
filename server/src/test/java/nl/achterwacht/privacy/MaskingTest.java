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
  private final Masking masking = new Masking();

  MaskingTest() {
    masking.add(
        ID,
        Arrays.asList("Bram Jansen", "+31612345678", "bram@dorp.example", null),
        "een achterwacht");
    masking.add("x", List.of("Bram"), "een ander");
  }

  @Test
  void idsNamesNumbersAndAddressesAreTakenOut() {
    assertThat(masking.text(ID)).isEqualTo("een achterwacht");
    assertThat(masking.text("Met Bram Jansen gebeld (+31612345678), bram@dorp.example."))
        .isEqualTo("Met een achterwacht gebeld (+een achterwacht), een achterwacht.");
    assertThat(masking.text("bram jansen")).isEqualTo("een achterwacht");
  }

  @Test
  void aWordThatOnlyBeginsTheSameIsLeftAlone() {
    assertThat(masking.text("Een braam, Bramen en Jansen"))
        .isEqualTo("Een braam, Bramen en Jansen");
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

package nl.achterwacht.travel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.achterwacht.travel.Plate.Mark;
import nl.achterwacht.travel.Plate.Sort;
import nl.achterwacht.travel.Plate.Warning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plates are put in order, doubted aloud, and never refused. */
class PlateTest {
  private static final int DRAWS = 500;
  private static final String LETTERS = "BDFGHJKLNPRSTVWXZ";

  @ParameterizedTest
  @CsvSource({
    "nb1234, NB-12-34, 1",
    "1234ND, 12-34-ND, 2",
    "12nd34, 12-ND-34, 3",
    "PD12RB, PD-12-RB, 4",
    "GHRB12, GH-RB-12, 5",
    "12GHRB, 12-GH-RB, 6",
    "12GBB1, 12-GBB-1, 7",
    "3tkz08, 3-TKZ-08, 8",
    "GB 123 B, GB-123-B, 9",
    "G123BB, G-123-BB, 10",
    "gbb-01-b, GBB-01-B, 11",
    "G12BBB, G-12-BBB, 12",
    "1.GB.123, 1-GB-123, 13",
    "123-GB-1, 123-GB-1, 14"
  })
  void everySidecodeGetsItsDashes(String typed, String written, int sidecode) {
    assertThat(Plate.read(typed)).isEqualTo(new Plate(written, Mark.DUTCH, sidecode, List.of()));
  }

  @ParameterizedTest
  @MethodSource("sidecodes")
  void dashesInTheWrongPlaceSpacesAndSmallLettersChangeNothing(Sidecode sidecode) {
    var random = new Random(sidecode.number());
    for (int draw = 0; draw < DRAWS; draw++) {
      String signs = drawn(sidecode, random);
      Plate plate = Plate.read(signs);
      assertThat(plate.sidecode()).isEqualTo(sidecode.number());
      assertThat(plate.written()).hasSize(8);
      assertThat(plate.signs()).isEqualTo(signs);
      assertThat(shape(plate.written())).isEqualTo(sidecode.pattern());
      assertThat(Plate.read(plate.written())).isEqualTo(plate);
      assertThat(Plate.read(misspelt(signs, random))).isEqualTo(plate);
    }
  }

  @Test
  void whateverIsTypedIsKept() {
    var random = new Random(7);
    for (int draw = 0; draw < DRAWS; draw++) {
      String typed =
          random
              .ints(random.nextInt(1, 16), ' ', 0x17F)
              .mapToObj(Character::toString)
              .collect(Collectors.joining());
      Plate plate = Plate.read(typed);
      assertThat(plate.mark() == Mark.DUTCH || plate.written().equals(typed.strip())).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "B-KL 1234, OTHER",
    "1-ABC-234, OTHER",
    "AA-87, OTHER",
    "12-34-5, OTHER",
    "éé-12-34, OTHER",
    "CD-12-34, DIPLOMATIC",
    "CDJ-123, DIPLOMATIC",
    "KN-12-34, MILITARY",
    "DM 12 34, MILITARY"
  })
  void otherPlatesAreKeptAsTypedAndMarked(String typed, Mark mark) {
    Plate plate = Plate.read("  " + typed + " ");
    assertThat(plate.written()).isEqualTo(typed);
    assertThat(plate.mark()).isEqualTo(mark);
    assertThat(plate.sidecode()).isZero();
    assertThat(plate.warnings())
        .isEqualTo(mark == Mark.OTHER ? List.of(Warning.UNKNOWN_PATTERN) : List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "AB-12-CD, UNUSUAL_LETTER",
    "12-GBO-1, UNUSUAL_LETTER",
    "G-123-BQ, UNUSUAL_LETTER",
    "12-GVD-1, UNUSED_GROUP",
    "1-KKK-12, UNUSED_GROUP",
    "12-SS-GB, UNUSED_GROUP",
    "SD-12-GB, UNUSED_GROUP",
    "GB-SS-12, UNUSED_GROUP",
    "PVV-01-B, UNUSED_GROUP",
    "G-12-VVD, UNUSED_GROUP"
  })
  void whatIsNeverGivenOutIsWarnedAbout(String typed, Warning warning) {
    assertThat(Plate.read(typed).warnings()).containsExactly(warning);
    assertThat(Plate.read(typed).written()).isEqualTo(typed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UA-12-34", "12-34-AE", "OB-12-RB", "12-VVD-1", "MB-12-RB"})
  void olderPatternsAndTrailersHadWhatNewerOnesHaveNot(String typed) {
    assertThat(Plate.read(typed).warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "VB-12-RB, LIGHT_VAN",
    "12-BGB-1, HEAVY_GOODS",
    "MB-12-RB, MOTORBIKE",
    "D-123-BB, MOPED",
    "F-123-BB, MOPED",
    "WB-12-RB, TRAILER",
    "OB-12-RB, TRAILER"
  })
  void theFirstLetterTellsWhatItWasGivenOutFor(String typed, Sort sort) {
    assertThat(Plate.read(typed).sort()).contains(sort);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3-TKZ-08", "BN-12-34", "KN-12-34", "B-KL 1234"})
  void aCarAndAnOldOrForeignPlateTellNothing(String typed) {
    assertThat(Plate.read(typed).sort()).isEmpty();
  }

  @Test
  void nothingTypedIsNoPlate() {
    assertThat(Plate.tidy(null)).isNull();
    assertThat(Plate.tidy("  ")).isNull();
    assertThat(Plate.tidy("gbb01b")).isEqualTo("GBB-01-B");
  }

  static Stream<Sidecode> sidecodes() {
    return Sidecode.all().stream();
  }

  private static String drawn(Sidecode sidecode, Random random) {
    var signs = new StringBuilder();
    String places = sidecode.pattern().replace("-", "");
    for (int place = 0; place < places.length(); place++) {
      signs.append(
          places.charAt(place) == 'X'
              ? LETTERS.charAt(random.nextInt(LETTERS.length()))
              : (char) ('0' + random.nextInt(10)));
    }
    // The armed forces have these for themselves.
    return Plate.read(signs.toString()).mark() == Mark.MILITARY
        ? drawn(sidecode, random)
        : signs.toString();
  }

  private static String misspelt(String signs, Random random) {
    var typed = new StringBuilder(" ");
    for (int at = 0; at < signs.length(); at++) {
      typed.append(signs.charAt(at)).append(List.of("", "-", " ", ".").get(random.nextInt(4)));
    }
    return random.nextBoolean() ? typed.toString() : typed.toString().toLowerCase(Locale.ROOT);
  }

  private static String shape(String written) {
    return written.replaceAll("[A-Z]", "X").replaceAll("[0-9]", "9");
  }
}

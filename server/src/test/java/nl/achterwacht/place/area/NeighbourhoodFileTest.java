package nl.achterwacht.place.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.MultiPolygon;

/** Files as they come from Statistics Netherlands, and as they come by mistake. */
class NeighbourhoodFileTest {
  @Test
  void aFileOfNeighbourhoodsIsRead() throws NotNeighbourhoods {
    List<Boundary> read = NeighbourhoodFile.read(Town.file(Town.FILE));
    assertThat(read)
        .extracting(Boundary::neighbourhood)
        .containsExactly(
            new Neighbourhood(
                "BU0363AD07", "Het Plein", "WK0363AD", "GM0363", "Voorbeeldstad", false),
            new Neighbourhood("BU03630001", "De Haven", null, null, null, false),
            new Neighbourhood("BU03639997", "BU03639997", null, null, null, true));
    assertThat(shape(read.get(0)).getArea()).isBetween(0.0095, 0.0097);
    assertThat(shape(read.get(1)).getNumGeometries()).isEqualTo(2);
    assertThat(read.get(2).shape() == null).isTrue();
  }

  @Test
  void metresOfTheDutchGridAreRefusedWithWhatToDo() {
    String ring =
        "[[[133230.7, 448750.1], [133240, 448750], [133240, 448760], [133230.7, 448750.1]]]";
    assertThatThrownBy(() ->
            NeighbourhoodFile.read(
                Town.with("{\"type\": \"Polygon\", \"coordinates\": " + ring + "}")))
        .isInstanceOfSatisfying(
            NotNeighbourhoods.class,
            e -> {
              assertThat(e.code()).isEqualTo("rd-coordinates");
              assertThat(e.what()).contains("Feature 1", "EPSG:28992", "WGS 84");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\": \"Polygon\", \"coordinates\": [[[52, 4], [52.1, 4], [52.1, 4.1], [52, 4]]]} | outside",
        "{\"type\": \"Point\", \"coordinates\": [4, 52]} | geometry",
        "{\"type\": \"Polygon\", \"coordinates\": []} | geometry",
        "{\"type\": \"Polygon\", \"coordinates\": [[]]} | geometry",
        "{\"type\": \"Polygon\", \"coordinates\": [[[4, 52], [4.1, 52], [4, 52.1]]]} | geometry",
        "{\"type\": \"Polygon\", \"coordinates\": [[[4, 52], [4.1, 52], [4, 52.1], [5, 52]]]} | geometry",
        "{\"type\": \"Polygon\", \"coordinates\": [[[[[[4, 52]]]]]]} | geometry",
        "{\"type\": \"Polygon\", \"coordinates\": [[[4, \"x\"], [4.1, 52]]]} | geometry",
        "{\"type\": \"Polygon\", \"coordinates\": [[[4], [4.1, 52]]]} | geometry",
        "{\"type\": \"MultiPolygon\", \"coordinates\": [[[4, 52], [4.1, 52], [4, 52.1], [4, 52]]]} | geometry",
        "{\"type\": \"Polygon\", \"coordinates\": [[[1e999, 52], [4.1, 52]]]} | rd-coordinates",
        "7 | geometry",
      })
  void aShapeThatIsNoneIsRefused(String geometry, String code) {
    assertRefused(Town.with(geometry), code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | type",
        "{\"type\": \"Feature\"} | type",
        "{\"type\": \"FeatureCollection\"} | type",
        "{\"type\": \"FeatureCollection\", \"features\": []} | empty",
        "{\"type\": \"FeatureCollection\", \"features\": [{\"properties\": {}}]} | code",
        "{\"type\": \"FeatureCollection\", \"features\": [{\"properties\": {\"buurtcode\": \"BU12\"}}]} | code",
        "{\"type\": \"FeatureCollection\", \"features\": [{\"properties\": {\"buurtcode\": \"BU03630001\"}}, {\"properties\": {\"buurtcode\": \"BU03630001\"}}]} | twice",
        "<gml/> | json",
      })
  void aFileThatIsNoneIsRefused(String file, String code) {
    assertRefused(Town.file(file), code);
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 200, 500, 900})
  void aFileThatBreaksOffIsRefusedWhole(int after) {
    assertRefused(Town.file(Town.FILE.substring(0, after)), "json");
  }

  @Test
  void aFileWithoutEndIsCutOff() {
    assertRefused(new Endless(), "too-large");
  }

  private static MultiPolygon shape(Boundary boundary) {
    return Objects.requireNonNull(boundary.shape());
  }

  private static void assertRefused(InputStream file, String code) {
    assertThatThrownBy(() -> NeighbourhoodFile.read(file))
        .isInstanceOfSatisfying(NotNeighbourhoods.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  /** A statistic that never ends. */
  private static final class Endless extends InputStream {
    private static final byte[] BEGIN =
        "{\"type\": \"FeatureCollection\", \"features\": [{\"x\": ["
            .getBytes(StandardCharsets.UTF_8);
    private int at;

    @Override
    public int read() throws IOException {
      int now = at++;
      return now < BEGIN.length ? BEGIN[now] : (now - BEGIN.length) % 2 == 0 ? '1' : ',';
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
      for (int i = 0; i < count; i++) {
        into[from + i] = (byte) read();
      }
      return count;
    }
  }
}

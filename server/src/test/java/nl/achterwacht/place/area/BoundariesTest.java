package nl.achterwacht.place.area;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import nl.achterwacht.place.Address;
import nl.achterwacht.place.Village;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The neighbourhood of a point, from boundaries in a real database. */
class BoundariesTest {
  private final Village village = new Village();
  private final Boundaries boundaries = new Boundaries(village);

  @AfterEach
  void drop() {
    village.close();
  }

  @Test
  void aPointLiesInItsNeighbourhoodAndNotInAHole() throws NotNeighbourhoods {
    assertThat(at(52.02, 4.02)).isEmpty();
    load(Town.FILE);
    assertThat(at(52.02, 4.02)).contains("BU0363AD07");
    assertThat(at(52.05, 4.05)).isEmpty();
    assertThat(at(52.05, 4.15)).contains("BU03630001");
    assertThat(at(52.52, 4.56)).contains("BU03630001");
    assertThat(at(51.0, 4.0)).isEmpty();
  }

  @Test
  void onABorderTheAnswerIsTheSameEachTime() throws NotNeighbourhoods {
    load(Town.FILE);
    assertThat(at(52.03, 4.1)).contains("BU03630001");
    assertThat(at(52.03, 4.1)).contains("BU03630001");
  }

  @Test
  void whatIsLoadedTakesThePlaceOfWhatWasThereAlsoForAServerThatKnewTheOld()
      throws NotNeighbourhoods {
    load(Town.FILE);
    var otherServer = new Boundaries(village);
    assertThat(at(52.02, 4.02)).isPresent();
    village.does(tx -> otherServer.at(tx, village.id(), new Address.Point(52.02, 4.02)));
    load(Town.FILE.replace("BU0363AD07", "BU0363ZZ07"));
    assertThat(at(52.02, 4.02)).contains("BU0363ZZ07");
    Optional<Neighbourhood> there =
        village.does(tx -> otherServer.at(tx, village.id(), new Address.Point(52.02, 4.02)));
    assertThat(there).map(Neighbourhood::code).contains("BU0363ZZ07");
    assertThat(village.does(tx -> boundaries.loaded(tx, village.id())).orElseThrow())
        .isEqualTo(new Boundaries.Loaded(2, village.instant(), 3));
  }

  @Test
  void theyAreListedAndDrawn() throws NotNeighbourhoods {
    load(Town.FILE);
    List<Neighbourhood> listed =
        village.does(tx -> boundaries.list(tx, village.id(), "BU03630001", 10));
    assertThat(listed).extracting(Neighbourhood::code).containsExactly("BU03639997", "BU0363AD07");
    List<Boundaries.Drawn> drawn =
        village.does(tx -> boundaries.drawn(tx, village.id(), List.of("BU0363AD07", "BU03639997")));
    assertThat(drawn.getFirst().outlines()).isEmpty();
    assertThat(drawn.getLast().outlines().getFirst()).hasSize(5).contains(List.of(4.0, 52.0));
  }

  @Test
  void anAddressWithAPointGetsItsNeighbourhood() throws NotNeighbourhoods {
    load(Town.FILE);
    Address address = Address.ofText("Plein 1, Voorbeeldstad").at(new Address.Point(52.02, 4.02));
    assertThat(located(address).neighbourhoodCode()).isEqualTo("BU0363AD07");
    Address known = address.in("BU99990001");
    assertThat(located(known)).isEqualTo(known);
  }

  private Address located(Address address) {
    return village.does(tx -> boundaries.located(tx, village.id(), address));
  }

  private void load(String file) throws NotNeighbourhoods {
    Boundaries.Parsed parsed = Boundaries.parse(Town.file(file));
    assertThat(parsed.withoutShape()).isEqualTo(1);
    village.does(tx -> boundaries.load(tx, village.id(), parsed, village.carla()));
  }

  private Optional<String> at(double latitude, double longitude) {
    return village.does(tx ->
        boundaries
            .at(tx, village.id(), new Address.Point(latitude, longitude))
            .map(Neighbourhood::code));
  }
}

package nl.achterwacht.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The same address is one place, and what is written about it stays. */
class PlaceRegisterTest {
  private final Village village = new Village();
  private final PlaceRegister places = new PlaceRegister();

  @AfterEach
  void drop() {
    village.close();
  }

  @Test
  void theSameAddressTypedInAnotherWayIsTheSamePlace() {
    Place first = village.place("Dorpsstraat 12, 1011AB Voorbeeldstad");
    assertThat(village.place("dorpsstraat 12 1011 ab VOORBEELDSTAD").id()).isEqualTo(first.id());
    assertThat(village.place("Dorpsstraat 12, Voorbeeldstad").id()).isEqualTo(first.id());
    assertThat(village.place("Dorpsstraat 12a, 1011AB Voorbeeldstad").id())
        .isNotEqualTo(first.id());
  }

  @Test
  void aPlaceLearnsWhatALaterOneKnows() {
    Place first = village.place("Dorpsstraat 12, Voorbeeldstad");
    assertThat(first.address().postcode()).isNull();
    Place again = village.place("Dorpsstraat 12, 1011AB Voorbeeldstad");
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.address().postcode()).isEqualTo("1011AB");
    assertThat(again.address().text()).isEqualTo("Dorpsstraat 12, Voorbeeldstad");
    assertThat(village.place("Dorpsstraat 12, 1011 AB Voorbeeldstad")).isEqualTo(again);
  }

  @Test
  void manyAtTheSameMomentMakeOnePlace() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<PlaceId> make = () -> village.place("Kerkstraat 3, 1012CD Voorbeeldstad").id();
      List<PlaceId> ids = new ArrayList<>();
      for (Future<PlaceId> made : threads.invokeAll(java.util.Collections.nCopies(8, make))) {
        ids.add(made.get());
      }
      assertThat(ids).hasSize(8).containsOnly(ids.getFirst());
    }
  }

  @Test
  void whoChangesAnOldVersionChangesNothing() {
    Place read = village.place("Dorpsstraat 12, 1011AB Voorbeeldstad");
    var notes = new AccessNotes("3 hoog", "bel bij 14", "brandtrap achter", "voor de kerk");
    Place wanted = new Place(read.organisation(), read.id(), read.address(), notes, read.version());
    assertThat(changed(wanted)).isPresent();
    assertThat(changed(wanted)).isEmpty();
    assertThat(village.does(tx -> places.find(tx, village.id(), read.id())).orElseThrow().notes())
        .isEqualTo(notes);
  }

  @Test
  void aPlaceCannotTakeTheAddressOfAnother() {
    Place one = village.place("Dorpsstraat 12, 1011AB Voorbeeldstad");
    Place other = village.place("Dorpsstraat 14, 1011AB Voorbeeldstad");
    var moved =
        new Place(
            other.organisation(), other.id(), one.address(), AccessNotes.NONE, other.version());
    assertThat(changed(moved)).isEmpty();
  }

  @Test
  void placesAreFoundByWordsAndByPostcode() {
    village.place("Dorpsstraat 12, 1011AB Voorbeeldstad");
    village.place("Kerkstraat 3, 1012CD Voorbeeldstad");
    assertThat(found("dorpsstr")).containsExactly("Dorpsstraat 12, 1011AB Voorbeeldstad");
    assertThat(found("1012 cd")).containsExactly("Kerkstraat 3, 1012CD Voorbeeldstad");
    assertThat(found("voorbeeldstad")).hasSize(2);
    assertThat(found("%_ nergens")).isEmpty();
  }

  private Optional<Place> changed(Place place) {
    return village.does(tx -> places.change(tx, place));
  }

  private List<String> found(String text) {
    return village.does(tx ->
        places.search(tx, village.id(), text, 20).stream().map(p -> p.address().text()).toList());
  }
}

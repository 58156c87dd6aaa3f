package nl.achterwacht.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.privacy.FilledTown.Mark;
import nl.achterwacht.privacy.PersonalFiles.Asked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Somebody's file holds everything of theirs, from every table, and nothing of a colleague's. */
class PersonalFilesTest {
  private static final FilledTown TOWN = new FilledTown();
  private static final PersonId ANNA = PersonId.next();
  private static final PersonId BRAM = PersonId.next();
  private static final List<Mark> OF_ANNA = TOWN.fill(ANNA, "Anna Rozemarijn");
  private static final List<Mark> OF_BRAM = TOWN.fill(BRAM, "Bram Wilgenroosje");
  private static final PersonalFiles FILES = new PersonalFiles(() -> FilledTown.NOW, new Journal());

  @AfterAll
  static void drop() {
    TOWN.close();
  }

  @Test
  void itHoldsEverythingOfTheirOwnFromEveryTable() {
    String file = file(ANNA, ANNA).json();
    List<String> missing = new ArrayList<>();
    for (Mark mark : OF_ANNA) {
      if (isShown(mark) && !file.contains(mark.word())) {
        missing.add(mark.table() + "." + mark.column());
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void itHoldsNothingOfSomebodyElse() {
    for (PersonId asking : List.of(ANNA, BRAM)) {
      String file = file(ANNA, asking).json();
      assertThat(OF_BRAM).filteredOn(mark -> file.contains(mark.word())).isEmpty();
      assertThat(file).doesNotContain(BRAM.value().toString());
      String read = file(BRAM, asking).html("Gemeente Voorbeeldstad");
      assertThat(OF_ANNA).filteredOn(mark -> read.contains(mark.word())).isEmpty();
    }
  }

  @Test
  void whatIsHiddenIsInNoFile() {
    String file = file(ANNA, ANNA).json();
    for (Held held : Holdings.all()) {
      for (Mark mark : OF_ANNA) {
        if (mark.table().equals(held.table()) && held.hidden().contains(mark.column())) {
          assertThat(file).as(mark.toString()).doesNotContain(mark.word());
        }
      }
    }
  }

  @Test
  void aPhoneNumberReadsAsItIsDialledAndIsStoredAsItIsKept() {
    var row = Map.<String, Object>of("phone", "+31612345678", "name", "Anna", "note", "+ sleutel");
    var section = new PersonalFile.Section("people.person", List.of(row));
    var file = new PersonalFile("Anna", false, FilledTown.NOW, "nl", List.of(section), Map.of());
    assertThat(file.html("Gemeente Voorbeeldstad")).contains("06 12 34 56 78", "+ sleutel");
    assertThat(file.json()).contains("+31612345678");
  }

  @Test
  void whatOneReadsNamesOneselfAndHasNoIds() {
    String read = file(ANNA, ANNA).html("Gemeente Voorbeeldstad");
    assertThat(read)
        .contains(">Begonnen<", "Anna Rozemarijn</td>")
        .doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-");
  }

  @Test
  void whatOneAddedIsEnclosed() throws IOException {
    Map<String, String> entries = new HashMap<>();
    var bytes = new ByteArrayInputStream(file(ANNA, ANNA).zip("Gemeente Voorbeeldstad"));
    try (var zip = new ZipInputStream(bytes)) {
      for (ZipEntry one = zip.getNextEntry(); one != null; one = zip.getNextEntry()) {
        entries.put(one.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    Mark content =
        OF_ANNA.stream()
            .filter(mark -> mark.table().equals(Enclosures.TABLE))
            .filter(mark -> mark.column().equals("content"))
            .findFirst()
            .orElseThrow();
    assertThat(entries).containsKeys("lezen.html", "gegevens.json").hasSize(3);
    entries.keySet().removeIf(name -> !name.startsWith("bijlagen/1-"));
    assertThat(entries.values()).containsExactly(content.word());
    assertThat(file(BRAM, ANNA).files().values())
        .noneMatch(file -> new String(file, StandardCharsets.UTF_8).contains(content.word()));
  }

  @Test
  void anAddressShowsWhatIsHeldAboutItAndNoMemberOfStaff() {
    UUID place =
        TOWN.database()
            .inTransaction(tx ->
                tx.sql("select place_id from signal.signal where reporter_id = :anna")
                    .param("anna", ANNA.value())
                    .query(UUID.class)
                    .single());
    PersonalFile file =
        TOWN.database()
            .inTransaction(
                TOWN.id(), tx -> FILES.ofPlace(tx, new Asked(TOWN.id(), BRAM, "nl"), place))
            .orElseThrow();
    assertThat(file.sections())
        .extracting(PersonalFile.Section::table)
        .contains("place.place", "place.caution", "signal.signal");
    assertThat(file.json())
        .doesNotContain(ANNA.value().toString(), "Rozemarijn")
        .contains("een medewerker");
    assertThat(OF_BRAM).filteredOn(mark -> file.json().contains(mark.word())).isEmpty();
  }

  @Test
  void whoMadeAFileStandsInTheJournal() {
    file(ANNA, BRAM);
    Long lines =
        TOWN.database()
            .inTransaction(tx ->
                tx.sql(
                        """
                        select count(*)
                          from journal.entry
                         where kind = 'privacy.person-file'
                           and actor_id = :bram
                        """)
                    .param("bram", BRAM.value())
                    .query(Long.class)
                    .single());
    assertThat(lines).isPositive();
  }

  @Test
  void aStrangerHasNoFile() {
    Optional<PersonalFile> none =
        TOWN.database()
            .inTransaction(
                TOWN.id(),
                tx -> FILES.ofPerson(tx, new Asked(TOWN.id(), ANNA, "en"), PersonId.next()));
    assertThat(none).isEmpty();
  }

  /** Some part shows the column, whatever else that part asks. */
  private static boolean isShown(Mark mark) {
    return Holdings.all().stream()
        .filter(held -> held.table().equals(mark.table()))
        .anyMatch(held -> shows(held, mark.column()));
  }

  private static boolean shows(Held held, String column) {
    return !held.hidden().contains(column)
        && held.shown().stream()
            .anyMatch(shown -> shown.columns().isEmpty() || shown.columns().contains(column))
        && firstShows(held, column);
  }

  /** In one row somebody is everything at once: the first part that fits shows it. */
  private static boolean firstShows(Held held, String column) {
    Held.Shown first = held.shown().getFirst();
    return first.columns().isEmpty() || first.columns().contains(column);
  }

  private static PersonalFile file(PersonId person, PersonId by) {
    return TOWN.database()
        .inTransaction(TOWN.id(), tx -> FILES.ofPerson(tx, new Asked(TOWN.id(), by, "nl"), person))
        .orElseThrow();
  }
}

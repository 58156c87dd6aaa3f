package nl.achterwacht.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.achterwacht.base.Fence;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.notify.NoticeKeeper;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.RosterReader;
import nl.achterwacht.protocol.Protocol.Force;
import nl.achterwacht.protocol.Protocol.Words;
import nl.achterwacht.protocol.ProtocolResult.Reason;
import nl.achterwacht.protocol.ProtocolResult.Refused;
import nl.achterwacht.task.TaskTown;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Versions of the protocol in a real database, on a clock that is moved by hand. */
class ProtocolKeeperTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
  private static final Words OURS = new Words("# Ons protocol", null);

  private final TaskTown town = new TaskTown();
  private final ProtocolKeeper protocol =
      new ProtocolKeeper(
          town,
          new Journal(),
          new NoticeKeeper(town.database(), town, (a, b, c, d, e) -> {}, Fence.NONE),
          new RosterReader(),
          new PeopleRegister());

  @AfterEach
  void drop() {
    town.close();
  }

  @Test
  void everyOrganisationBeginsWithTheOneThatIsShipped() {
    Protocol shipped = town.does(tx -> protocol.inForce(tx, town.id()));
    assertThat(shipped.number()).isZero();
    assertThat(shipped.words().in("nl")).contains("# Protocol veilig werken");
    assertThat(shipped.words().in("en")).contains("# Protocol for working safely");
  }

  @Test
  void itComesIntoForceByItselfOnItsDay() {
    save(0);
    force(1, TODAY.plusDays(3));
    assertThat(numberInForce()).isZero();
    assertThat(save(1)).isEqualTo(new Refused(Reason.PLANNED));
    town.passes(Duration.ofDays(3));
    assertThat(numberInForce()).isEqualTo(1);
    List<Protocol> all = town.does(tx -> protocol.versions(tx, town.id()));
    assertThat(all)
        .extracting(one -> one.standing(1, TODAY.plusDays(3)).text())
        .containsExactly("in-force", "superseded");
  }

  @Test
  void whoWritesOnWhatSomebodyElseChangedIsRefused() {
    save(0);
    assertThat(save(0)).isEqualTo(new Refused(Reason.STALE));
    save(1);
    assertThat(force(1, TODAY)).isEqualTo(new Refused(Reason.STALE));
    assertThat(force(2, TODAY.minusDays(1))).isEqualTo(new Refused(Reason.PAST));
    assertThat(force(2, TODAY)).isInstanceOf(ProtocolResult.Done.class);
  }

  @Test
  void whatWaitsForItsDayIsTakenBackAndIsADraftAgain() {
    save(0);
    force(1, TODAY.plusDays(3));
    town.does(tx -> protocol.takeBack(tx, town.id(), town.dirk()));
    town.passes(Duration.ofDays(4));
    assertThat(numberInForce()).isZero();
    assertThat(save(3)).isInstanceOf(ProtocolResult.Done.class);
  }

  @Test
  void everybodyHearsOfItAndWhoHasNotReadItHearsItAgain() {
    save(0);
    force(1, TODAY);
    hourly(1);
    assertThat(town.told())
        .containsExactly(
            "Anna protocol-to-read day 0",
            "Bea protocol-to-read day 0",
            "Carla protocol-to-read day 0",
            "Dirk protocol-to-read day 0");
    for (var reader : List.of(town.anna(), town.dirk(), town.carla())) {
      town.does(tx -> protocol.read(tx, town.id(), reader, 1, town.instant()));
    }
    hourly(15 * 24);
    assertThat(town.told().subList(4, town.told().size()))
        .containsExactly("Bea protocol-reminder day 7", "Bea protocol-reminder day 14");
    List<Reader> readers = town.does(tx -> protocol.readers(tx, town.id(), town.team()));
    assertThat(readers)
        .filteredOn(reader -> reader.readAt() == null)
        .extracting(reader -> reader.person().name())
        .containsExactly("Bea");
  }

  @Test
  void aVersionThatIsNotThereYetCannotBeRead() {
    save(0);
    assertThat(readByAnna(1)).isEmpty();
    assertThat(readByAnna(0)).contains(town.instant());
  }

  @Test
  void onPaperAScenarioCardStandsInItsPlaceAndHtmlIsText() {
    String words =
        "# Titel\n\n## Hond\n\n[Hond](card:dog)\n\n[Weg](card:gone)\n\n<script>x</script>";
    String html =
        ProtocolText.html(words, Map.of("dog", new ProtocolText.Card("Hond $1", "Bel.\nWacht.")));
    assertThat(ProtocolText.title(words)).isEqualTo("Titel");
    assertThat(html)
        .contains("<strong>Hond $1</strong>", "Bel. Wacht.", "&lt;script&gt;")
        .doesNotContain("Titel", "Weg", "card:");
  }

  private Optional<Instant> readByAnna(int number) {
    return town.does(tx -> protocol.read(tx, town.id(), town.anna(), number, town.instant()));
  }

  private int numberInForce() {
    return town.does(tx -> protocol.inForce(tx, town.id())).number();
  }

  private ProtocolResult save(int revision) {
    return town.does(tx -> protocol.save(tx, town.id(), OURS, revision, town.dirk()));
  }

  private ProtocolResult force(int revision, LocalDate from) {
    var force = new Force(from, "Nieuw.", 7);
    return town.does(tx -> protocol.putIntoForce(tx, town.id(), revision, force, town.dirk()));
  }

  private void hourly(int hours) {
    for (int hour = 0; hour < hours; hour++) {
      town.passes(Duration.ofHours(1));
      protocol.wakeDue(town.database(), 10);
    }
  }
}

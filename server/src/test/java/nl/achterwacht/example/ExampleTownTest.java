package nl.achterwacht.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.Ids;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.people.Organisation;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.Person;
import nl.achterwacht.postgres.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExampleTownTest {
  private static final Instant NOW = Instant.parse("2026-11-23T13:00:00Z");

  private static final List<String> TABLES =
      List.of(
          "people.organisation",
          "people.team",
          "people.person",
          "people.vehicle",
          "people.contact",
          "people.ladder_step",
          "people.duty",
          "account.login",
          "account.code");

  private final TestDatabase testDatabase = TestDatabase.create();
  private final Database database = testDatabase.database();
  private final PeopleRegister people = new PeopleRegister();

  @AfterEach
  void close() {
    testDatabase.close();
  }

  @Test
  void setUpTwiceChangesNothing() {
    townAt(NOW).setUp();
    List<String> first = TABLES.stream().map(this::rows).toList();

    townAt(NOW.plus(Duration.ofDays(3))).setUp();

    assertThat(TABLES.stream().map(this::rows).toList()).isEqualTo(first);
    assertThat(first).doesNotContain("");
  }

  @Test
  void everyTeamHasBramAndMarkOnDutyAlsoAYearLater() {
    townAt(NOW).setUp();
    Instant nextYear = NOW.plus(Duration.ofDays(365));
    townAt(nextYear).setUp();

    database.inTransactionDo(tx -> {
      OrganisationId town = people.organisations(tx).getFirst().id();
      assertThat(people.teams(tx, town))
          .hasSize(4)
          .allSatisfy(team ->
              assertThat(people.onDuty(tx, town, team.id(), nextYear.plus(Duration.ofDays(100))))
                  .extracting(Person::name)
                  .containsExactlyInAnyOrder("Bram Jansen", "Mark Verhoeven"));
    });
  }

  @Test
  void beforeMarkWhoIsPlayedBramIsCalled() {
    townAt(NOW).setUp();

    database.inTransactionDo(tx -> {
      OrganisationId town = people.organisations(tx).getFirst().id();
      assertThat(people.teams(tx, town))
          .allSatisfy(team ->
              assertThat(people.onDuty(tx, town, team.id(), NOW).getFirst().name())
                  .isEqualTo("Bram Jansen"));
    });
  }

  @Test
  void aDatabaseThatBelongsToSomebodyElseIsLeftAsItIs() {
    var real = new Organisation(new OrganisationId(Ids.next()), "Gemeente Echt", null, false);
    database.inTransactionDo(tx -> people.addOrganisation(tx, real));

    assertThatThrownBy(() -> townAt(NOW).setUp())
        .isInstanceOf(RealDataPresent.class)
        .hasMessageContaining("Gemeente Echt")
        .hasMessageContaining("--empty");

    database.inTransactionDo(tx -> assertThat(people.organisations(tx)).containsExactly(real));
  }

  @Test
  void platesAreOfASeriesThatIsNotHandedOut() {
    assertThat(Cast.everybody())
        .extracting(Cast.Member::ride)
        .filteredOn(ride -> ride != null && ride.plate() != null)
        .hasSizeGreaterThan(8)
        .allSatisfy(ride ->
            assertThat(ride.plate())
                .matches("[BDFGHJKLMNPRSTVXZ]-[0-9]{2}-[BDFGHJKLMNPRSTVXZ]{3}"));
  }

  private ExampleTown townAt(Instant now) {
    return new ExampleTown(database, () -> now, people);
  }

  private String rows(String table) {
    return database.inTransaction(tx ->
        tx.sql(
                "select coalesce(string_agg(t::text, '|' order by t::text), '') from "
                    + table
                    + " t")
            .query(String.class)
            .single());
  }
}

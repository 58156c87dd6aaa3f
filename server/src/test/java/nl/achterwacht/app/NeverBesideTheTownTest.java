package nl.achterwacht.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.people.Organisation;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.postgres.TestDatabase;
import org.junit.jupiter.api.Test;

class NeverBesideTheTownTest {
  private final PeopleRegister people = new PeopleRegister();

  @Test
  void aRealOrganisationIsNotMadeBesideTheExampleTown() {
    try (var database = TestDatabase.create()) {
      var town = new Organisation(OrganisationId.next(), "Gemeente Voorbeeldstad", null, true);
      database.database().inTransactionDo(tx -> people.addOrganisation(tx, town));

      assertThat(MakeCommands.run("create-organisation", words(database))).isEqualTo(1);

      assertThat(database.database().inTransaction(people::organisations)).containsExactly(town);
    }
  }

  @Test
  void inAnEmptyDatabaseItIsMade() {
    try (var database = TestDatabase.create()) {
      assertThat(MakeCommands.run("create-organisation", words(database))).isZero();

      assertThat(database.database().inTransaction(people::organisations))
          .singleElement()
          .satisfies(made -> assertThat(made.exampleTown()).isFalse());
    }
  }

  private static List<String> words(TestDatabase database) {
    return List.of(
        "Gemeente Echt",
        "--database-url=" + database.jdbcUrl() + "?password=" + TestDatabase.password(),
        "--database-user=" + TestDatabase.user());
  }
}

package nl.achterwacht.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.people.Organisation;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.Person;
import nl.achterwacht.postgres.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Versions, drafts and past cases, on a real database. */
class PolicyRegisterTest {
  private static final TestDatabase TEST = TestDatabase.create();
  private static final Database DATABASE = TEST.database();
  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
  private static final Facts DRINKS = ExampleVisits.facts("P3");
  // The weight of P3, alcohol or drugs.
  private static final String CELL = "weights-10-o1";

  private final PolicyRegister policies = new PolicyRegister(() -> NOW, new Journal());
  private final Person officer = organisation("ours");
  private final OrganisationId ours = officer.organisation();

  @AfterAll
  static void drop() {
    TEST.close();
  }

  @Test
  void everyOrganisationBeginsWithVersionOneWithoutARow() {
    assertThat(judge(ours, DRINKS).version()).isEqualTo(1);
    assertThat(judge(ours, DRINKS).riskClass()).isEqualTo(RiskClass.NORMAL);
    List<PolicyVersion> versions = DATABASE.inTransaction(ours, tx -> policies.versions(tx, ours));
    assertThat(versions).containsExactly(PolicyVersion.STANDARD);
    Draft draft = draft();
    assertThat(draft.revision()).isZero();
    assertThat(draft.dmn()).isEqualTo(Policy.standardDmn());
    assertThat(count("policy.version") + count("policy.draft")).isZero();
  }

  @Test
  void aDraftJudgesNobodyUntilItIsPutIntoForce() {
    Draft draft = saved(Dmn.with(CELL, "7"), 0);
    assertThat(draft.revision()).isEqualTo(1);
    assertThat(draft.savedBy()).isEqualTo(officer.id());
    assertThat(judge(ours, DRINKS).riskClass()).isEqualTo(RiskClass.NORMAL);
    PolicyVersion version = putIntoForce(1).orElseThrow();
    assertThat(version.number()).isEqualTo(2);
    Judgement judgement = judge(ours, DRINKS);
    assertThat(judgement.riskClass()).isEqualTo(RiskClass.HIGH);
    assertThat(judgement.version()).isEqualTo(2);
    assertThat(draft().revision()).isZero();
    assertThat(draft().dmn()).isEqualTo(Dmn.with(CELL, "7"));
    assertThat(journal("policy.put-into-force")).containsExactly(officer.id().toString());
  }

  @Test
  void whatIsWrongWithTablesIsToldBeforeTheyAreSaved() {
    assertThat(PolicyRegister.faults(Dmn.with(CELL, "veel")))
        .containsExactly(new Fault("weights", 10, "weight", "not-understood", "veel"));
    assertThat(PolicyRegister.faults(Dmn.with(CELL, "3"))).isEmpty();
  }

  @Test
  void twoWhoEditAtOnceDoNotOverwriteEachOther() {
    saved(Dmn.with(CELL, "3"), 0);
    assertThat(save(Dmn.with(CELL, "4"), 0)).isEqualTo(new DraftResult.Changed());
    saved(Dmn.with(CELL, "5"), 1);
    assertThat(save(Dmn.with(CELL, "6"), 1)).isEqualTo(new DraftResult.Changed());
    assertThat(putIntoForce(1)).isEmpty();
    assertThat(draft().dmn()).isEqualTo(Dmn.with(CELL, "5"));
  }

  @Test
  void theSameSaveSentAgainCountsOnce() {
    Draft draft = saved(Dmn.with(CELL, "3"), 0);
    assertThat(save(Dmn.with(CELL, "3"), 0)).isEqualTo(new DraftResult.Saved(draft));
    assertThat(draft().revision()).isEqualTo(1);
  }

  @Test
  void whoPutsTheSameDraftIntoForceAtTheSameMomentIsTold()
      throws InterruptedException, ExecutionException {
    saved(Dmn.with(CELL, "4"), 0);
    var together = new CyclicBarrier(2);
    List<Optional<PolicyVersion>> results = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(2)) {
      List<Future<Optional<PolicyVersion>>> both = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        both.add(
            threads.submit(() -> {
              together.await();
              return putIntoForce(1);
            }));
      }
      for (Future<Optional<PolicyVersion>> one : both) {
        results.add(one.get());
      }
    }
    assertThat(results).filteredOn(Optional::isPresent).hasSize(1);
    assertThat(count("policy.version")).isEqualTo(1);
  }

  @Test
  void aVersionNeverChangesNotEvenForTheOwnerOfTheTable() {
    saved(Dmn.with(CELL, "4"), 0);
    putIntoForce(1);
    String change = "update policy.version set dmn = 'x'";
    assertThatThrownBy(() -> DATABASE.inTransaction(ours, tx -> tx.sql(change).update()))
        .rootCause()
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> DATABASE.inTransaction(tx -> tx.sql(change).update()))
        .rootCause()
        .hasMessageContaining("never changes");
    String rewrite = "update policy.judged_case set version = 9";
    assertThatThrownBy(() -> DATABASE.inTransaction(ours, tx -> tx.sql(rewrite).update()))
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  @Test
  void anotherCellChangesTheTryOutAndNotWhatWasJudged() {
    Facts calm = ExampleVisits.facts("–");
    for (Facts facts : List.of(DRINKS, calm, ExampleVisits.facts("P3, P4"), DRINKS)) {
      DATABASE.inTransactionDo(
          tx -> policies.record(tx, ours, facts, policies.judge(tx, ours, facts)));
    }
    assertThat(tryOut()).extracting(Trial::cases, Trial::changed).containsExactly(4, 0);
    List<String> before = judged();

    saved(Dmn.with(CELL, "4"), 0);
    Trial trial = tryOut();

    assertThat(trial.cases()).isEqualTo(4);
    assertThat(trial.changed()).isEqualTo(2);
    assertThat(trial.moves())
        .contains(new Trial.Move(RiskClass.NORMAL, RiskClass.RAISED, 2))
        .contains(new Trial.Move(RiskClass.NORMAL, RiskClass.NORMAL, 1));
    assertThat(trial.measures())
        .contains(new Trial.Count(Measure.CODE, 1, 3))
        .contains(new Trial.Count(Measure.PAK, 4, 4));
    assertThat(trial.changes()).hasSize(2);
    assertThat(trial.changes().getFirst().of().facts()).isEqualTo(DRINKS);
    assertThat(trial.changes().getFirst().added())
        .containsExactly(Measure.BEL, Measure.INFO, Measure.ACHT, Measure.TERUG, Measure.CODE);
    assertThat(trial.changes().getFirst().dropped()).isEmpty();
    putIntoForce(1);
    assertThat(judged()).isEqualTo(before);
    assertThat(tryOut().changed()).isZero();
  }

  @Test
  void aTryOutTakesTheNewestCasesAndAtMostSoMany() {
    for (String facts : List.of("P1", "P3", "W2")) {
      DATABASE.inTransactionDo(tx -> {
        Facts read = ExampleVisits.facts(facts);
        policies.record(tx, ours, read, policies.judge(tx, ours, read));
      });
    }
    List<Trial.Case> cases =
        DATABASE.inTransaction(ours, tx -> policies.prepare(tx, ours, 2)).cases();
    assertThat(cases)
        .extracting(one -> one.facts().factors())
        .containsExactly(java.util.Set.of("W2"), java.util.Set.of("P3"));
  }

  @Test
  void whoNeverJudgedTriesOutOnTheExamples() {
    Trial same = tryOut();
    assertThat(same.cases()).isEqualTo(ExampleVisits.all().size());
    assertThat(same.changed()).isZero();
    saved(Dmn.with(CELL, "7"), 0);
    assertThat(tryOut().changes())
        .extracting(change -> change.of().example())
        .contains("Bewoner drinkt soms");
  }

  @Test
  void organisationsJudgeByTablesOfTheirOwn() {
    OrganisationId theirs = organisation("theirs").organisation();
    saved(Dmn.with(CELL, "7"), 0);
    putIntoForce(1);
    DATABASE.inTransactionDo(
        tx -> policies.record(tx, ours, DRINKS, policies.judge(tx, ours, DRINKS)));
    assertThat(judge(theirs, DRINKS).version()).isEqualTo(1);
    assertThat(judge(theirs, DRINKS).riskClass()).isEqualTo(RiskClass.NORMAL);
    PolicyRegister.Prepared prepared =
        DATABASE.inTransaction(theirs, tx -> policies.prepare(tx, theirs, 100));
    assertThat(prepared.cases()).allMatch(one -> one.example() != null);
    // Whoever acts for them sees no row of ours, also with our id.
    assertThat(DATABASE.<Optional<String>>inTransaction(theirs, tx -> policies.dmn(tx, ours, 2)))
        .isEmpty();
    assertThat(DATABASE.<Integer>inTransaction(theirs, tx -> policies.inForce(tx, ours)))
        .isEqualTo(1);
  }

  private Judgement judge(OrganisationId organisation, Facts facts) {
    return DATABASE.inTransaction(organisation, tx -> policies.judge(tx, organisation, facts));
  }

  private Draft draft() {
    return DATABASE.inTransaction(ours, tx -> policies.draft(tx, ours));
  }

  private DraftResult save(String dmn, int revision) {
    return DATABASE.inTransaction(ours, tx -> policies.save(tx, ours, dmn, revision, officer.id()));
  }

  private Draft saved(String dmn, int revision) {
    assertThat(save(dmn, revision)).isInstanceOf(DraftResult.Saved.class);
    return draft();
  }

  private Optional<PolicyVersion> putIntoForce(int revision) {
    return DATABASE.inTransaction(
        ours,
        tx -> policies.putIntoForce(tx, ours, revision, "Drank weegt zwaarder.", officer.id()));
  }

  private Trial tryOut() {
    return DATABASE.inTransaction(ours, tx -> policies.prepare(tx, ours, 100)).run();
  }

  private List<String> judged() {
    return DATABASE.inTransaction(
        ours,
        tx ->
            tx.sql("select version || ' ' || judgement::text from policy.judged_case order by id")
                .query(String.class)
                .list());
  }

  private long count(String table) {
    return DATABASE.inTransaction(
        ours, tx -> tx.sql("select count(*) from " + table).query(Long.class).single());
  }

  private List<String> journal(String kind) {
    return DATABASE.inTransaction(
        ours,
        tx ->
            tx.sql("select actor_id::text from journal.entry where kind = :kind")
                .param("kind", kind)
                .query(String.class)
                .list());
  }

  private static Person organisation(String name) {
    var people = new PeopleRegister();
    return DATABASE.inTransaction(tx -> {
      var organisation = new Organisation(OrganisationId.next(), name, null, false);
      people.addOrganisation(tx, organisation);
      TeamId team = TeamId.next();
      people.addTeam(tx, organisation.id(), new PeopleRegister.Team(team, "Arbo"));
      var person =
          new Person(
              organisation.id(),
              PersonId.next(),
              team,
              "Dirk",
              null,
              "nl",
              List.of("safety-officer"),
              null);
      people.addPerson(tx, person);
      return person;
    });
  }
}

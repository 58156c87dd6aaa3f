package nl.achterwacht.place.caution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.place.Place;
import nl.achterwacht.place.Village;
import nl.achterwacht.place.caution.CautionKeeper.Why;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** Cautions in a real database, on a clock that is moved by hand. */
class CautionKeeperTest {
  private static final Why NOTHING = new Why(null);
  private static final Caution.Said DOG =
      new Caution.Said(
          "dog",
          "Liet de hond los toen een collega aanbelde.",
          "colleague",
          "Verslag van het bezoek van 2 november.",
          LocalDate.parse("2026-11-02"));

  private final Village village = new Village();
  private final CautionKeeper cautions = new CautionKeeper(village, new Journal());
  private final Place place = village.place("Dorpsstraat 12, 1011AB Voorbeeldstad");

  @AfterEach
  void drop() {
    village.close();
  }

  @Test
  void onePersonAloneShowsNothingToVisitors() {
    Caution proposed = proposed();
    assertThat(shown(village.anna(), false)).isEmpty();
    tell(proposed);
    assertThat(confirm(proposed, village.anna()))
        .isEqualTo(new CautionResult.Refused(CautionEffect.Reason.OWN_PROPOSAL));
    assertThat(shown(village.anna(), false)).isEmpty();
    assertThat(shown(village.carla(), true)).hasSize(1);
  }

  @Test
  void theDatabaseItselfAsksTwoPersons() {
    Caution proposed = proposed();
    assertThatThrownBy(() ->
            village.does(tx ->
                tx.sql(
                        """
                        update place.caution
                           set state = 'in-force', confirmed_by = proposed_by,
                               confirmed_at = proposed_at, review_at = ends_at,
                               letter_sent_on = happened_on
                         where organisation_id = :organisation
                           and id = :id
                        """)
                    .param("organisation", village.id().value())
                    .param("id", proposed.id().value())
                    .update()))
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("caution_takes_two");
  }

  @Test
  void everyLookIsJournalledWithWhoAndWhich() {
    Caution caution = inForce();
    assertThat(village.journal("caution.looked-at")).isEmpty();
    shown(village.anna(), false);
    shown(village.dirk(), false);
    shown(village.anna(), false);
    assertThat(village.journal("caution.looked-at"))
        .containsExactlyInAnyOrder(
            village.anna().toString(), village.dirk().toString(), village.anna().toString());
    List<String> which =
        village.does(tx ->
            tx.sql("select data ->> 'cautionId' from journal.entry where kind = :kind")
                .param("kind", "caution.looked-at")
                .query(String.class)
                .list());
    assertThat(which).containsOnly(caution.id().toString());
  }

  @Test
  void aNumberIsNoLook() {
    inForce();
    assertThat(village.<Integer>does(tx -> cautions.countInForce(tx, village.id(), place.id())))
        .isEqualTo(1);
    assertThat(village.journal("caution.looked-at")).isEmpty();
  }

  @Test
  void pastItsEndItIsNeverShownAlsoBeforeTheSweep() {
    inForce();
    village.passMonths(12);
    village.passes(Duration.ofSeconds(-1));
    assertThat(shown(village.anna(), false)).hasSize(1);
    village.passes(Duration.ofSeconds(1));
    assertThat(shown(village.anna(), false)).isEmpty();
    assertThat(shown(village.carla(), true)).isEmpty();
    assertThat(village.<Integer>does(tx -> cautions.countInForce(tx, village.id(), place.id())))
        .isZero();
  }

  @Test
  void theSweepEndsIt() {
    inForce();
    village.passMonths(12);
    assertThat(cautions.sweep(village.database())).isEqualTo(1);
    assertThat(village.journal("caution.expired")).containsExactly("-");
    assertThat(cautions.sweep(village.database())).isZero();
  }

  @Test
  void aRenewalWithAReasonKeepsItAndTheHardStopEndsIt() {
    Caution caution = inForce();
    for (int renewal = 1; renewal <= 2; renewal++) {
      village.passMonths(11);
      var renewed = new CautionEvent.Renewed(village.dirk(), cautions.latestEnd());
      assertThat(act(caution, renewed, new Why("Vorige week weer.")))
          .isInstanceOf(CautionResult.Done.class);
    }
    village.passMonths(11);
    var beyond = new CautionEvent.Renewed(village.dirk(), cautions.latestEnd());
    assertThat(act(caution, beyond, new Why("Nog steeds.")))
        .isEqualTo(new CautionResult.Refused(CautionEffect.Reason.HARD_STOP));
    assertThat(shown(village.anna(), false)).hasSize(1);
    village.passMonths(1);
    assertThat(shown(village.anna(), false)).isEmpty();
  }

  @Test
  void theReplyStandsBesideTheCaution() {
    Caution caution = inForce();
    var reply = new Caution.Told(null, null, "De hond is er niet meer.", LocalDate.EPOCH);
    village.does(tx -> cautions.noteReply(tx, village.id(), caution.id(), reply, village.carla()));
    Caution shown = shown(village.anna(), false).getFirst();
    assertThat(shown.told().reply()).isEqualTo("De hond is er niet meer.");
    assertThat(shown.told().letterSentOn()).isEqualTo(LocalDate.parse("2026-11-20"));
    assertThat(village.journal("caution.reply-noted")).hasSize(1);
  }

  @Test
  void whatAsksADecisionIsListed() {
    Caution caution = inForce();
    proposed();
    assertThat(toDecide()).hasSize(1);
    village.passMonths(5);
    assertThat(toDecide()).extracting(Caution::id).containsExactly(caution.id());
    act(caution, new CautionEvent.Reviewed(village.dirk()), NOTHING);
    assertThat(toDecide()).isEmpty();
  }

  @Test
  void whatWasRefusedStandsInTheJournal() {
    Caution proposed = proposed();
    assertThat(confirm(proposed, village.carla()))
        .isEqualTo(new CautionResult.Refused(CautionEffect.Reason.LETTER_FIRST));
    assertThat(village.journal("caution.refused")).containsExactly(village.carla().toString());
  }

  private Caution proposed() {
    return village.does(tx -> cautions.propose(tx, village.id(), place.id(), DOG, village.anna()));
  }

  private Caution inForce() {
    Caution proposed = proposed();
    tell(proposed);
    assertThat(confirm(proposed, village.carla())).isInstanceOf(CautionResult.Done.class);
    return proposed;
  }

  private void tell(Caution caution) {
    var letter = new Caution.Told(LocalDate.parse("2026-11-20"), null, null, null);
    village.does(tx -> cautions.noteLetter(tx, village.id(), caution.id(), letter, village.anna()));
  }

  private CautionResult confirm(Caution caution, PersonId by) {
    return act(caution, new CautionEvent.Confirmed(by, cautions.latestEnd()), NOTHING);
  }

  private CautionResult act(Caution caution, CautionEvent event, Why why) {
    return village.does(tx -> cautions.handle(tx, village.id(), caution.id(), event, why));
  }

  private List<Caution> shown(PersonId viewer, boolean proposalsToo) {
    return village.does(tx -> cautions.shown(tx, village.id(), place.id(), viewer, proposalsToo));
  }

  private List<Caution> toDecide() {
    return village.does(tx -> cautions.toDecide(tx, village.id(), village.carla()));
  }
}

package nl.achterwacht.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.journal.Journal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Time runs past each term: what the rule is about is gone by itself, and nothing else. */
class RetentionKeeperTest {
  private static final PersonId ANNA = PersonId.next();

  private final FilledTown town = new FilledTown();
  private Instant now = FilledTown.NOW;
  private final InstantSource clock = () -> now;
  private final RetentionKeeper keeper = new RetentionKeeper(clock, new Journal());

  @AfterEach
  void drop() {
    town.close();
  }

  @Test
  void eachGoesWhenItsTimeIsUpAndNotBefore() {
    town.fill(ANNA, "Anna");
    List<Retention> shortestFirst =
        Stream.of(Retention.values())
            .sorted(Comparator.comparing(rule -> end(rule, rule.standard())))
            .toList();
    for (Retention rule : shortestFirst) {
      Instant end = end(rule, rule.standard());
      now = end.minus(Duration.ofMinutes(30));
      keeper.sweep(town.database());
      Set<String> before = town.tablesWithRows();
      now = end.plus(Duration.ofHours(13));
      keeper.sweep(town.database());
      Set<String> gone = new TreeSet<>(before);
      gone.removeAll(town.tablesWithRows());
      assertThat(gone).as(rule.text()).isSubsetOf(tablesOf(end.plus(Duration.ofHours(13))));
      Set<String> left = town.tablesWithRows();
      assertThat(due(end)).as(rule.text()).noneMatch(left::contains);
    }
    // What waited for another to go, goes the next time.
    now = now.plus(Duration.ofDays(1));
    keeper.sweep(town.database());
    for (Held held : Holdings.all()) {
      if (held.goes().stream().anyMatch(one -> one.change() == null)) {
        assertThat(town.tablesWithRows()).doesNotContain(held.table());
      }
    }
    assertThat(town.tablesWithRows()).contains("people.person", "account.login");
  }

  @Test
  void aRuleIsSetWithinItsBoundsAndStandsInTheJournal() {
    town.fill(ANNA, "Anna");
    RetentionSetting set =
        town.database()
            .inTransaction(town.id(), tx -> keeper.set(tx, town.id(), Retention.SIGNALS, 3, ANNA));
    assertThat(set.amount()).isEqualTo(3);
    assertThat(set.setBy()).isEqualTo(ANNA);
    assertThatThrownBy(() ->
            town.database()
                .inTransaction(
                    town.id(), tx -> keeper.set(tx, town.id(), Retention.SIGNALS, 13, ANNA)))
        .isInstanceOf(IllegalArgumentException.class);
    now = end(Retention.SIGNALS, 3).plusSeconds(60);
    assertThat(
            town.database()
                .<Long>inTransaction(
                    town.id(), tx -> keeper.wouldGo(tx, town.id(), Retention.SIGNALS, 3)))
        .isPositive();
    keeper.sweep(town.database());
    assertThat(town.tablesWithRows()).doesNotContain("signal.signal");
    RetentionSetting after =
        town.database().inTransaction(tx -> keeper.settings(tx, town.id())).stream()
            .filter(one -> one.rule() == Retention.SIGNALS)
            .findFirst()
            .orElseThrow();
    assertThat(after.ranAt()).isEqualTo(now);
    assertThat(after.erased()).isPositive();
    String journal =
        town.database()
            .inTransaction(tx ->
                tx.sql("select data::text from journal.entry where kind = 'retention.set'")
                    .query(String.class)
                    .single());
    assertThat(journal).contains("\"was\": 12").contains("\"is\": 3");
  }

  /** When what ended at the beginning is so old. */
  private static Instant end(Retention rule, int amount) {
    return switch (rule.unit()) {
      case HOURS -> FilledTown.NOW.plus(Duration.ofHours(amount));
      case DAYS -> FilledTown.NOW.plus(Duration.ofDays(amount));
      case MONTHS -> FilledTown.NOW.atOffset(ZoneOffset.UTC).plusMonths(amount).toInstant();
    };
  }

  /** The tables that some rule clears by then. */
  private static Set<String> tablesOf(Instant by) {
    Set<String> tables = new TreeSet<>();
    for (Held held : Holdings.all()) {
      held.goes().stream()
          .filter(one -> one.change() == null)
          .filter(one -> !end(one.rule(), one.rule().standard()).isAfter(by))
          .forEach(one -> tables.add(held.table()));
      String otherwise = held.otherwise();
      if (otherwise != null && otherwise.startsWith("With its ")) {
        tables.add(held.table());
      }
    }
    return tables;
  }

  /** Those whose rows have no other rule to wait for. */
  private static Set<String> due(Instant by) {
    Set<String> tables = new TreeSet<>();
    for (Held held : Holdings.all()) {
      boolean all =
          !held.goes().isEmpty()
              && !held.table().equals("place.place") // waits for what still names it
              && held.goes().stream()
                  .allMatch(one ->
                      one.change() == null && !end(one.rule(), one.rule().standard()).isAfter(by));
      if (all) {
        tables.add(held.table());
      }
    }
    return tables;
  }
}

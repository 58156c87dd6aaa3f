package nl.achterwacht.simulation;

import static nl.achterwacht.base.Sql.utc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import nl.achterwacht.Rows;
import nl.achterwacht.base.Tx;

/**
 * Changes who can be called while alarms may be open: ladders, duty, addresses, people and the
 * team. What is broken this way is set right some minutes later, or when everything heals.
 */
final class Administrator {
  private static final String END_ADDRESSES =
      """
      update people.contact
         set refused_at = :now
       where organisation_id = :organisation
         and person_id = :person
      """;

  private static final String LEAVE =
      """
      update people.person
         set left_at = :now
       where organisation_id = :organisation
         and id = :person
      """;

  private static final String NOBODY_ON_DUTY =
      """
      delete from people.duty
       where organisation_id = :organisation
      """;

  private static final String PROMISE =
      """
      update people.team
         set promise_s = :promise
       where organisation_id = :organisation
      """;

  private static final List<String> SET_RIGHT =
      List.of(
          """
          update people.contact
             set refused_at = null
           where organisation_id = :organisation
          """,
          """
          update people.person
             set left_at = null
           where organisation_id = :organisation
          """);

  private final Town town;
  private final Batch batch;
  private final Instant day;

  Administrator(Town town, Batch batch, Instant day) {
    this.town = town;
    this.batch = batch;
    this.day = day;
  }

  void planDay() {
    for (int i = 0; i < 3; i++) {
      if (town.draw().chance(0.2, "administers", i)) {
        int number = i;
        at(
            town.draw().between(60, 1200, "administers at", i),
            "changes " + i,
            () -> change(number));
      }
    }
  }

  /** Everybody can be reached again, and somebody is on duty. */
  void setRight() {
    in(tx -> {
      SET_RIGHT.forEach(sql -> tx.sql(sql).param("organisation", organisation()).update());
      Instant now = batch.clock().instant();
      town.rows(tx).onDuty(town.person("Dirk"), now, now.plus(Duration.ofDays(1)));
    });
  }

  private void change(int number) {
    if (town.isHealed()) {
      return;
    }
    double what = town.draw().of("change", number);
    if (what < 0.3) {
      told("the ladders are edited", tx -> editLadders(tx, number));
    } else if (what < 0.4) {
      told("the ladders are thrown away", tx -> Town.KINDS.forEach(town.rows(tx)::dropLadder));
    } else if (what < 0.5) {
      int promise = town.draw().between(20, 60, "other promise", number);
      told(
          "a promise holds for %d s from now on".formatted(promise),
          tx -> sql(tx, PROMISE).param("promise", promise).update());
    } else {
      breakOff(what);
      int later = secondsSoFar() + town.draw().between(60, 400, "set right", number);
      at(later, "sets right " + number, this::setRight);
    }
  }

  private void breakOff(double what) {
    if (what < 0.65) {
      told("nobody is on duty any more", tx -> sql(tx, NOBODY_ON_DUTY).update());
    } else if (what < 0.8) {
      told("Carla loses all her addresses", tx -> each(tx, END_ADDRESSES, "Carla"));
    } else if (what < 0.87) {
      told("Carla leaves", tx -> each(tx, LEAVE, "Carla"));
    } else if (what < 0.93) {
      told("the centre loses all its addresses", tx -> each(tx, END_ADDRESSES, "Centre"));
    } else {
      told(
          "nobody at all can be reached",
          tx -> each(tx, END_ADDRESSES, "Bram", "Carla", "Dirk", "Centre"));
    }
    town.loseSomebody();
  }

  private void editLadders(Tx tx, int number) {
    Rows rows = town.rows(tx);
    for (String kind : Town.KINDS) {
      rows.dropLadder(kind);
      if (town.draw().chance(0.6, "edited first step", kind, number)) {
        rows.ladderStep(kind, 0, List.of(), 15 + number);
        rows.ladderStep(kind, 1, List.of(town.person("Carla"), town.person("Centre")), 20 + number);
      } else {
        rows.ladderStep(kind, 0, List.of(town.person("Carla")), 15 + number);
      }
    }
  }

  private void each(Tx tx, String sql, String... people) {
    for (String who : people) {
      sql(tx, sql)
          .param("person", town.person(who).value())
          .param("now", utc(batch.clock().instant()))
          .update();
    }
  }

  private org.springframework.jdbc.core.simple.JdbcClient.StatementSpec sql(Tx tx, String sql) {
    return tx.sql(sql).param("organisation", organisation());
  }

  private java.util.UUID organisation() {
    return town.organisation().value();
  }

  private void told(String what, Consumer<Tx> change) {
    town.story().tell(what);
    in(change);
  }

  private void in(Consumer<Tx> change) {
    batch.database().inTransactionDo(change);
  }

  private int secondsSoFar() {
    return (int) Duration.between(day, batch.time().instant()).toSeconds();
  }

  private void at(int seconds, String what, Runnable act) {
    town.agenda().add(day.plusSeconds(seconds), "administrator " + what, act);
  }
}

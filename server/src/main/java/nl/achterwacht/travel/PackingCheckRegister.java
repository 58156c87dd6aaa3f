package nl.achterwacht.travel;

import static nl.achterwacht.base.Sql.instant;
import static nl.achterwacht.base.Sql.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.achterwacht.base.PersonRef;
import nl.achterwacht.base.Tx;

/**
 * What people made sure of before leaving, one a day. It is a help to whoever leaves, no file on
 * them: what is older than two weeks goes with the next check of anybody there.
 */
public final class PackingCheckRegister {
  private static final int KEPT_DAYS = 14;

  private static final String OF_DAY =
      """
      select ticked, battery_percent, battery_enough, numbers_known, notices_on, checked_at
        from travel.packing_check
       where organisation_id = :organisation
         and person_id = :person
         and day = :day
      """;

  private static final String SAVE =
      """
      insert into travel.packing_check
             (organisation_id, person_id, day, ticked, battery_percent, battery_enough,
              numbers_known, notices_on, checked_at)
      values (:organisation, :person, :day, :ticked, :percent, :enough, :numbers, :notices, :now)
      on conflict (organisation_id, person_id, day)
         do update set ticked = excluded.ticked, battery_percent = excluded.battery_percent,
                       battery_enough = excluded.battery_enough,
                       numbers_known = excluded.numbers_known,
                       notices_on = excluded.notices_on, checked_at = excluded.checked_at
      """;

  private static final String FORGET =
      """
      delete from travel.packing_check
       where organisation_id = :organisation
         and day < :oldest
      """;

  /** What this person made sure of on {@code day}, a day in the Netherlands; empty for nothing. */
  public Optional<PackingCheck> of(Tx tx, PersonRef person, LocalDate day) {
    return tx.sql(OF_DAY)
        .param("organisation", person.organisation().value())
        .param("person", person.person().value())
        .param("day", day)
        .query(PackingCheckRegister::check)
        .optional();
  }

  /** Keeps {@code check} for the day on which it was made; the last one of a day counts. */
  public void save(Tx tx, PersonRef person, PackingCheck check) {
    LocalDate day = ZonedInterval.dutchDay(check.checkedAt());
    tx.sql(SAVE)
        .param("organisation", person.organisation().value())
        .param("person", person.person().value())
        .param("day", day)
        .param("ticked", tx.texts(List.copyOf(check.ticked())))
        .param("percent", check.batteryPercent())
        .param("enough", check.batteryEnough())
        .param("numbers", check.numbersKnown())
        .param("notices", check.noticesOn())
        .param("now", utc(check.checkedAt()))
        .update();
    tx.sql(FORGET)
        .param("organisation", person.organisation().value())
        .param("oldest", day.minusDays(KEPT_DAYS))
        .update();
  }

  private static PackingCheck check(ResultSet row, int index) throws SQLException {
    return new PackingCheck(
        Set.of((String[]) row.getArray("ticked").getArray()),
        row.getObject("battery_percent", Integer.class),
        row.getObject("battery_enough", Boolean.class),
        row.getBoolean("numbers_known"),
        row.getBoolean("notices_on"),
        instant(row, "checked_at"));
  }
}

package nl.achterwacht.alarm;

import static nl.achterwacht.base.Sql.instant;
import static nl.achterwacht.base.Sql.utc;
import static nl.achterwacht.base.Sql.uuid;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import org.jspecify.annotations.Nullable;

/** Reads alarms for screens, and keeps the ticks of the call script. Decides nothing. */
public final class AlarmRegister {
  private static final String FIND =
      """
      select %s
        from alarm.alarm a
       where a.organisation_id = :organisation
         and a.id = :id
      """
          .formatted(AlarmStore.COLUMNS);

  private static final String BY_CAUSE =
      """
      select %s
        from alarm.alarm a
       where a.organisation_id = :organisation
         and a.cause_id = :cause
      """
          .formatted(AlarmStore.COLUMNS);

  private static final String OPEN =
      """
      select %s
        from alarm.alarm a
       where a.organisation_id = :organisation
         and a.state <> 'closed'
       order by a.opened_at, a.id
      """
          .formatted(AlarmStore.COLUMNS);

  private static final String TICKS =
      """
      select number, at, by_id
        from alarm.script_tick
       where organisation_id = :organisation
         and alarm_id = :id
       order by number
      """;

  private static final String TICK =
      """
      insert into alarm.script_tick (organisation_id, alarm_id, number, at, by_id)
      values (:organisation, :id, :number, :now, :by)
      on conflict do nothing
      """;

  private static final String UNTICK =
      """
      delete from alarm.script_tick
       where organisation_id = :organisation
         and alarm_id = :id
         and number = :number
      """;

  /** A step of the call script that was done. */
  public record Tick(int number, Instant at, PersonId by) {}

  /** The alarm with this id; null when this organisation has none. */
  public @Nullable Alarm find(Tx tx, OrganisationId organisation, AlarmId id) {
    return tx.sql(FIND)
        .param("organisation", organisation.value())
        .param("id", id.value())
        .query(AlarmStore::alarm)
        .optional()
        .orElse(null);
  }

  /** The alarm that this silence or press raised, also long ago; null when it raised none. */
  public @Nullable Alarm byCause(Tx tx, OrganisationId organisation, UUID causeId) {
    return tx.sql(BY_CAUSE)
        .param("organisation", organisation.value())
        .param("cause", causeId)
        .query(AlarmStore::alarm)
        .optional()
        .orElse(null);
  }

  /** Every open alarm, the oldest first. */
  public List<Alarm> open(Tx tx, OrganisationId organisation) {
    return tx.sql(OPEN).param("organisation", organisation.value()).query(AlarmStore::alarm).list();
  }

  /** The open alarms of one watch, the oldest first. */
  public List<Alarm> openOf(Tx tx, OrganisationId organisation, UUID watchId) {
    return open(tx, organisation).stream().filter(a -> watchId.equals(a.watchId())).toList();
  }

  /** What was ticked on the call script of this alarm. */
  public List<Tick> ticks(Tx tx, OrganisationId organisation, AlarmId id) {
    return tx.sql(TICKS)
        .param("organisation", organisation.value())
        .param("id", id.value())
        .query((row, i) ->
            new Tick(row.getInt("number"), instant(row, "at"), new PersonId(uuid(row, "by_id"))))
        .list();
  }

  /** Ticks a step, or takes the tick away; twice the same changes nothing. */
  public void tick(
      Tx tx,
      OrganisationId organisation,
      AlarmId id,
      int number,
      boolean ticked,
      PersonId by,
      Instant now) {
    if (ticked) {
      tx.sql(TICK)
          .param("organisation", organisation.value())
          .param("id", id.value())
          .param("number", number)
          .param("now", utc(now))
          .param("by", by.value())
          .update();
    } else {
      tx.sql(UNTICK)
          .param("organisation", organisation.value())
          .param("id", id.value())
          .param("number", number)
          .update();
    }
  }
}

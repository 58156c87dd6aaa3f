package nl.achterwacht.notify;

import static nl.achterwacht.base.Sql.instant;
import static nl.achterwacht.base.Sql.uuidOrNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.Tx;
import org.jspecify.annotations.Nullable;

/** Reads notices for screens: who was called, and what came of it. */
public final class NoticeRegister {
  private static final String CALLS =
      """
      select person_id, channel, alarm_step, alarm_round, state, coalesce(answered_at, made_at) as at,
             detail
        from notify.notice
       where organisation_id = :organisation
         and alarm_id = :alarm
         and kind = 'alarm-call'
       order by made_at, id
      """;

  /**
   * One call of a ladder.
   *
   * @param step from 0
   * @param state as in the table: waiting, sending, accepted, delivered, refused, withdrawn
   */
  public record Call(
      @Nullable UUID personId,
      String channel,
      int step,
      int round,
      String state,
      Instant at,
      @Nullable String detail) {}

  /** Every call about this alarm, the oldest first. */
  public List<Call> callsAbout(Tx tx, OrganisationId organisation, UUID alarmId) {
    return tx.sql(CALLS)
        .param("organisation", organisation.value())
        .param("alarm", alarmId)
        .query((row, i) ->
            new Call(
                uuidOrNull(row, "person_id"),
                row.getString("channel"),
                row.getInt("alarm_step"),
                row.getInt("alarm_round"),
                row.getString("state"),
                instant(row, "at"),
                row.getString("detail")))
        .list();
  }
}

package nl.achterwacht.alarm;

import java.util.UUID;
import nl.achterwacht.base.Decision;
import org.jspecify.annotations.Nullable;

/**
 * One decided change of an alarm.
 *
 * @param event what happened; null when the alarm was opened
 * @param act who did it and with which words; null for the server itself
 * @param causeId of an opening: the silence or the press that raised it
 */
record AlarmChange(
    Alarm before,
    @Nullable AlarmEvent event,
    @Nullable Act act,
    @Nullable UUID causeId,
    Decision<AlarmState, AlarmEffect> decision) {
  static AlarmChange of(
      Alarm before,
      AlarmEvent event,
      @Nullable Act act,
      Decision<AlarmState, AlarmEffect> decision) {
    return new AlarmChange(before, event, act, null, decision);
  }

  static AlarmChange opened(
      Alarm alarm, @Nullable Decision<AlarmState, AlarmEffect> decision, UUID causeId) {
    if (decision == null) {
      throw new IllegalStateException("alarm " + alarm.id() + " was opened without a decision");
    }
    return new AlarmChange(alarm, null, null, causeId, decision);
  }

  boolean changesState() {
    return !decision.next().equals(before.state());
  }

  Alarm after() {
    return changesState() ? before.with(decision.next()) : before;
  }

  boolean isRefused() {
    return decision.effects().stream().anyMatch(e -> e instanceof AlarmEffect.Refuse);
  }
}

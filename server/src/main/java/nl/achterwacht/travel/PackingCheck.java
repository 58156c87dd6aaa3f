package nl.achterwacht.travel;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody made sure of today before leaving: the list and the phone.
 *
 * @param ticked ids of the things ticked
 * @param batteryPercent as the browser says; null where it keeps that to itself
 * @param batteryEnough the worker's own answer where the browser does not say; null when not asked
 * @param numbersKnown the numbers to call are on the phone
 * @param noticesOn the phone may be asked for a sign of life
 */
public record PackingCheck(
    Set<String> ticked,
    @Nullable Integer batteryPercent,
    @Nullable Boolean batteryEnough,
    boolean numbersKnown,
    boolean noticesOn,
    Instant checkedAt) {
  /** Half full lasts a day with a watch, or there is a power bank (measure ACCU). */
  public static final int ENOUGH_PERCENT = 50;

  public PackingCheck {
    ticked = Set.copyOf(ticked);
  }

  /** Whether every thing on the list is ticked: what goes along, and what stays at home. */
  public boolean isPacked(List<PackingItem> list) {
    return list.stream().allMatch(item -> ticked.contains(item.id()));
  }

  /** Whether the battery will do; false when nobody knows. */
  public boolean isCharged() {
    if (batteryPercent != null && batteryPercent >= ENOUGH_PERCENT) {
      return true;
    }
    return ticked.contains("power-bank") || Boolean.TRUE.equals(batteryEnough);
  }
}

package nl.achterwacht.device;

import java.time.Instant;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * A personal alarm as it is now. When it must be tested next stands in its task.
 *
 * @param team whose supervisor answers for it, whoever holds it
 * @param holding who has it; null while it lies with the team
 * @param battery as it was last noted; null when it never was
 * @param lastTest null when it never was tested
 * @param removedAt when it was taken out of use; null while it is in use
 */
public record Device(
    OrganisationId organisation,
    DeviceId id,
    TeamId team,
    Facts facts,
    @Nullable Holding holding,
    @Nullable Battery battery,
    @Nullable Test lastTest,
    @Nullable Instant removedAt) {

  /**
   * What it is.
   *
   * @param kind app, gps-tracker, button or other
   * @param number the serial number, or what is written on it
   * @param testEveryDays how often it must be tested
   */
  public record Facts(
      String kind,
      @Nullable String maker,
      @Nullable String number,
      @Nullable String note,
      int testEveryDays) {}

  /** A person or a workplace, never both. */
  public record Holder(@Nullable PersonId person, @Nullable UUID workplace) {
    public Holder {
      if ((person == null) == (workplace == null)) {
        throw new IllegalArgumentException("a device is held by a person or by a workplace");
      }
    }
  }

  /** Who has or had it, and when. */
  public record Holding(Holder holder, Instant from, @Nullable Instant until) {}

  /** How full it was. */
  public record Battery(int percent, Instant at) {}

  /**
   * Somebody tried it.
   *
   * @param workplace where; null when that does not matter
   */
  public record Test(
      boolean works, @Nullable UUID workplace, @Nullable String note, PersonId by, Instant at) {}

  /** The person who has it now; null when no person does. */
  public @Nullable PersonId heldBy() {
    return holding == null ? null : holding.holder().person();
  }
}

package nl.achterwacht.privacy;

import java.time.Instant;
import nl.achterwacht.base.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One rule as it is for an organisation.
 *
 * @param amount how long, in the unit of the rule
 * @param setBy who chose that; null for the default
 * @param ranAt when it was carried out last; null when never yet
 * @param erasedAt when there was last something to erase
 * @param erased how many rows that were
 * @param erasedEver how many there have been
 */
public record RetentionSetting(
    Retention rule,
    int amount,
    @Nullable PersonId setBy,
    @Nullable Instant setAt,
    @Nullable Instant ranAt,
    @Nullable Instant erasedAt,
    long erased,
    long erasedEver) {

  boolean isDue(Instant now) {
    return ranAt == null || !ranAt.plus(rule.every()).isAfter(now);
  }
}

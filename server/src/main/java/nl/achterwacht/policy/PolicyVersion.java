package nl.achterwacht.policy;

import java.time.Instant;
import nl.achterwacht.base.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One version that is or was in force, without its tables. Version 1 is the policy we ship, which
 * nobody put into force.
 *
 * @param note what changed and why, in the words of who put it into force; null for version 1
 * @param putBy null for version 1
 * @param inForceAt null for version 1
 */
public record PolicyVersion(
    int number, @Nullable String note, @Nullable PersonId putBy, @Nullable Instant inForceAt) {
  static final PolicyVersion STANDARD = new PolicyVersion(1, null, null, null);
}

package nl.achterwacht.policy;

import java.time.Instant;
import nl.achterwacht.base.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Tables that are being worked on.
 *
 * @param dmn as it was saved, which only happens when nothing is wrong with it
 * @param basedOn the version that was in force when the work began
 * @param revision rises with each save; 0 when nothing was saved yet and the tables are those in
 *     force
 * @param savedBy null with revision 0
 * @param savedAt null with revision 0
 */
public record Draft(
    String dmn, int basedOn, int revision, @Nullable PersonId savedBy, @Nullable Instant savedAt) {}

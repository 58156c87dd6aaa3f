package nl.achterwacht.signal;

import java.time.Instant;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.place.PlaceId;
import org.jspecify.annotations.Nullable;

/**
 * An early signal. What was done about it stands in its task.
 *
 * @param anonymous colleagues do not see who reported it; the reporter still hears the answer
 * @param said what was noticed
 * @param place where; null when it belongs to no address
 * @param watch the watch it was made under or after; null when there was none
 * @param madeAt when it was reported, by the phone
 */
public record Signal(
    OrganisationId organisation,
    SignalId id,
    PersonId reporter,
    TeamId team,
    boolean anonymous,
    Said said,
    @Nullable PlaceId place,
    @Nullable UUID watch,
    Instant madeAt) {

  /**
   * What was noticed.
   *
   * @param kind tense, threat, aggression, dog, weapon, substances, surroundings or other
   * @param severity 1 a nuisance, 2 over the line, 3 serious
   * @param text in the reporter's own words; null when the kind says enough
   */
  public record Said(String kind, int severity, @Nullable String text) {}
}

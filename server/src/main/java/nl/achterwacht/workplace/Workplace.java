package nl.achterwacht.workplace;

import java.time.Instant;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.place.PlaceId;
import org.jspecify.annotations.Nullable;

/**
 * A place, shift or kind of work in which somebody is alone.
 *
 * @param ending null while it is in use
 * @param version goes up by one with each change
 */
public record Workplace(
    OrganisationId organisation,
    WorkplaceId id,
    Details details,
    PersonId madeBy,
    Instant madeAt,
    @Nullable Ending ending,
    int version) {

  /**
   * What somebody fills in.
   *
   * @param kind building, room, outdoor, vehicle, home-visits, shift or remote
   * @param owner the supervisor who answers for it
   * @param place its address; null for what has none, such as a round by car
   * @param spot floor, room or corner
   * @param responseMinutes within how many minutes somebody is there, as was agreed
   * @param normMinutes within how many they must be
   * @param method by which its risks are scored, fine-kinney or matrix
   */
  public record Details(
      String name,
      String kind,
      TeamId team,
      PersonId owner,
      @Nullable PlaceId place,
      @Nullable String spot,
      @Nullable Integer responseMinutes,
      @Nullable Integer normMinutes,
      String method,
      Facts facts) {
    Details with(PersonId other) {
      return new Details(
          name, kind, team, other, place, spot, responseMinutes, normMinutes, method, facts);
    }

    Details with(Facts changed) {
      return new Details(
          name, kind, team, owner, place, spot, responseMinutes, normMinutes, method, changed);
    }
  }

  /** It is not used any more, or nobody is alone there any more. */
  public record Ending(Instant at, PersonId by, String reason) {}

  /** A change of one field; a value is a text, or null for nothing. */
  public record Change(
      UUID id,
      Instant at,
      PersonId by,
      String field,
      @Nullable String was,
      @Nullable String became) {}

  public boolean isActive() {
    return ending == null;
  }
}

package nl.achterwacht.place.caution;

import java.time.Instant;
import java.time.LocalDate;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.place.PlaceId;
import org.jspecify.annotations.Nullable;

/**
 * A caution as it stands in its table.
 *
 * @param said what somebody did and how we know; null once the texts were erased
 * @param told what the resident was told
 * @param because the reason last given for renewing or ending it
 */
public record Caution(
    OrganisationId organisation,
    CautionId id,
    PlaceId place,
    @Nullable Said said,
    PersonId proposedBy,
    Instant proposedAt,
    Told told,
    @Nullable String because,
    CautionState state,
    int version) {

  /**
   * What somebody did and how we know.
   *
   * @param kind aggression, weapon, dog, substances or other
   * @param behaviour what was done or seen, in words that a judge would understand
   * @param source incident, early-signal, police, colleague, own-experience or other
   * @param evidence what the source says, and where that can be found
   * @param happenedOn the day, or the last one of several
   */
  public record Said(
      String kind, String behaviour, String source, String evidence, LocalDate happenedOn) {}

  /**
   * What the resident was told, and answered.
   *
   * @param letterSentOn the day of the letter; null when none was sent
   * @param noLetterBecause why none was sent, such as danger for whoever told us
   * @param reply the resident's own words, kept beside the caution
   */
  public record Told(
      @Nullable LocalDate letterSentOn,
      @Nullable String noLetterBecause,
      @Nullable String reply,
      @Nullable LocalDate repliedOn) {
    /** Nothing yet. */
    public static final Told NOTHING = new Told(null, null, null, null);

    boolean isLetterSettled() {
      return letterSentOn != null || noLetterBecause != null;
    }
  }

  CautionRules.Facts facts() {
    return new CautionRules.Facts(proposedBy, told.isLetterSettled());
  }
}

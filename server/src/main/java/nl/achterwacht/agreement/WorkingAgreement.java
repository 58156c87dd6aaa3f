package nl.achterwacht.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * What a team agreed on.
 *
 * @param reviewTask the task that asks to look again; null once it has ended
 * @param meeting in which it was agreed; null when it was not in one
 * @param endedAt null while it stands
 */
public record WorkingAgreement(
    OrganisationId organisation,
    AgreementId id,
    TeamId team,
    Terms terms,
    @Nullable UUID reviewTask,
    @Nullable UUID meeting,
    Instant madeAt,
    @Nullable Instant endedAt,
    int version) {

  /** What is agreed, who answers for it, and when it is looked at again. */
  public record Terms(String words, PersonId owner, LocalDate reviewOn) {}

  /**
   * A step of its history.
   *
   * @param reason why; null when it was made
   */
  public record Change(
      int number, Kind kind, Terms terms, PersonId by, Instant at, @Nullable String reason) {}

  /** What kind of step. */
  public enum Kind {
    MADE("made"),
    CHANGED("changed"),
    REVIEWED("reviewed"),
    ENDED("ended");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }

    static Kind of(String text) {
      for (Kind kind : values()) {
        if (kind.text.equals(text)) {
          return kind;
        }
      }
      throw new IllegalStateException("unknown step of an agreement: " + text);
    }
  }
}

package nl.achterwacht.protocol;

import java.time.Instant;
import java.time.LocalDate;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One version of the protocol.
 *
 * @param number 0 is the one that is shipped
 * @param madeBy null of the shipped one
 * @param madeAt when it was last written; null of the shipped one
 * @param revision how often its draft was saved, so that two who write do not undo each other
 * @param force null while it is a draft
 */
public record Protocol(
    OrganisationId organisation,
    int number,
    Words words,
    @Nullable PersonId madeBy,
    @Nullable Instant madeAt,
    int revision,
    @Nullable Force force) {

  /**
   * The document, in Markdown.
   *
   * @param en null when there is none; who reads English then reads the Dutch words
   */
  public record Words(String nl, @Nullable String en) {
    /** The words for a reader of this language. */
    public String in(String language) {
      return language.equals("en") && en != null ? en : nl;
    }
  }

  /**
   * When it comes, or came, into force.
   *
   * @param note what changed and why
   * @param remindAfterDays after how many days whoever has not read it is told again
   */
  public record Force(LocalDate from, String note, int remindAfterDays) {}

  /** Where a version stands. */
  public enum Standing {
    DRAFT("draft"),
    /** It comes into force on a day that is not there yet. */
    PLANNED("planned"),
    IN_FORCE("in-force"),
    SUPERSEDED("superseded");

    private final String text;

    Standing(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  /** Where it stands on {@code today}, when {@code inForce} is the number of the one in force. */
  public Standing standing(int inForce, LocalDate today) {
    if (number == inForce) {
      return Standing.IN_FORCE;
    }
    if (number == 0) {
      return Standing.SUPERSEDED;
    }
    if (force == null) {
      return Standing.DRAFT;
    }
    return force.from().isAfter(today) ? Standing.PLANNED : Standing.SUPERSEDED;
  }
}

package nl.achterwacht.incident;

import org.jspecify.annotations.Nullable;

/**
 * Whether the labour inspectorate must be told at once: of an accident at work with which somebody
 * died, was admitted to a hospital or was hurt for good (Arbowet, article 9). It only says what the
 * answers say; the safety officer decides.
 */
public enum LabourNotice {
  /** One of the answers asks for it. */
  DUE,
  /** All three were answered with no. */
  NOT_DUE,
  /** Not everything was answered yet. */
  UNKNOWN;

  /** What the answers say. */
  public static LabourNotice of(Details details) {
    Details.@Nullable Inspectorate asked = details.inspectorate();
    if (asked == null) {
      return UNKNOWN;
    }
    @Nullable Boolean[] answers = {asked.death(), asked.lastingInjury(), asked.hospital()};
    boolean complete = true;
    for (@Nullable Boolean answer : answers) {
      if (Boolean.TRUE.equals(answer)) {
        return DUE;
      }
      complete &= answer != null;
    }
    return complete ? NOT_DUE : UNKNOWN;
  }
}

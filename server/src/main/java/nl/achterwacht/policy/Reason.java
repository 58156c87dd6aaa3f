package nl.achterwacht.policy;

import java.util.Arrays;
import java.util.Optional;

/**
 * Why a rule asks for a measure, other than one risk factor: the keys that the tables' column
 * <i>reason</i> may hold. Beside these it may hold the code of a factor, or a sentence of the
 * organisation's own.
 */
public enum Reason {
  /** At each visit. */
  ALWAYS("always"),
  /** The factors that hold together make it so; the judgement names them instead. */
  FACTORS("factors"),
  /** The policy asks it, though no factor holds. */
  POLICY("policy"),
  /** The resident does not expect anybody. */
  NO_APPOINTMENT("no-appointment"),
  /** Begins or ends outside office hours. */
  OUTSIDE_OFFICE_HOURS("outside-office-hours"),
  /** Dark, in a hot spot. */
  DARK_HOT_SPOT("dark-hot-spot"),
  /** The address has a caution. */
  CAUTIONS("cautions"),
  /** Help was measured to take long. */
  RESPONSE_LONG("response-long"),
  /** By car. */
  CAR("car"),
  /** The phone's battery is low. */
  BATTERY_LOW("battery-low"),
  /** Nobody knows how full the phone's battery is. */
  BATTERY_UNKNOWN("battery-unknown");

  private final String text;

  Reason(String text) {
    this.text = text;
  }

  /** As in the tables, the judgements and the texts. */
  public String text() {
    return text;
  }

  static Optional<Reason> of(String text) {
    return Arrays.stream(values()).filter(one -> one.text.equals(text)).findFirst();
  }
}

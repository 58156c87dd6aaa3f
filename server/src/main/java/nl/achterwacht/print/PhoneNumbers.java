package nl.achterwacht.print;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.regex.Pattern;

/**
 * Phone numbers as a reader in the Netherlands dials them: {@code 020 123 45 67}, {@code 06 12 34
 * 56 78}, {@code +32 470 12 34 56}.
 */
public final class PhoneNumbers {
  private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();
  private static final int NETHERLANDS = 31;

  /** With words beside it ("020 1234567, on weekdays") somebody has chosen how to write it. */
  private static final Pattern NUMBER_ALONE = Pattern.compile("\\+?[0-9(][0-9 ().-]*");

  private static final int DIGITS_OF_A_DUTCH_NUMBER = 10;
  private static final Pattern IN_PAIRS = Pattern.compile("(?<=\\d\\d)(?=(\\d\\d)+$)");

  private PhoneNumbers() {}

  /** The number as people read it; what is no whole number stays as it was given. */
  public static String readable(String given) {
    if (!NUMBER_ALONE.matcher(given).matches()) {
      return given;
    }
    try {
      PhoneNumber number = UTIL.parse(given, "NL");
      boolean isWhole =
          UTIL.isValidNumber(number) || (given.startsWith("+") && UTIL.isPossibleNumber(number));
      if (!isWhole) {
        return given;
      }
      return number.getCountryCode() == NETHERLANDS
          ? inPairs(UTIL.format(number, PhoneNumberFormat.NATIONAL))
          : UTIL.format(number, PhoneNumberFormat.INTERNATIONAL);
    } catch (NumberParseException e) {
      return given;
    }
  }

  /**
   * The library knows where the area code ends; what follows it, it writes in one or two pieces.
   */
  private static String inPairs(String national) {
    int space = national.indexOf(' ');
    String digits = national.replace(" ", "");
    return space < 0 || digits.length() != DIGITS_OF_A_DUTCH_NUMBER
        ? national
        : national.substring(0, space)
            + ' '
            + IN_PAIRS.matcher(digits.substring(space)).replaceAll(" ");
  }
}

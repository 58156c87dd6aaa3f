package nl.achterwacht.travel;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;

/**
 * The public holidays of the Netherlands, computed for any year (decision 0100). King's Day moves
 * to Saturday when it falls on a Sunday; Liberation Day counts every year, since its staff is off
 * in most town halls; Good Friday is a working day.
 */
public final class Holidays {
  private static final HolidayManager NETHERLANDS =
      HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.NETHERLANDS));

  private Holidays() {}

  public static boolean isHoliday(LocalDate day) {
    return NETHERLANDS.isHoliday(day, HolidayType.PUBLIC_HOLIDAY);
  }
}

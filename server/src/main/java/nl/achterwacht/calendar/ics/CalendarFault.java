package nl.achterwacht.calendar.ics;

/** A calendar that cannot be used as a whole. */
public final class CalendarFault extends Exception {
  private static final long serialVersionUID = 1L;

  /** Not iCalendar, or broken. */
  public static final String NOT_A_CALENDAR = "not-a-calendar";

  /** More in it than a person's calendar can hold. */
  public static final String TOO_MUCH = "too-much";

  private final String code;

  CalendarFault(String code) {
    super(code, null, false, false);
    this.code = code;
  }

  /** A stable word for what is the matter. */
  public String code() {
    return code;
  }
}

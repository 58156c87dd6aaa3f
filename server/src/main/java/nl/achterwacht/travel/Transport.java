package nl.achterwacht.travel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import org.jspecify.annotations.Nullable;

/** How somebody gets to a remote place, or home from a late shift, as was agreed. */
public record Transport(OrganisationId organisation, TransportId id, Terms terms) {
  /**
   * What was agreed.
   *
   * @param team whose shift it is for, when neither a person nor a workplace is named
   * @param means own-car, company-car, colleague, taxi or public-transport
   * @param carrier who brings or fetches; null when somebody goes alone
   * @param phone the number to call when nobody is there
   * @param outAt when it leaves for work; null when it only brings home
   * @param homeAt when it leaves for home; null when it only goes out
   * @param travelMinutes how long it is under way
   */
  public record Terms(
      TeamId team,
      @Nullable PersonId person,
      @Nullable UUID workplace,
      String means,
      @Nullable String carrier,
      @Nullable String phone,
      @Nullable LocalTime outAt,
      @Nullable LocalTime homeAt,
      int travelMinutes,
      Set<DayOfWeek> days,
      @Nullable String note) {
    public Terms {
      days = Set.copyOf(days);
    }
  }

  // A night shift that began yesterday still goes home by yesterday's arrangement.
  private static final LocalTime MORNING = LocalTime.NOON;

  /** Whether it holds for a shift that is worked at {@code now}. */
  public boolean holdsAt(ZonedDateTime now) {
    return terms.days().contains(day(now).getDayOfWeek());
  }

  private LocalDate day(ZonedDateTime now) {
    LocalTime home = terms.homeAt();
    LocalTime out = terms.outAt();
    boolean overnight =
        home != null && home.isBefore(MORNING) && (out == null || home.isBefore(out));
    return overnight && now.toLocalTime().isBefore(MORNING)
        ? now.toLocalDate().minusDays(1)
        : now.toLocalDate();
  }
}

package nl.achterwacht.travel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import nl.achterwacht.base.TeamRef;
import nl.achterwacht.base.Tx;
import nl.achterwacht.travel.OfficeHours.Hours;

/** The office hours of teams. */
public final class OfficeHoursRegister {
  private static final String OF_TEAM =
      """
      select week_day, open_from, open_until
        from travel.office_hours
       where organisation_id = :organisation
         and team_id = :team
      """;

  private static final String CLEAR =
      """
      delete from travel.office_hours
       where organisation_id = :organisation
         and team_id = :team
      """;

  private static final String ADD =
      """
      insert into travel.office_hours (organisation_id, team_id, week_day, open_from, open_until)
      values (:organisation, :team, :weekDay, :from, :until)
      """;

  private record Row(DayOfWeek day, Hours hours) {}

  /** The team's hours; the usual ones until it sets its own. */
  public OfficeHours of(Tx tx, TeamRef team) {
    Map<DayOfWeek, Hours> week = new EnumMap<>(DayOfWeek.class);
    tx.sql(OF_TEAM)
        .param("organisation", team.organisation().value())
        .param("team", team.team().value())
        .query(OfficeHoursRegister::row)
        .list()
        .forEach(row -> week.put(row.day(), row.hours()));
    return week.isEmpty() ? OfficeHours.usual() : new OfficeHours(week);
  }

  /**
   * Replaces the team's hours; {@code hours} without any day brings the usual ones back. Visits
   * that were judged before keep their judgement.
   */
  public void set(Tx tx, TeamRef team, OfficeHours hours) {
    tx.sql(CLEAR)
        .param("organisation", team.organisation().value())
        .param("team", team.team().value())
        .update();
    hours
        .week()
        .forEach((day, open) ->
            tx.sql(ADD)
                .param("organisation", team.organisation().value())
                .param("team", team.team().value())
                .param("weekDay", day.getValue())
                .param("from", open.from())
                .param("until", open.until())
                .update());
  }

  private static Row row(ResultSet row, int index) throws SQLException {
    return new Row(
        DayOfWeek.of(row.getInt("week_day")),
        new Hours(
            row.getObject("open_from", LocalTime.class),
            row.getObject("open_until", LocalTime.class)));
  }
}

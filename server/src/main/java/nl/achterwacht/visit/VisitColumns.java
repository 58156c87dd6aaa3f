package nl.achterwacht.visit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.watch.Place;
import nl.achterwacht.watch.WatchId;
import org.jspecify.annotations.Nullable;

/** Reads a visit from a row. */
final class VisitColumns {
  private VisitColumns() {}

  static Visit visit(ResultSet row, int number) throws SQLException {
    return new Visit(
        new OrganisationId(row.getObject("organisation_id", UUID.class)),
        new VisitId(row.getObject("id", UUID.class)),
        new PersonId(row.getObject("worker_id", UUID.class)),
        new WatchId(row.getObject("watch_id", UUID.class)),
        new Appointment(
            new Place(
                row.getString("address"),
                row.getString("floor"),
                number(row, "latitude"),
                number(row, "longitude")),
            row.getString("purpose"),
            instant(row, "planned_start_at"),
            instant(row, "planned_end_at"),
            row.getBoolean("high_risk"),
            row.getString("travel_mode"),
            row.getObject("vehicle_id", UUID.class),
            row.getInt("travel_minutes")),
        row.getObject("cancelled_at", OffsetDateTime.class) != null,
        row.getInt("version"),
        series(row),
        lastChange(row));
  }

  private static @Nullable LastChange lastChange(ResultSet row) throws SQLException {
    @Nullable UUID by = row.getObject("changed_by", UUID.class);
    return by == null ? null : new LastChange(new PersonId(by), instant(row, "changed_at"));
  }

  private static @Nullable SeriesId series(ResultSet row) throws SQLException {
    @Nullable UUID series = row.getObject("series_id", UUID.class);
    return series == null ? null : new SeriesId(series);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Double number(ResultSet row, String column) throws SQLException {
    return row.getObject(column, Double.class);
  }
}

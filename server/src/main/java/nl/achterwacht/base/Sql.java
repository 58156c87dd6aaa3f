package nl.achterwacht.base;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes moments and ids in SQL; moments are UTC. */
public final class Sql {
  private Sql() {}

  /** {@code moment} as JDBC takes a timestamptz. */
  public static OffsetDateTime utc(Instant moment) {
    return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
  }

  /** {@code moment} as JDBC takes a timestamptz that may be null. */
  public static @Nullable OffsetDateTime utcOrNull(@Nullable Instant moment) {
    return moment == null ? null : utc(moment);
  }

  /** A timestamptz that cannot be null here. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** A timestamptz that may be null. */
  public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  /** A uuid that cannot be null here. */
  public static UUID uuid(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  /** A uuid that may be null. */
  public static @Nullable UUID uuidOrNull(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }
}

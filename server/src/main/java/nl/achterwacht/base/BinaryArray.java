package nl.achterwacht.base;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;

/**
 * One-dimensional SQL arrays in PostgreSQL's binary form, which the driver sends as it is: neither
 * side writes or reads text. The forms are those that array_recv, uuid_recv, timestamptz_recv and
 * their like read (PostgreSQL 18, src/backend/utils/adt).
 */
final class BinaryArray {
  private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
  private static final int HEADER = 5 * Integer.BYTES;
  private static final int IS_NULL = -1;

  private BinaryArray() {}

  /** {@code values} are null, a UUID or an {@link Id}. */
  static Array uuids(Connection connection, List<?> values) {
    return of(connection, Oid.UUID_ARRAY, Oid.UUID, values, BinaryArray::uuid);
  }

  static Array texts(Connection connection, List<? extends @Nullable String> values) {
    return of(
        connection,
        Oid.TEXT_ARRAY,
        Oid.TEXT,
        values,
        text -> text.getBytes(StandardCharsets.UTF_8));
  }

  static Array instants(Connection connection, List<? extends @Nullable Instant> values) {
    return of(
        connection,
        Oid.TIMESTAMPTZ_ARRAY,
        Oid.TIMESTAMPTZ,
        values,
        at -> ByteBuffer.allocate(Long.BYTES).putLong(micros(at)).array());
  }

  static Array integers(Connection connection, List<? extends @Nullable Integer> values) {
    return of(
        connection,
        Oid.INT4_ARRAY,
        Oid.INT4,
        values,
        number -> ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
  }

  static Array doubles(Connection connection, List<? extends @Nullable Double> values) {
    return of(
        connection,
        Oid.FLOAT8_ARRAY,
        Oid.FLOAT8,
        values,
        number -> ByteBuffer.allocate(Double.BYTES).putDouble(number).array());
  }

  static Array bytes(Connection connection, List<byte @Nullable []> values) {
    return of(connection, Oid.BYTEA_ARRAY, Oid.BYTEA, values, bytes -> bytes);
  }

  private static <T> Array of(
      Connection connection,
      int arrayType,
      int elementType,
      List<? extends @Nullable T> values,
      Function<T, byte[]> form) {
    List<byte @Nullable []> elements = new ArrayList<>(values.size());
    int size = HEADER;
    for (T value : values) {
      byte @Nullable [] element = value == null ? null : form.apply(value);
      elements.add(element);
      size += Integer.BYTES + (element == null ? 0 : element.length);
    }
    return array(connection, arrayType, written(size, elementType, elements));
  }

  private static byte[] written(int size, int elementType, List<byte @Nullable []> elements) {
    ByteBuffer out = ByteBuffer.allocate(size);
    // Dimensions, whether there are nulls, of what; then length and first index of the dimension.
    out.putInt(1).putInt(elements.contains(null) ? 1 : 0).putInt(elementType);
    out.putInt(elements.size()).putInt(1);
    for (byte @Nullable [] element : elements) {
      if (element == null) {
        out.putInt(IS_NULL);
      } else {
        out.putInt(element.length).put(element);
      }
    }
    return out.array();
  }

  private static Array array(Connection connection, int arrayType, byte[] form) {
    try {
      return new PgArray(connection.unwrap(BaseConnection.class), arrayType, form);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot make an SQL array", e);
    }
  }

  private static byte[] uuid(Object value) {
    UUID uuid = value instanceof Id id ? id.value() : (UUID) value;
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(uuid.getMostSignificantBits())
        .putLong(uuid.getLeastSignificantBits())
        .array();
  }

  /** Microseconds since 2000, rounded as PostgreSQL rounds when it reads text. */
  private static long micros(Instant at) {
    long seconds = Math.subtractExact(at.getEpochSecond(), EPOCH.getEpochSecond());
    return Math.addExact(Math.multiplyExact(seconds, 1_000_000L), (at.getNano() + 500) / 1000);
  }
}

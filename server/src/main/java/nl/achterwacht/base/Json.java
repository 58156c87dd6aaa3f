package nl.achterwacht.base;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as it stands in our own columns. What comes from outside is parsed in {@code http}. */
public final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  /** {@code value} (records, maps, lists, texts, numbers) as JSON text. */
  public static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** Reads what {@link #write} wrote; anything else is a bug. */
  public static <T> T read(String json, Class<T> type) {
    return MAPPER.readValue(json, type);
  }

  /** {@code json} as a tree. */
  public static JsonNode tree(String json) {
    return MAPPER.readTree(json);
  }
}

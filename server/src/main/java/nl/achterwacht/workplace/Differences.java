package nl.achterwacht.workplace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import nl.achterwacht.base.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What differs between a workplace before and after, by field, under the names of the API. */
final class Differences {
  /** A field that has another value. */
  record Difference(String field, @Nullable String was, @Nullable String became) {}

  private Differences() {}

  static List<Difference> between(Workplace.Details before, Workplace.Details after) {
    Map<String, @Nullable String> was = told(before);
    List<Difference> found = new ArrayList<>();
    told(after)
        .forEach((field, value) -> {
          if (!Objects.equals(was.get(field), value)) {
            found.add(new Difference(field, was.get(field), value));
          }
        });
    return found;
  }

  private static Map<String, @Nullable String> told(Workplace.Details details) {
    var told = new LinkedHashMap<String, @Nullable String>();
    told.put("name", details.name());
    told.put("kind", details.kind());
    told.put("teamId", details.team().toString());
    told.put("ownerId", details.owner().toString());
    told.put("address", textOrNull(details.place()));
    told.put("spot", details.spot());
    told.put("responseMinutes", textOrNull(details.responseMinutes()));
    told.put("normMinutes", textOrNull(details.normMinutes()));
    told.put("method", details.method());
    Json.tree(Json.write(details.facts()))
        .forEachEntry((field, value) -> told.put(field, text(value)));
    return told;
  }

  private static @Nullable String textOrNull(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static @Nullable String text(JsonNode value) {
    if (value.isArray()) {
      var words = new StringJoiner(",");
      value.forEach(word -> words.add(word.asString()));
      return words.length() == 0 ? null : words.toString();
    }
    return value.isNull() ? null : value.asString();
  }
}

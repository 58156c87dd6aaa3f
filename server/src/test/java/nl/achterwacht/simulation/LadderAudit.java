package nl.achterwacht.simulation;

import static nl.achterwacht.base.Sql.uuid;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.Tx;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the journal says of ladders and of promises to handle an alarm: no promise is ended early,
 * and no step is skipped that had somebody.
 */
final class LadderAudit {
  private static final String ALARMS =
      """
      select id, ladder, promise_s
        from alarm.alarm
      """;

  private static final Set<String> RENEW =
      Set.of(
          "alarm.acknowledged",
          "alarm.updated",
          "alarm.arrived",
          "alarm.hand-over-offered",
          "alarm.handed-over",
          "alarm.hand-over-declined");

  /** A line about an alarm; {@code before} is what the line before it said, if there was one. */
  record Entry(String kind, UUID alarm, Instant at, JsonNode data, @Nullable JsonNode before) {}

  private final Map<UUID, JsonNode> ladders = new HashMap<>();
  private final Map<UUID, Duration> promises = new HashMap<>();
  private final Map<UUID, Instant> believedUntil = new HashMap<>();

  void read(Tx tx) {
    tx.sql(ALARMS)
        .query(row -> {
          UUID alarm = uuid(row, "id");
          ladders.put(alarm, Json.tree(row.getString("ladder")).get("steps"));
          promises.put(alarm, Duration.ofSeconds(row.getLong("promise_s")));
        });
  }

  void entry(Town town, Entry entry) {
    if (RENEW.contains(entry.kind())) {
      Duration promise = Objects.requireNonNull(promises.get(entry.alarm()));
      believedUntil.put(entry.alarm(), entry.at().plus(promise));
    }
    if (entry.kind().equals("alarm.promise-ran-out")) {
      Instant until = Objects.requireNonNull(believedUntil.get(entry.alarm()));
      if (entry.at().isBefore(until)) {
        throw town.broke("a promise until %s was ended at %s".formatted(until, entry.at()));
      }
    }
    if (entry.before() != null && town.keptEverybody()) {
      skipsNobody(town, entry, entry.before());
    }
  }

  private void skipsNobody(Town town, Entry entry, JsonNode before) {
    if (!sameRound(before, entry.data())) {
      return;
    }
    JsonNode ladder = Objects.requireNonNull(ladders.get(entry.alarm()));
    // Steps are counted from 1 in the journal.
    int from = before.get("step").asInt();
    int to = entry.data().get("step").asInt();
    for (int skipped = from + 1; skipped < to; skipped++) {
      for (JsonNode person : ladder.get(skipped - 1).get("personIds")) {
        if (!person.asString().equals(town.person("Anna").toString())) {
          throw town.broke("%s went from step %d to %d".formatted(entry.kind(), from, to));
        }
      }
    }
  }

  private static boolean sameRound(JsonNode before, JsonNode after) {
    return before.has("round")
        && after.has("round")
        && before.get("round").asInt() == after.get("round").asInt();
  }
}

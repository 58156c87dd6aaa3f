package nl.achterwacht.simulation;

import static nl.achterwacht.base.Sql.instant;
import static nl.achterwacht.base.Sql.uuid;
import static nl.achterwacht.base.Sql.uuidOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.watch.Outage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Plays the journal again: every state that was reached is explained by it, step by step, and what
 * it says last is what stands in the row.
 */
final class JournalAudit {
  private static final String ENTRIES =
      """
      select organisation_id, at, kind, actor_id, watch_id, alarm_id, event_id, data
        from journal.entry
       order by tx, seq
      """;

  private static final String ROWS =
      """
      select organisation_id, id, 'watch' as what,
             jsonb_build_object('state', state, 'leg', leg, 'due', due_at, 'alarm', moment_at,
                                'mask', mask, 'by', closed_by) as stands
        from watch.watch
      union all
      select organisation_id, id, kind,
             jsonb_build_object('state', state, 'step', step + 1, 'round', round,
                                'handler', handler_id, 'outcome', outcome)
        from alarm.alarm
      """;

  private final Tx tx;
  private final Batch batch;
  private final LadderAudit ladders = new LadderAudit();
  private final Map<UUID, JsonNode> last = new HashMap<>();
  private final Map<UUID, String> handlers = new HashMap<>();
  private final Set<UUID> everTaken = new HashSet<>();
  private final Map<UUID, Integer> silences = new HashMap<>();
  private final Map<OrganisationId, Set<UUID>> events = new HashMap<>();

  JournalAudit(Tx tx, Batch batch) {
    this.tx = tx;
    this.batch = batch;
  }

  void run() {
    ladders.read(tx);
    tx.sql(ENTRIES).query((ResultSet row) -> entry(row));
    tx.sql(ROWS).query((ResultSet row) -> row(row));
    for (Town town : batch.towns()) {
      Set<UUID> known = events.getOrDefault(town.organisation(), Set.of());
      for (UUID event : batch.phone(town).confirmed()) {
        if (!known.contains(event)) {
          throw town.broke("a confirmed act is not in the journal: %s".formatted(event));
        }
      }
      int missed = silences.getOrDefault(town.watch().value(), 0);
      if (missed != 0) {
        throw town.broke("silences minus alarms about them: %d".formatted(missed));
      }
    }
  }

  private void entry(ResultSet row) throws SQLException {
    Town town = batch.town(new OrganisationId(uuid(row, "organisation_id")));
    String kind = row.getString("kind");
    JsonNode data = Json.tree(row.getString("data"));
    UUID alarm = uuidOrNull(row, "alarm_id");
    UUID watch = uuidOrNull(row, "watch_id");
    UUID event = uuidOrNull(row, "event_id");
    if (event != null) {
      events.computeIfAbsent(town.organisation(), o -> new HashSet<>()).add(event);
    }
    if (kind.equals("alarm.nobody-reachable")) {
      return; // said beside the change that led to it
    }
    if (kind.endsWith("fail-safe")) {
      throw town.broke("our rules or our store failed: %s".formatted(kind));
    }
    UUID subject = alarm != null ? alarm : watch;
    if (subject == null) {
      return;
    }
    follows(town, kind, subject, data);
    if (alarm != null) {
      alarmEntry(town, kind, alarm, row.getString("actor_id"), data);
      ladders.entry(
          town, new LadderAudit.Entry(kind, alarm, instant(row, "at"), data, last.get(subject)));
      if (kind.equals("alarm.opened") && text(data, "kind").equals("missed-sign")) {
        silences.merge(Objects.requireNonNull(watch), -1, Integer::sum);
      }
    } else if (kind.equals("watch.alarmed")) {
      silences.merge(subject, 1, Integer::sum);
      ourOutageWasNotHers(town, subject, instant(row, "at"));
    }
    last.put(subject, data);
  }

  private void follows(Town town, String kind, UUID subject, JsonNode data) {
    JsonNode before = last.get(subject);
    if (before == null) {
      if (data.has("was")) {
        throw town.broke(
            "%s begins with '%s', which nothing explains".formatted(kind, text(data, "was")));
      }
      return;
    }
    String was = text(before, "state");
    if (!was.equals(text(data, "was"))) {
      throw town.broke("%s says it was %s, but it was %s".formatted(kind, text(data, "was"), was));
    }
    boolean leavesAlarm = was.equals("alarmed") && !text(data, "state").equals("alarmed");
    if (leavesAlarm && !kind.equals("watch.alarm-closed")) {
      throw town.broke("%s withdrew an open alarm".formatted(kind));
    }
    boolean reopened = was.equals("closed") && !text(data, "state").equals("closed");
    if (reopened) {
      throw town.broke("%s revived what was closed".formatted(kind));
    }
  }

  /** Whoever fell due while we were away was asked after it, before the alarm. */
  private void ourOutageWasNotHers(Town town, UUID watch, Instant alarmedAt) {
    JsonNode before = Objects.requireNonNull(last.get(watch));
    Instant dueAt = Instant.parse(text(before, "dueAt"));
    for (Outage away : batch.heart().gapsAt(dueAt)) {
      if (alarmedAt.isBefore(away.until().plus(town.plan().shortGrace()))) {
        throw town.broke(
            "alarmed at %s for what was due at %s, when we were away: %s"
                .formatted(alarmedAt, dueAt, away));
      }
    }
  }

  private void alarmEntry(
      Town town, String kind, UUID alarm, @Nullable String actor, JsonNode data) {
    boolean closes = text(data, "state").equals("closed") && !text(data, "was").equals("closed");
    String handler = handlers.get(alarm);
    if (closes && kind.equals("alarm.safe-code")) {
      if (everTaken.contains(alarm) || !text(data, "kind").equals("missed-sign")) {
        throw town.broke(
            "the worker's code closed a %s that was taken".formatted(text(data, "kind")));
      }
    } else if (closes && !Objects.equals(handler, actor)) {
      throw town.broke("%s closed an alarm that %s handled".formatted(actor, handler));
    }
    String next = data.has("handler") ? text(data, "handler") : null;
    if (next != null && !next.equals(handler) && !next.equals(actor)) {
      throw town.broke("%s has an alarm without having said so: %s".formatted(next, kind));
    }
    if (next != null && handler != null && !next.equals(handler)) {
      String asked = text(Objects.requireNonNull(last.get(alarm)), "to");
      if (!next.equals(asked)) {
        throw town.broke("%s took over what was offered to '%s'".formatted(next, asked));
      }
    }
    if (next != null) {
      handlers.put(alarm, text(data, "handler"));
      everTaken.add(alarm);
    } else {
      handlers.remove(alarm);
    }
  }

  private void row(ResultSet row) throws SQLException {
    Town town = batch.town(new OrganisationId(uuid(row, "organisation_id")));
    JsonNode stands = Json.tree(row.getString("stands"));
    JsonNode told = last.get(uuid(row, "id"));
    if (told == null) {
      throw town.broke("a %s that the journal does not know".formatted(row.getString("what")));
    }
    for (String field : new String[] {"state", "leg", "step", "round", "handler", "outcome"}) {
      if (!text(told, field).equals(text(stands, field))) {
        throw town.broke(
            "the journal says %s, the row of the %s says %s"
                .formatted(told, row.getString("what"), stands));
      }
    }
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.get(field);
    return value == null || value.isNull() ? "" : value.asString();
  }
}

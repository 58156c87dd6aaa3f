package nl.achterwacht.http.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.journal.JournalReader;
import nl.achterwacht.journal.JournalReader.Line;
import nl.achterwacht.people.PeopleRegister;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The journal in plain sentences. */
public final class JournalView {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final JournalReader journal;
  private final PeopleRegister people;
  private final ZoneId zone;

  public JournalView(JournalReader journal, PeopleRegister people, ZoneId zone) {
    this.journal = journal;
    this.people = people;
    this.zone = zone;
  }

  /** The contract's {@code JournalEntry}. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record EntryJson(
      String position,
      Instant at,
      String kind,
      @Nullable String byName,
      @Nullable Instant madeAt,
      String text) {}

  /** Which entries, newest first. */
  record Query(
      @Nullable UUID watchId,
      @Nullable UUID alarmId,
      JournalReader.@Nullable Position before,
      int limit) {}

  List<EntryJson> entries(Tx tx, OrganisationId organisation, Query query, String language) {
    Names names = Names.of(tx, people, organisation);
    return journal
        .about(tx, organisation, query.watchId(), query.alarmId(), query.before(), query.limit())
        .stream()
        .map(line -> entry(names, line, Words.in(language)))
        .toList();
  }

  private EntryJson entry(Names names, Line line, Words words) {
    @Nullable UUID actor = line.actorId();
    @Nullable String by = actor == null ? null : names.nameOf(new PersonId(actor));
    return new EntryJson(
        line.position().toString(), line.at(), line.kind(), by, line.madeAt(), text(line, words));
  }

  private String text(Line line, Words words) {
    JsonNode data = Json.tree(line.dataJson());
    var text =
        new StringBuilder(
            words.sayOr(
                "journal." + line.kind(),
                line.kind(),
                data.path("step").asString(""),
                data.path("personHint").asString("")));
    @Nullable Instant madeAt = line.madeAt();
    if (madeAt != null && Math.abs(madeAt.until(line.at()).toSeconds()) >= 60) {
      String made = CLOCK.format(madeAt.atZone(zone));
      text.append(' ').append(words.say("journal.made-at", made));
    }
    if (data.hasNonNull("text")) {
      text.append(' ').append(data.path("text").asString(""));
    }
    return text.toString();
  }
}

package nl.achterwacht.http.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Caller;
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
  private final OwnSilence silence;
  private final ZoneId zone;

  public JournalView(
      JournalReader journal, PeopleRegister people, OwnSilence silence, ZoneId zone) {
    this.journal = journal;
    this.people = people;
    this.silence = silence;
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

  /** Of the viewer's organisation, as far as the viewer may see it. */
  List<EntryJson> entries(Tx tx, Query query, Caller viewer) {
    Names names = Names.of(tx, people, viewer.organisation());
    return lines(tx, query, viewer).stream()
        .map(line -> entry(names, line, Words.in(viewer.language())))
        .toList();
  }

  /**
   * Reads on until there are enough that may be seen, so that a page is never short by a secret.
   */
  private List<Line> lines(Tx tx, Query query, Caller viewer) {
    Predicate<Line> hidden = silence.hiddenLines(tx, viewer.person());
    List<Line> seen = new ArrayList<>();
    JournalReader.@Nullable Position before = query.before();
    while (true) {
      List<Line> some =
          journal.about(
              tx, viewer.organisation(), query.watchId(), query.alarmId(), before, query.limit());
      some.stream().filter(hidden.negate()).limit(query.limit() - seen.size()).forEach(seen::add);
      if (seen.size() == query.limit() || some.size() < query.limit()) {
        return seen;
      }
      before = some.getLast().position();
    }
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

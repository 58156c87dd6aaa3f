package nl.achterwacht.http.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.meeting.AgendaLine;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.print.Page;
import org.jspecify.annotations.Nullable;

/** The agenda and the minutes of a meeting, on paper. */
final class MeetingPaper {
  private MeetingPaper() {}

  static Answer pdf(
      Tx tx, PeopleRegister people, Received in, MeetingJson meeting, boolean minutes) {
    String language = Prints.language(in);
    Map<String, String> words = Page.words("meeting", language);
    Map<String, Object> data = new HashMap<>();
    String title = words.get(minutes ? "minutes" : "agenda") + " " + meeting.teamName();
    data.put("title", title);
    data.put("when", Prints.moment(meeting.startsAt(), language));
    data.put("room", meeting.room() == null ? false : meeting.room());
    data.put("isMinutes", minutes);
    boolean finished = meeting.state().equals("finished");
    data.put("isDraft", minutes && !finished);
    Instant ended = meeting.endedAt();
    data.put(
        "fixed",
        minutes && finished && ended != null
            ? Prints.shortDay(ended, language) + ", " + meeting.endedByName()
            : false);
    for (String how : List.of("present", "excused", "absent")) {
      String names =
          String.join(
              ", ",
              meeting.attendance().stream()
                  .filter(one -> how.equals(one.how()))
                  .map(MeetingJson.AttendanceJson::name)
                  .toList());
      data.put(how, names.isEmpty() || !minutes ? false : names);
    }
    List<Map<String, Object>> items = new ArrayList<>();
    for (MeetingJson.ItemJson item : meeting.items()) {
      items.add(item(item, items.size() + 1, minutes, words, language));
    }
    data.put("items", items);
    String file = (minutes ? "verslag-" : "agenda-") + Prints.plainDay(meeting.startsAt());
    return Prints.pdf(tx, people, in, "meeting", file, data);
  }

  private static Map<String, Object> item(
      MeetingJson.ItemJson item,
      int number,
      boolean minutes,
      Map<String, String> words,
      String language) {
    Map<String, Object> data = new HashMap<>();
    data.put("no", number);
    data.put("name", item.title() == null ? words.get("kind." + item.kind()) : item.title());
    List<Map<String, Object>> lines =
        item.lines().stream().map(line -> line(item.kind(), line, words, language)).toList();
    data.put("lines", lines);
    data.put("hasLines", !lines.isEmpty());
    data.put("more", item.more() == 0 ? "" : more(item, words));
    // A column in which nothing can stand only makes the reader look for what is missing.
    boolean hasWho = item.lines().stream().anyMatch(line -> line.who() != null);
    boolean hasWhen = item.lines().stream().anyMatch(line -> line.at() != null);
    data.put("hasWho", hasWho);
    data.put("hasWhen", hasWhen);
    data.put("whatIs", words.getOrDefault("what." + item.kind(), words.get("what")));
    data.put("whenIs", words.getOrDefault("date." + item.kind(), words.get("date")));
    data.put("nothing", lines.isEmpty() && !item.kind().equals("own"));
    data.put("minutes", minutes ? paragraphs(item.minutes()) : List.of());
    List<Map<String, Object>> decisions =
        item.decisions().stream()
            .map(one ->
                Map.<String, Object>of(
                    "became", words.get("became." + one.became()),
                    "words", one.words(),
                    "owner", one.ownerName(),
                    "due", Prints.shortDay(one.dueOn(), language)))
            .toList();
    data.put("decisions", minutes ? decisions : List.of());
    data.put("hasDecisions", minutes && !decisions.isEmpty());
    return data;
  }

  private static String more(MeetingJson.ItemJson item, Map<String, String> words) {
    return words.getOrDefault("more." + item.kind(), "%d").formatted(item.more());
  }

  private static Map<String, Object> line(
      String kind, AgendaLine line, Map<String, String> words, String language) {
    String code = words.getOrDefault(kind + "." + line.code(), "");
    String what =
        code.isEmpty() || line.words().isEmpty()
            ? code + line.words()
            : kind.equals("hot-spots") || kind.equals("agreements")
                ? line.words()
                : code + ": " + line.words();
    AgendaLine.Counts counts = line.counts();
    return Map.of(
        "what", what,
        "isBy", line.who() == null ? "" : line.who(),
        "isAt", line.at() == null ? "" : when(kind, Instant.parse(line.at()), language),
        "counts", counts == null ? "" : counts(counts, words));
  }

  private static String when(String kind, Instant at, String language) {
    return kind.equals("visits") ? Prints.shortMoment(at, language) : Prints.shortDay(at, language);
  }

  private static String counts(AgendaLine.Counts counts, Map<String, String> words) {
    List<String> said = new ArrayList<>();
    add(said, counts.signals(), words.get("count.signals"));
    add(said, counts.incidents(), words.get("count.incidents"));
    add(said, counts.departures(), words.get("count.departures"));
    add(said, counts.panics(), words.get("count.panics"));
    return String.join(", ", said);
  }

  private static void add(List<String> said, int count, @Nullable String word) {
    if (count > 0) {
      said.add(count + " " + word);
    }
  }

  private static List<String> paragraphs(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("\\n+"));
  }
}

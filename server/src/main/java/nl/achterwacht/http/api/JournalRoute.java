package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.util.List;
import java.util.UUID;
import nl.achterwacht.http.api.JournalView.EntryJson;
import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.FieldError;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.journal.JournalReader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What happened, newest first. */
@Controller
public final class JournalRoute {
  private static final int SIZE = 50;

  private final JournalView view;
  private final Acts acts;

  public JournalRoute(JournalView view, Acts acts) {
    this.view = view;
    this.acts = acts;
  }

  @GetMapping(BASE + "/journal")
  Answer journal(Received in) {
    Caller caller = in.caller();
    int size = in.number("pageSize", SIZE);
    var query =
        new JournalView.Query(
            in.query("watchId").map(UUID::fromString).orElse(null),
            in.query("alarmId").map(UUID::fromString).orElse(null),
            before(in),
            size + 1);
    return acts.forCaller(
        in,
        tx -> {
          List<EntryJson> found = view.entries(tx, query, caller);
          return Answer.ok(page(in, found, size));
        });
  }

  private static Paging.Page<EntryJson> page(Received in, List<EntryJson> found, int size) {
    boolean more = found.size() > size;
    List<EntryJson> items = more ? found.subList(0, size) : found;
    var self = new Paging.Link(link(in, in.query("before").orElse(null), size));
    Paging.@Nullable Link next =
        more ? new Paging.Link(link(in, items.getLast().position(), size)) : null;
    return new Paging.Page<>(items, new Paging.Links(self, next, null));
  }

  private static String link(Received in, @Nullable String before, int size) {
    var link = new StringBuilder(BASE + "/journal?pageSize=" + size);
    in.query("watchId").ifPresent(id -> link.append("&watchId=").append(id));
    in.query("alarmId").ifPresent(id -> link.append("&alarmId=").append(id));
    if (before != null) {
      link.append("&before=").append(before);
    }
    return link.toString();
  }

  private static JournalReader.@Nullable Position before(Received in) {
    String text = in.query("before").orElse("");
    if (text.isEmpty()) {
      return null;
    }
    JournalReader.@Nullable Position position = JournalReader.Position.parse(text);
    if (position == null || position.tx() < 0) {
      throw Refusal.invalid(
          List.of(new FieldError("query", "before", "format", "This is no position.")));
    }
    return position;
  }
}

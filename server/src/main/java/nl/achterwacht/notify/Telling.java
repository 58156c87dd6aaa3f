package nl.achterwacht.notify;

import java.util.Map;
import nl.achterwacht.people.Reachable;

/**
 * Somebody is to be told something, over every verified way at once.
 *
 * @param params what the words are made of, see {@code NoticeTexts}; never client data
 */
public record Telling(Reachable to, NoticeKind kind, Map<String, String> params, Subject subject) {
  public Telling {
    params = Map.copyOf(params);
  }
}

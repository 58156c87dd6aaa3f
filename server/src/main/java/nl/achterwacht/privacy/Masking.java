package nl.achterwacht.privacy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Takes others out of what somebody gets to see: their ids, names, numbers and addresses become
 * what they are ("a supervisor"). Names that somebody only half wrote in a text are not found.
 */
final class Masking {
  /** Shorter ones would be found in every other word. */
  private static final int SHORTEST = 3;

  private final Map<String, String> byId = new HashMap<>();

  /** What must not be seen, by the first word of it. */
  private final Map<String, List<Sought>> byFirstWord = new HashMap<>();

  private record Sought(String words, String instead) {}

  /** Another person: every text by which they would be known becomes {@code instead}. */
  void add(String id, List<@Nullable String> known, String instead) {
    byId.put(id, instead);
    for (String words : known) {
      String bare = words == null ? "" : words.strip().replaceFirst("^[^\\p{L}\\p{N}]+", "");
      if (bare.length() >= SHORTEST) {
        byFirstWord
            .computeIfAbsent(firstWord(bare, 0), _ -> new ArrayList<>())
            .add(new Sought(bare, instead));
      }
    }
  }

  /** {@code node} as maps, lists and values, without others. */
  @Nullable Object of(JsonNode node) {
    if (node.isObject()) {
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      node.properties().forEach(field -> fields.put(field.getKey(), of(field.getValue())));
      return fields;
    }
    if (node.isArray()) {
      List<@Nullable Object> all = new ArrayList<>();
      node.forEach(one -> all.add(of(one)));
      return all;
    }
    if (node.isString()) {
      return text(node.stringValue());
    }
    if (node.isNumber()) {
      return node.numberValue();
    }
    return node.isBoolean() ? node.booleanValue() : null;
  }

  /** {@code text} without others. */
  String text(String text) {
    String id = byId.get(text);
    if (id != null) {
      return id;
    }
    var out = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      if (!Character.isLetterOrDigit(text.charAt(at))) {
        out.append(text.charAt(at++));
        continue;
      }
      String word = firstWord(text, at);
      Sought found = soughtAt(text, at, word);
      out.append(found == null ? text.substring(at, at + word.length()) : found.instead());
      at += found == null ? word.length() : found.words().length();
    }
    return out.toString();
  }

  /** The longest of those that stand here as whole words. */
  private @Nullable Sought soughtAt(String text, int at, String word) {
    Sought longest = null;
    for (Sought sought : byFirstWord.getOrDefault(word, List.of())) {
      int end = at + sought.words().length();
      boolean here =
          text.regionMatches(true, at, sought.words(), 0, sought.words().length())
              && (end >= text.length() || !Character.isLetterOrDigit(text.charAt(end)));
      if (here && (longest == null || sought.words().length() > longest.words().length())) {
        longest = sought;
      }
    }
    return longest;
  }

  private static String firstWord(String text, int from) {
    int end = from;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return text.substring(from, end).toLowerCase(Locale.ROOT);
  }
}

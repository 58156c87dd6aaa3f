package nl.achterwacht.privacy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Takes others out of what somebody gets to see: their ids, names, numbers and addresses become
 * what they are ("a supervisor"). Part of a name counts as a name where it is written with a
 * capital, also when it may be something else: a flower too many is gone rather than a colleague
 * shown.
 */
final class Masking {
  /** Shorter ones would be found in every other word. */
  private static final int SHORTEST = 3;

  private static final int SHORTEST_NAME = 2;

  /** They stand in the names of very many, and say nothing of anybody. */
  private static final Set<String> PARTICLES =
      Set.of(
          "van", "de", "den", "der", "het", "ten", "ter", "te", "la", "le", "el", "al", "bin",
          "ibn", "von", "zu", "du", "di", "da", "dos", "das", "do", "del", "della", "op", "in",
          "aan", "bij", "uit", "tot", "over", "onder", "voor", "en");

  /** The own name, of which nothing is taken out: part by part. */
  private final Set<String> own;

  private final String ownWhole;

  /** For a name that more than one of the others has. */
  private final String either;

  private final Map<String, String> byId = new HashMap<>();

  /** What must not be seen, by the first word of it. */
  private final Map<String, List<Sought>> byFirstWord = new HashMap<>();

  private final Map<String, String> names = new HashMap<>();

  private record Sought(String words, String instead) {}

  private record Found(int length, String instead) {}

  Masking(String ownName, String either) {
    this.own = new HashSet<>(partsOf(ownName));
    this.ownWhole = folded(ownName);
    this.either = either;
  }

  /** An id that is not to be hidden becomes the name it stands for. */
  void show(String id, String name) {
    byId.put(id, name);
  }

  /** Another person: every text by which they would be known becomes {@code instead}. */
  void add(String id, String name, List<@Nullable String> known, String instead) {
    byId.put(id, instead);
    seek(name, instead);
    for (String words : known) {
      seek(words, instead);
      otherwise(words).forEach(number -> seek(number, instead));
    }
    for (String part : partsOf(name)) {
      if (!own.contains(part)) {
        names.merge(part, instead, (one, other) -> one.equals(other) ? one : either);
      }
    }
  }

  private void seek(@Nullable String words, String instead) {
    String bare = words == null ? "" : folded(words.strip()).replaceFirst("^[^\\p{L}\\p{N}]+", "");
    if (bare.length() >= SHORTEST && !own.contains(bare) && !bare.equals(ownWhole)) {
      byFirstWord
          .computeIfAbsent(wordAt(bare, 0), _ -> new ArrayList<>())
          .add(new Sought(bare, instead));
    }
  }

  /** The other ways in which people write a Dutch number. */
  private static List<String> otherwise(@Nullable String number) {
    if (number == null || !number.matches("\\+31\\d{9}")) {
      return List.of();
    }
    String rest = number.substring(3);
    List<String> ways = new ArrayList<>(List.of("0" + rest));
    for (String area : List.of("^.", "^..", "^...")) {
      ways.add("0" + rest.replaceFirst(area, "$0-"));
      ways.add("0" + rest.replaceFirst(area, "$0 "));
    }
    ways.add("06" + rest.substring(1).replaceAll("..", " $0"));
    return ways;
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

  /** {@code written} without others. */
  String text(String written) {
    String id = byId.get(written);
    if (id != null) {
      return id;
    }
    String text = Normalizer.normalize(written, Normalizer.Form.NFC);
    String folded = folded(text);
    var out = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      if (!Character.isLetterOrDigit(text.charAt(at))) {
        out.append(text.charAt(at++));
        continue;
      }
      String word = wordAt(folded, at);
      Found found = foundAt(text, folded, at, word);
      out.append(found == null ? text.substring(at, at + word.length()) : found.instead());
      at += found == null ? word.length() : found.length();
    }
    return out.toString();
  }

  /** The longest of those that stand here as whole words, or else a name of one word. */
  private @Nullable Found foundAt(String text, String folded, int at, String word) {
    Found longest = null;
    for (Sought sought : byFirstWord.getOrDefault(word, List.of())) {
      int end = at + sought.words().length();
      boolean here =
          folded.startsWith(sought.words(), at)
              && (end >= text.length() || !Character.isLetterOrDigit(text.charAt(end)));
      if (here && (longest == null || sought.words().length() > longest.length())) {
        longest = new Found(sought.words().length(), sought.instead());
      }
    }
    if (longest != null || !Character.isUpperCase(text.charAt(at))) {
      return longest;
    }
    String instead = names.get(word);
    if (instead == null && word.endsWith("s") && !own.contains(word)) {
      instead = names.get(word.substring(0, word.length() - 1)); // Brams fiets
    }
    return instead == null ? null : new Found(word.length(), instead);
  }

  /** The words of a name that tell whose it is. */
  private static List<String> partsOf(String name) {
    List<String> parts = new ArrayList<>();
    String folded = folded(name);
    int at = 0;
    while (at < folded.length()) {
      String word = wordAt(folded, at);
      if (word.length() >= SHORTEST_NAME && !PARTICLES.contains(word)) {
        parts.add(word);
      }
      at += Math.max(1, word.length());
    }
    return parts;
  }

  private static String wordAt(String folded, int from) {
    int end = from;
    while (end < folded.length() && Character.isLetterOrDigit(folded.charAt(end))) {
      end++;
    }
    return folded.substring(from, end);
  }

  /** In lower case and without accents, each letter where it was: José is found as Jose too. */
  private static String folded(String text) {
    String whole = Normalizer.normalize(text, Normalizer.Form.NFC);
    var out = new StringBuilder(whole.length());
    for (int at = 0; at < whole.length(); at++) {
      String one = Normalizer.normalize(whole.substring(at, at + 1), Normalizer.Form.NFD);
      out.append(Character.toLowerCase(one.charAt(0)));
    }
    return out.toString();
  }
}

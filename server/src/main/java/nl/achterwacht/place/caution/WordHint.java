package nl.achterwacht.place.caution;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.achterwacht.place.AddressKey;

/**
 * Finds words that judge a person instead of telling what was done: a hint to who writes and to who
 * confirms, never a ban. A human decides.
 */
public final class WordHint {
  // Our own list, in Dutch and English. Complaint, criticism and emotion alone are no caution.
  private static final Set<String> JUDGING =
      Set.of(
          "lastig",
          "lastige",
          "moeilijk",
          "moeilijke",
          "klager",
          "klaagt",
          "zeurt",
          "zeurpiet",
          "vervelend",
          "vervelende",
          "raar",
          "rare",
          "vreemd",
          "vreemde",
          "gek",
          "gestoord",
          "verward",
          "querulant",
          "onbeschoft",
          "brutaal",
          "asociaal",
          "aso",
          "tokkie",
          "dom",
          "agressieveling",
          "crimineel",
          "junk",
          "junkie",
          "psychopaat",
          "mondig",
          "kritisch",
          "boos",
          "ontevreden",
          "emotioneel",
          "difficult",
          "complainer",
          "complains",
          "whiner",
          "annoying",
          "weird",
          "strange",
          "crazy",
          "mad",
          "insane",
          "rude",
          "antisocial",
          "stupid",
          "criminal",
          "addict",
          "psycho",
          "critical",
          "angry",
          "emotional");

  private WordHint() {}

  /** The judging words in {@code text}, each once, in alphabetical order; often none. */
  public static List<String> in(String text) {
    var found = new TreeSet<String>();
    for (String word : AddressKey.words(text).split(" ", -1)) {
      if (JUDGING.contains(word)) {
        found.add(word);
      }
    }
    return List.copyOf(found);
  }
}

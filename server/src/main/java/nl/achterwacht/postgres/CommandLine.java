package nl.achterwacht.postgres;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words behind a command, as {@code --name value}. */
record CommandLine(Map<String, String> options) {
  static CommandLine parse(List<String> words, List<String> known) {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i < words.size(); i += 2) {
      String name = words.get(i);
      if (!known.contains(name) || i + 1 == words.size()) {
        throw new DatabaseUnusable("I do not understand " + name + ". Known: " + known);
      }
      options.put(name, words.get(i + 1));
    }
    return new CommandLine(options);
  }

  String required(String name) {
    String value = options.get(name);
    if (value == null) {
      throw new DatabaseUnusable("Say " + name + " followed by a value.");
    }
    return value;
  }

  /** The database of one's own that is meant, or null for the one in a folder. */
  @Nullable DatabaseAddress address() {
    String url = options.get("--url");
    if (url == null) {
      return null;
    }
    // A password on the command line could be read by every user of the machine.
    String password = System.getenv().getOrDefault("PGPASSWORD", "");
    return new DatabaseAddress(url, required("--user"), password);
  }
}

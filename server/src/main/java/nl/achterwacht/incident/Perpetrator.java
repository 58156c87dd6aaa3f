package nl.achterwacht.incident;

import org.jspecify.annotations.Nullable;

/** Who did it, as far as a letter or the police need that. Never in a list or a table. */
public record Perpetrator(@Nullable String name, @Nullable String address) {
  static final Perpetrator UNKNOWN = new Perpetrator(null, null);
}

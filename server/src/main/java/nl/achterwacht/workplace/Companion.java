package nl.achterwacht.workplace;

import java.util.UUID;
import nl.achterwacht.base.PersonId;
import org.jspecify.annotations.Nullable;

/** Who is along at a workplace, so that nobody is alone there. */
public sealed interface Companion {
  /** Somebody of the organisation, until they leave it. */
  record Colleague(PersonId person) implements Companion {}

  /** Somebody who is not in the system: a guard, a caretaker. */
  record Other(String name) implements Companion {}

  /**
   * The colleague {@code person}, or else who is called {@code name}; null when neither is given.
   */
  static @Nullable Companion of(@Nullable UUID person, @Nullable String name) {
    if (person != null) {
      return new Colleague(new PersonId(person));
    }
    return name == null ? null : new Other(name);
  }

  static @Nullable PersonId personOf(@Nullable Companion companion) {
    return companion instanceof Colleague(PersonId person) ? person : null;
  }

  static @Nullable String nameOf(@Nullable Companion companion) {
    return companion instanceof Other(String name) ? name : null;
  }
}

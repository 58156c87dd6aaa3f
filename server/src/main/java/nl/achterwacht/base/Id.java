package nl.achterwacht.base;

import java.util.UUID;

/** Names one thing of a kind; each kind has a type of its own, so that two are never mixed up. */
public interface Id {
  UUID value();
}

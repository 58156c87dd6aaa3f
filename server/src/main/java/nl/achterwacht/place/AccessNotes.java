package nl.achterwacht.place;

import org.jspecify.annotations.Nullable;

/**
 * What a visitor should know about getting in and out. About the building, never about who lives
 * there.
 *
 * @param floor floor, door, bell
 * @param howToGetIn which entrance, who opens
 * @param secondExit another way out, or that there is none
 * @param parking where the car can stand with its nose out
 */
public record AccessNotes(
    @Nullable String floor,
    @Nullable String howToGetIn,
    @Nullable String secondExit,
    @Nullable String parking) {
  /** Nothing known. */
  public static final AccessNotes NONE = new AccessNotes(null, null, null, null);
}

package nl.achterwacht.watch;

import org.jspecify.annotations.Nullable;

/**
 * Where a visit is. Client data: shown to who may see it, never in a notice.
 *
 * @param address street, number and town
 * @param floor floor, door, bell
 */
public record Place(
    String address,
    @Nullable String floor,
    @Nullable Double latitude,
    @Nullable Double longitude) {}

package nl.achterwacht.place.area;

import org.jspecify.annotations.Nullable;

/**
 * A neighbourhood as Statistics Netherlands draws it.
 *
 * @param code such as {@code BU0363AD07}: not only digits
 * @param districtCode such as {@code WK0363AD}
 * @param municipalityCode such as {@code GM0363}
 * @param water whether it is only water
 */
public record Neighbourhood(
    String code,
    String name,
    @Nullable String districtCode,
    @Nullable String municipalityCode,
    @Nullable String municipalityName,
    boolean water) {}

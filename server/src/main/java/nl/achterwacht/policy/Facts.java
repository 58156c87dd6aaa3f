package nl.achterwacht.policy;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a visit when it is judged. Nothing here names a resident or an address.
 *
 * @param factors codes of the risk factors that hold, as {@code D1} or {@code W5} (catalogue of
 *     risk factors); the estimate's answers and what the systems know, together
 * @param byAppointment the resident expects the worker
 * @param outsideOfficeHours it begins or ends outside the team's office hours
 * @param dark it is dark at arrival or departure
 * @param hotSpot street or neighbourhood is a hot spot
 * @param cautions how many cautions stand for the address now
 * @param companions how many colleagues come along
 * @param responseMinutes how soon somebody can be there, measured; null when never measured
 * @param batteryPercent of the phone; null when unknown
 * @param travelMode walking, bicycle, car, public-transport or other
 */
public record Facts(
    Set<String> factors,
    boolean byAppointment,
    boolean outsideOfficeHours,
    boolean dark,
    boolean hotSpot,
    int cautions,
    int companions,
    @Nullable Integer responseMinutes,
    @Nullable Integer batteryPercent,
    String travelMode) {}

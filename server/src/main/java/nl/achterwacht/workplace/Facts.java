package nl.achterwacht.workplace;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a workplace's page tells and nothing else asks for; kept as one piece of JSON.
 *
 * @param who works there alone: a function, never a name
 * @param outOfSight nobody sees or hears them
 * @param hazards aggression, fall, electricity, substances, animals, traffic, heat-cold, health,
 *     cash, other
 * @param alarmResult how the last test of the alarm went: works, unreliable or fails
 * @param coverage of telephone and Wi-Fi, in words
 * @param transport to and from work, where that is arranged
 * @param notForYoung nobody under eighteen works here alone
 * @param notForNew nobody without experience does
 * @param consentOn when the works council agreed
 */
public record Facts(
    @Nullable String who,
    @Nullable String when,
    @Nullable String howOften,
    @Nullable String howLong,
    @Nullable String why,
    boolean outOfSight,
    List<String> hazards,
    @Nullable String alarmMeans,
    @Nullable LocalDate alarmTestedOn,
    @Nullable String alarmTestedBy,
    @Nullable String alarmResult,
    @Nullable String coverage,
    @Nullable String safeRoom,
    @Nullable String wayOut,
    @Nullable String firstAid,
    @Nullable String keyHolder,
    @Nullable String howHelpGetsIn,
    @Nullable String transport,
    boolean notForYoung,
    boolean notForNew,
    @Nullable LocalDate instructedOn,
    @Nullable LocalDate consentOn) {
  public Facts {
    hazards = hazards == null ? List.of() : List.copyOf(hazards);
  }

  /** The same, after the means of alarm were tried. */
  Facts tested(LocalDate on, String by, String result) {
    return new Facts(
        who,
        when,
        howOften,
        howLong,
        why,
        outOfSight,
        hazards,
        alarmMeans,
        on,
        by,
        result,
        coverage,
        safeRoom,
        wayOut,
        firstAid,
        keyHolder,
        howHelpGetsIn,
        transport,
        notForYoung,
        notForNew,
        instructedOn,
        consentOn);
  }
}

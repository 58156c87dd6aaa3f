package nl.achterwacht.incident;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of an incident. Everything but what happened may come later; the codes are those of the
 * contract's {@code IncidentDetails}.
 *
 * @param what what happened, as somebody saw and heard it
 * @param behaviours which behaviour it was; of an accident or near miss none
 * @param form why: out of frustration, to get something, under the influence, to express something
 * @param alone whether the worker was alone; null when nobody said
 * @param with who else was there, in words
 * @param evidence what there is, and where it is kept
 * @param lesson what we do differently from now on
 */
public record Details(
    String what,
    List<String> behaviours,
    @Nullable String form,
    @Nullable String setting,
    @Nullable Boolean alone,
    @Nullable String with,
    @Nullable Perpetrator perpetrator,
    @Nullable String cause,
    @Nullable Consequences consequences,
    @Nullable String evidence,
    @Nullable Police police,
    @Nullable Inspectorate inspectorate,
    @Nullable String lesson) {

  public Details {
    behaviours = behaviours == null ? List.of() : List.copyOf(behaviours);
  }

  /** Very little, which is enough to begin with. */
  public static Details of(String what) {
    return new Details(
        what, List.of(), null, null, null, null, null, null, null, null, null, null, null);
  }

  /**
   * Who did it, without a name; the name stands apart.
   *
   * @param relation what the person is to us, such as resident or relative
   */
  public record Perpetrator(
      @Nullable Boolean known, @Nullable String relation, @Nullable Boolean minor) {}

  /**
   * What it did.
   *
   * @param injury none, first-aid, doctor or hospital
   * @param mental none, upset, heavy or unknown
   */
  public record Consequences(
      @Nullable String injury,
      @Nullable String mental,
      @Nullable Integer absenceDays,
      @Nullable Integer damageCents,
      @Nullable Boolean workStopped) {}

  /**
   * What went to the police.
   *
   * @param choice not, notification or formal-report
   * @param vptCode whether it was marked as against somebody with a public task
   * @param domicile whether the employer's address was given instead of the victim's
   */
  public record Police(
      @Nullable String choice,
      @Nullable LocalDate on,
      @Nullable Boolean vptCode,
      @Nullable Boolean domicile,
      @Nullable String number,
      @Nullable String followUp) {}

  /**
   * The questions of the labour inspectorate; see {@link LabourNotice}.
   *
   * @param decision due or not-due, by the safety officer
   */
  public record Inspectorate(
      @Nullable Boolean death,
      @Nullable Boolean lastingInjury,
      @Nullable Boolean hospital,
      @Nullable String decision,
      @Nullable LocalDate notifiedOn) {}
}

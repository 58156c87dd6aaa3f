package nl.achterwacht.preparation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.policy.Measure;
import nl.achterwacht.visit.Visit;
import nl.achterwacht.visit.VisitId;
import nl.achterwacht.visit.VisitRegister;
import nl.achterwacht.watch.Watch;
import nl.achterwacht.watch.WatchId;
import org.jspecify.annotations.Nullable;

/**
 * Two people on one visit: who was asked, whose watch is whose, and who hears of a call for help.
 */
public final class CompanionRegister {
  // A visit that is over by a day asks nothing of anybody.
  private static final Duration SHOWN_AFTERWARDS = Duration.ofDays(1);

  private static final String TOLD =
      """
      select told
        from preparation.companion_setting
       where organisation_id = :organisation
      """;

  private static final String SET_TOLD =
      """
      insert into preparation.companion_setting (organisation_id, told)
      values (:organisation, :told)
          on conflict (organisation_id) do update set told = excluded.told
      """;

  private final InstantSource clock;
  private final VisitRegister visits;
  private final PreparationFollowUp followUp;
  private final PreparationStore store = new PreparationStore();

  public CompanionRegister(
      InstantSource clock, VisitRegister visits, PreparationFollowUp followUp) {
    this.clock = clock;
    this.visits = visits;
    this.followUp = followUp;
  }

  /**
   * A visit for which somebody was asked.
   *
   * @param accepted they said yes
   */
  public record Asked(Visit visit, Measure measure, boolean accepted) {}

  /** How whoever comes along hears that the other asked for help. */
  public enum Told {
    /** A notice without sound or vibration. */
    SILENTLY("silently"),
    /** Not by us. */
    NOT_AT_ALL("not-at-all");

    private final String text;

    Told(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }

    /** The one with this text form; an unknown text is a bug. */
    public static Told of(String text) {
      for (Told one : values()) {
        if (one.text.equals(text)) {
          return one;
        }
      }
      throw new IllegalStateException("companions are not told " + text);
    }
  }

  /** For which visits this person was asked, or has promised, the first to end first. */
  public List<Asked> askedOf(Tx tx, OrganisationId organisation, PersonId person) {
    Instant since = clock.instant().minus(SHOWN_AFTERWARDS);
    List<Asked> asked = new ArrayList<>();
    for (PreparationStore.Resting one : store.restingOn(tx, organisation, person, since)) {
      visits
          .find(tx, organisation, one.visit())
          .filter(visit -> !visit.cancelled())
          .ifPresent(visit -> asked.add(new Asked(visit, one.measure(), one.accepted())));
    }
    return asked;
  }

  /** The watch of this person as the companion of that visit; empty for everybody else. */
  public Optional<WatchId> watchOf(
      Tx tx, OrganisationId organisation, VisitId visit, PersonId person) {
    return Optional.ofNullable(store.companionWatch(tx, organisation, visit, person));
  }

  /** How companions are told; silently unless the organisation decided otherwise. */
  public Told told(Tx tx, OrganisationId organisation) {
    return tx.sql(TOLD)
        .param("organisation", organisation.value())
        .query(String.class)
        .optional()
        .map(Told::of)
        .orElse(Told.SILENTLY);
  }

  public void setTold(Tx tx, OrganisationId organisation, Told told) {
    tx.sql(SET_TOLD)
        .param("organisation", organisation.value())
        .param("told", told.text())
        .update();
  }

  /**
   * Whoever is on {@code watch} asked for help aloud: the other of the two is told, as the
   * organisation wants it. Never called for a silent alarm or a duress code: a phone that lights up
   * beside the worker would give them away.
   */
  public void askedForHelp(Tx tx, Watch watch) {
    @Nullable UUID visitId = watch.trip().visitId();
    if (visitId == null || told(tx, watch.organisation()) == Told.NOT_AT_ALL) {
      return;
    }
    var id = new VisitId(visitId);
    Optional<Visit> visit = visits.find(tx, watch.organisation(), id);
    @Nullable Preparation p = store.find(tx, watch.organisation(), id);
    @Nullable Companion companion = p == null ? null : p.companion();
    if (visit.isEmpty() || companion == null) {
      return;
    }
    boolean byCompanion = companion.watch().equals(watch.id());
    PersonId partner = byCompanion ? visit.get().worker() : companion.person();
    followUp.askedForHelp(tx, visit.get(), watch.worker(), partner, clock.instant());
  }
}

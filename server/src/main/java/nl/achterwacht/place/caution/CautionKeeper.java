package nl.achterwacht.place.caution;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.achterwacht.base.Database;
import nl.achterwacht.base.Decision;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.journal.Entry;
import nl.achterwacht.journal.Journal;
import nl.achterwacht.place.PlaceId;
import org.jspecify.annotations.Nullable;

/**
 * Keeps cautions: the only writer of their table. Whoever gets to read one is in the journal, in
 * the same transaction.
 */
public final class CautionKeeper {
  private static final Duration REVIEW_SOON = Duration.ofDays(30);
  private static final int AT_ONCE = 500;

  private final InstantSource clock;
  private final Journal journal;
  private final CautionStore store = new CautionStore();

  public CautionKeeper(InstantSource clock, Journal journal) {
    this.clock = clock;
    this.journal = journal;
  }

  /** What is kept with an act: why, in the words of who acts; null when nothing is asked. */
  public record Why(@Nullable String because) {}

  /** Proposes a caution. It is not shown to visitors until a second person confirms it. */
  public Caution propose(
      Tx tx, OrganisationId organisation, PlaceId place, Caution.Said said, PersonId by) {
    Instant now = clock.instant();
    CautionState.Proposed state = CautionRules.begin(now);
    var caution =
        new Caution(
            organisation,
            CautionId.next(),
            place,
            said,
            by,
            now,
            Caution.Told.NOTHING,
            null,
            state,
            0);
    store.insert(tx, caution, said, state);
    journal.record(tx, List.of(entry(caution, "caution.proposed", by, now)));
    return caution;
  }

  /** Does what {@code event} asks, when the rules allow it. */
  public CautionResult handle(
      Tx tx, OrganisationId organisation, CautionId id, CautionEvent event, Why why) {
    Instant now = clock.instant();
    Optional<Caution> found = store.lock(tx, organisation, id);
    if (found.isEmpty()) {
      return new CautionResult.Unknown();
    }
    Caution before = found.get();
    Decision<CautionState, CautionEffect> decision =
        CautionRules.decide(before.facts(), before.state(), event, now);
    Caution after = before;
    if (!decision.next().equals(before.state())) {
      after = changed(before, before.told(), why.because(), decision.next());
      store.update(tx, after);
    }
    return result(tx, after, event, decision, now);
  }

  /**
   * Writes down that a letter was sent, or why not. The last word counts.
   *
   * @param told its letter; the reply in it is left alone
   */
  public CautionResult noteLetter(
      Tx tx, OrganisationId organisation, CautionId id, Caution.Told told, PersonId by) {
    UnaryOperator<Caution.Told> letter =
        was ->
            new Caution.Told(
                told.letterSentOn(), told.noLetterBecause(), was.reply(), was.repliedOn());
    return note(tx, organisation, id, letter, new Noted("caution.letter-noted", by));
  }

  /** Puts the resident's reply beside the caution; the latest one stays. */
  public CautionResult noteReply(
      Tx tx, OrganisationId organisation, CautionId id, Caution.Told told, PersonId by) {
    UnaryOperator<Caution.Told> reply =
        was ->
            new Caution.Told(
                was.letterSentOn(), was.noLetterBecause(), told.reply(), told.repliedOn());
    return note(tx, organisation, id, reply, new Noted("caution.reply-noted", by));
  }

  /**
   * The cautions that stand for a place now, as {@code viewer} gets to read them. Each look is
   * journalled.
   *
   * @param proposalsToo for whoever manages cautions
   */
  public List<Caution> shown(
      Tx tx, OrganisationId organisation, PlaceId place, PersonId viewer, boolean proposalsToo) {
    Instant now = clock.instant();
    List<String> states = proposalsToo ? List.of("proposed", "in-force") : List.of("in-force");
    return looked(tx, store.standing(tx, organisation, place, states, now), viewer, now);
  }

  /**
   * What asks for somebody's decision: proposals, and what should be looked at again within a
   * month. Each look is journalled.
   */
  public List<Caution> toDecide(Tx tx, OrganisationId organisation, PersonId viewer) {
    Instant now = clock.instant();
    return looked(tx, store.toReview(tx, organisation, now, now.plus(REVIEW_SOON)), viewer, now);
  }

  /** The latest end that a caution may get now. */
  public Instant latestEnd() {
    return CautionRules.latestEnd(clock.instant());
  }

  /** How many cautions stand for a place now. A number says nothing of anybody: no look. */
  public int countInForce(Tx tx, OrganisationId organisation, PlaceId place) {
    return store.countInForce(tx, organisation, place, clock.instant());
  }

  /** Ends what is past its end, in every organisation; {@code privacy} erases it afterwards. */
  public int sweep(Database database) {
    Instant now = clock.instant();
    return database.inTransaction(tx -> {
      List<Caution> due = store.claimDue(tx, now, AT_ONCE);
      for (Caution before : due) {
        var decision =
            CautionRules.decide(before.facts(), before.state(), new CautionEvent.Woken(), now);
        Caution after = changed(before, before.told(), null, decision.next());
        store.update(tx, after);
        journal.record(tx, List.of(entry(after, "caution.expired", null, now)));
      }
      return due.size();
    });
  }

  private record Noted(String kind, PersonId by) {}

  private CautionResult note(
      Tx tx,
      OrganisationId organisation,
      CautionId id,
      UnaryOperator<Caution.Told> told,
      Noted noted) {
    Instant now = clock.instant();
    Optional<Caution> found = store.lock(tx, organisation, id);
    if (found.isEmpty()) {
      return new CautionResult.Unknown();
    }
    Caution before = found.get();
    if (before.state().endsBy().filter(end -> end.isAfter(now)).isEmpty()) {
      return new CautionResult.Refused(CautionEffect.Reason.ALREADY_ENDED);
    }
    Caution after = changed(before, told.apply(before.told()), before.because(), before.state());
    store.update(tx, after);
    journal.record(tx, List.of(entry(after, noted.kind(), noted.by(), now)));
    return new CautionResult.Done(after);
  }

  private CautionResult result(
      Tx tx,
      Caution after,
      CautionEvent event,
      Decision<CautionState, CautionEffect> decision,
      Instant now) {
    for (CautionEffect effect : decision.effects()) {
      if (effect instanceof CautionEffect.Refuse(CautionEffect.Reason reason)) {
        journal.record(tx, List.of(entry(after, "caution.refused", by(event), now)));
        return new CautionResult.Refused(reason);
      }
    }
    journal.record(tx, List.of(entry(after, kind(event), by(event), now)));
    return new CautionResult.Done(after);
  }

  private List<Caution> looked(Tx tx, List<Caution> cautions, PersonId viewer, Instant now) {
    var looks = new ArrayList<Entry>();
    cautions.forEach(caution -> looks.add(entry(caution, "caution.looked-at", viewer, now)));
    journal.record(tx, looks);
    return cautions;
  }

  private static Caution changed(
      Caution was, Caution.Told told, @Nullable String because, CautionState state) {
    return new Caution(
        was.organisation(),
        was.id(),
        was.place(),
        was.said(),
        was.proposedBy(),
        was.proposedAt(),
        told,
        because == null && !(state instanceof CautionState.Ended) ? was.because() : because,
        state,
        was.version() + 1);
  }

  private static Entry entry(Caution caution, String kind, @Nullable PersonId by, Instant now) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("cautionId", caution.id().toString());
    data.put("placeId", caution.place().toString());
    data.put("state", CautionStore.word(caution.state()));
    return new Entry(
        caution.organisation(),
        now,
        kind,
        by == null ? null : by.value(),
        null,
        null,
        null,
        null,
        Json.write(data));
  }

  private static String kind(CautionEvent event) {
    return switch (event) {
      case CautionEvent.Confirmed _ -> "caution.confirmed";
      case CautionEvent.Reviewed _ -> "caution.reviewed";
      case CautionEvent.Renewed _ -> "caution.renewed";
      case CautionEvent.EndAsked _ -> "caution.ended";
      case CautionEvent.Woken _ -> "caution.expired";
    };
  }

  private static @Nullable PersonId by(CautionEvent event) {
    return switch (event) {
      case CautionEvent.Confirmed e -> e.by();
      case CautionEvent.Reviewed e -> e.by();
      case CautionEvent.Renewed e -> e.by();
      case CautionEvent.EndAsked e -> e.by();
      case CautionEvent.Woken _ -> null;
    };
  }
}

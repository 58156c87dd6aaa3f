package nl.achterwacht.policy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.achterwacht.base.Json;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.journal.Entry;
import nl.achterwacht.journal.Journal;

/**
 * The policies of all organisations: versions, the draft that is being worked on, judging, and the
 * cases judged before. Every organisation begins with version 1, the policy we ship, of which there
 * is no row. A version that was in force once never changes.
 */
public final class PolicyRegister {
  /** How many past cases a try-out judges at most. */
  public static final int MOST_CASES = 10_000;

  private final PolicyStore store = new PolicyStore();
  private final PolicyCache cache = new PolicyCache();
  private final InstantSource clock;
  private final Journal journal;

  public PolicyRegister(InstantSource clock, Journal journal) {
    this.clock = clock;
    this.journal = journal;
  }

  /** Judges a visit by the version in force. Stores nothing. */
  public Judgement judge(Tx tx, OrganisationId organisation, Facts facts) {
    int version = inForce(tx, organisation);
    return policy(tx, organisation, version).judge(facts, version);
  }

  /**
   * Keeps a judged case, for later try-outs. The facts name nobody, and neither does the case say
   * of which visit it was.
   */
  public void record(Tx tx, OrganisationId organisation, Facts facts, Judgement judgement) {
    store.record(tx, organisation, facts, judgement, clock.instant());
  }

  /** The number of the version in force. */
  public int inForce(Tx tx, OrganisationId organisation) {
    return store.newest(tx, organisation);
  }

  /** All versions that are or were in force, newest first. */
  public List<PolicyVersion> versions(Tx tx, OrganisationId organisation) {
    List<PolicyVersion> all = new ArrayList<>(store.versions(tx, organisation));
    all.add(PolicyVersion.STANDARD);
    return all;
  }

  /** The tables of a version; empty when there is no such version. */
  public Optional<String> dmn(Tx tx, OrganisationId organisation, int version) {
    return version == PolicyVersion.STANDARD.number()
        ? Optional.of(Policy.standardDmn())
        : store.dmn(tx, organisation, version);
  }

  /** What is being worked on; the tables in force, at revision 0, when nothing was saved. */
  public Draft draft(Tx tx, OrganisationId organisation) {
    return store.draft(tx, organisation, false).orElseGet(() -> untouched(tx, organisation));
  }

  /** What makes these tables unusable; none when they can be saved. Takes no transaction. */
  public static List<Fault> faults(String dmn) {
    return PolicyReader.read(dmn) instanceof PolicyReader.Reading.Faulty(List<Fault> faults)
        ? faults
        : List.of();
  }

  /**
   * Saves a draft. The same save sent again counts once.
   *
   * @param dmn tables without {@link #faults}: to read them takes longer than a transaction should
   * @param revision of the draft that was changed; 0 for the tables in force
   */
  public DraftResult save(
      Tx tx, OrganisationId organisation, String dmn, int revision, PersonId by) {
    Instant now = clock.instant();
    var draft = new Draft(dmn, inForce(tx, organisation), revision, by, now);
    boolean saved =
        revision == 0
            ? store.begin(tx, organisation, draft, by, now)
            : store.save(tx, organisation, draft, by, now);
    Draft there = draft(tx, organisation);
    return saved || isThisSave(there, draft)
        ? new DraftResult.Saved(there)
        : new DraftResult.Changed();
  }

  /** Who got no answer to a save sends it again; that is no other save. */
  private static boolean isThisSave(Draft there, Draft sent) {
    return there.revision() == sent.revision() + 1
        && there.dmn().equals(sent.dmn())
        && Objects.equals(there.savedBy(), sent.savedBy());
  }

  /** Throws the draft away; the tables in force stay. */
  public void discard(Tx tx, OrganisationId organisation) {
    store.dropDraft(tx, organisation);
  }

  /**
   * Puts the draft into force, as the next version. From here on its tables never change.
   *
   * @param revision of the draft that was looked at
   * @param note what changed and why
   * @return empty when there is no draft of that revision: somebody else was quicker
   */
  public Optional<PolicyVersion> putIntoForce(
      Tx tx, OrganisationId organisation, int revision, String note, PersonId by) {
    Optional<Draft> draft =
        store.draft(tx, organisation, true).filter(one -> one.revision() == revision);
    if (draft.isEmpty()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    int number = inForce(tx, organisation) + 1;
    store.add(tx, organisation, number, draft.get().dmn(), new PolicyStore.Put(by, now, note));
    store.dropDraft(tx, organisation);
    journal.record(tx, List.of(entry(organisation, by, number, now)));
    return Optional.of(new PolicyVersion(number, note, by, now));
  }

  /**
   * What a try-out needs: past cases, newest first, or when nothing was judged yet, the example
   * visits. Judging it takes no transaction.
   */
  public Prepared prepare(Tx tx, OrganisationId organisation, int mostCases) {
    int version = inForce(tx, organisation);
    Draft draft = draft(tx, organisation);
    List<Trial.Case> past = store.cases(tx, organisation, Math.min(mostCases, MOST_CASES));
    return new Prepared(
        past.isEmpty() ? ExampleVisits.asCases() : past,
        policy(tx, organisation, version),
        version,
        draft);
  }

  /**
   * Cases, and by what they are to be judged.
   *
   * @param draft saved only when nothing was wrong with it
   */
  public record Prepared(List<Trial.Case> cases, Policy inForce, int version, Draft draft) {
    /** Judges all of them twice: what would the draft change? */
    public Trial run() {
      return Trial.of(cases, inForce, version, read(draft.dmn(), "draft"));
    }
  }

  private Draft untouched(Tx tx, OrganisationId organisation) {
    int version = inForce(tx, organisation);
    return new Draft(stored(tx, organisation, version), version, 0, null, null);
  }

  private Policy policy(Tx tx, OrganisationId organisation, int version) {
    return version == PolicyVersion.STANDARD.number()
        ? Policy.standard()
        : cache.get(
            new PolicyCache.Key(organisation, version),
            () -> read(stored(tx, organisation, version), "version " + version));
  }

  private String stored(Tx tx, OrganisationId organisation, int version) {
    return dmn(tx, organisation, version)
        .orElseThrow(() -> new IllegalStateException("no tables of version " + version));
  }

  private static Policy read(String dmn, String what) {
    return switch (PolicyReader.readStored(dmn, Policy.standard())) {
      case PolicyReader.Reading.Ready(Policy policy) -> policy;
      case PolicyReader.Reading.Faulty(List<Fault> faults) ->
          throw new IllegalStateException("stored " + what + " can no longer be read: " + faults);
    };
  }

  private static Entry entry(OrganisationId organisation, PersonId by, int version, Instant now) {
    return new Entry(
        organisation,
        now,
        "policy.put-into-force",
        by.value(),
        null,
        null,
        null,
        null,
        Json.write(Map.of("version", version)));
  }
}

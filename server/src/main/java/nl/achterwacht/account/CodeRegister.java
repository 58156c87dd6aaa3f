package nl.achterwacht.account;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import org.jspecify.annotations.Nullable;

/**
 * The safe code and the duress code of each worker. Looking a code up takes the same work whichever
 * it is, so that no bystander with a stopwatch learns that it was the other one.
 */
public final class CodeRegister {
  private static final String SAVE =
      """
      insert into account.code (organisation_id, person_id, safe_hash, duress_hash, set_at)
      values (:organisation, :person, :safe, :duress, :now)
          on conflict (organisation_id, person_id) do update
         set safe_hash = excluded.safe_hash,
             duress_hash = excluded.duress_hash,
             set_at = excluded.set_at
      """;
  private static final String FIND =
      """
      select safe_hash, duress_hash
        from account.code
       where organisation_id = :organisation
         and person_id = :person
      """;

  private final InstantSource clock;
  private final SlowHash codes;

  public CodeRegister(InstantSource clock) {
    this(clock, SlowHash.forCodes());
  }

  private CodeRegister(InstantSource clock, SlowHash codes) {
    this.clock = clock;
    this.codes = codes;
  }

  /** For codes that everybody knows: keeping one costs no work. */
  public static CodeRegister ofPublicCodes(InstantSource clock) {
    return new CodeRegister(clock, SlowHash.forWhatEverybodyKnows());
  }

  /** What a worker typed. */
  public enum Typed {
    NOTHING,
    SAFE,
    DURESS,
    WRONG
  }

  /** Tells what somebody typed. Slow, so in no transaction. */
  public interface Check {
    Typed of(@Nullable String typed);
  }

  /** Whether codes were stored, or why not. */
  public enum Chosen {
    DONE,
    /** One of them is what everybody tries: 0000, 1234, a year. */
    GUESSABLE,
    /** They differ in fewer than two places, so a slip of the finger could raise an alarm. */
    TOO_ALIKE
  }

  /** Chooses both codes anew. */
  public Chosen choose(Tx tx, OrganisationId organisation, PersonId person, ChosenCodes chosen) {
    if (CodeRules.isGuessable(chosen.safe()) || CodeRules.isGuessable(chosen.duress())) {
      return Chosen.GUESSABLE;
    }
    if (!CodeRules.areApart(chosen.safe(), chosen.duress())) {
      return Chosen.TOO_ALIKE;
    }
    tx.changeOne(
        tx.sql(SAVE)
            .param("organisation", organisation.value())
            .param("person", person.value())
            .param("safe", codes.of(chosen.safe()))
            .param("duress", codes.of(chosen.duress()))
            .param("now", clock.instant().atOffset(ZoneOffset.UTC)),
        "choose codes");
    return Chosen.DONE;
  }

  /** Whether this person has chosen codes. */
  public boolean areChosen(Tx tx, OrganisationId organisation, PersonId person) {
    return !find(tx, organisation, person).isEmpty();
  }

  /** Reads the codes of this person; what was typed is checked when the transaction is over. */
  public Check checkOf(Tx tx, OrganisationId organisation, PersonId person) {
    List<Hashes> known = find(tx, organisation, person);
    return typed -> check(known, typed);
  }

  private Typed check(List<Hashes> known, @Nullable String typed) {
    if (typed == null || typed.isBlank()) {
      return Typed.NOTHING;
    }
    String code = typed.strip();
    // Both are always worked out, also when the first was right or none is known.
    boolean safe = codes.matches(code, known.isEmpty() ? null : known.getFirst().safe());
    boolean duress = codes.matches(code, known.isEmpty() ? null : known.getFirst().duress());
    return duress ? Typed.DURESS : safe ? Typed.SAFE : Typed.WRONG;
  }

  private static List<Hashes> find(Tx tx, OrganisationId organisation, PersonId person) {
    return tx.sql(FIND)
        .param("organisation", organisation.value())
        .param("person", person.value())
        .query((row, n) -> new Hashes(row.getString("safe_hash"), row.getString("duress_hash")))
        .list();
  }

  /** Two codes in clear, on their way to their hashes. */
  public record ChosenCodes(String safe, String duress) {
    @Override
    public String toString() {
      return "ChosenCodes[hidden]";
    }
  }

  private record Hashes(String safe, String duress) {}
}

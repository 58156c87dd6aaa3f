package nl.achterwacht.http.api;

import java.util.Set;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.ProblemKind;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.people.Person;
import org.jspecify.annotations.Nullable;

/**
 * Of whom somebody asks to see a list, and may: everybody their own, a supervisor the own team's,
 * whoever answers for the whole organisation all of it.
 *
 * @param team null for every team
 * @param person null for everybody
 */
record Scope(@Nullable TeamId team, @Nullable PersonId person) {
  /** Whoever has to do with what others left undone. */
  static final Set<String> ANSWERABLE = Set.of("supervisor", "safety-officer", "administrator");

  /** What {@code scope} in the query asks: {@code mine} (also when nothing is), team, all. */
  static Scope of(Tx tx, PeopleRegister people, Received in) {
    Caller caller = in.caller();
    String asked = in.query("scope").orElse("mine");
    if (asked.equals("mine")) {
      return new Scope(null, caller.person());
    }
    if (!caller.isOneOf(ANSWERABLE)) {
      throw Refusal.of(ProblemKind.NOT_ALLOWED, "You only see your own.");
    }
    return asked.equals("team") ? new Scope(team(tx, people, caller), null) : new Scope(null, null);
  }

  static TeamId team(Tx tx, PeopleRegister people, Caller caller) {
    @Nullable Person known = people.person(tx, caller.organisation(), caller.person());
    if (known == null) {
      throw Refusal.notFound("person");
    }
    return known.team();
  }
}

package nl.achterwacht.http.api;

import java.util.Set;
import java.util.UUID;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.ProblemKind;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.people.PeopleRegister;
import org.jspecify.annotations.Nullable;

/**
 * What a team keeps together: everybody in it reads it, its supervisor writes it. Whoever answers
 * for others reads that of all teams, and the safety officer writes it too.
 */
final class TeamScope {
  private static final Set<String> ANY_TEAM = Set.of("safety-officer");
  private static final Set<String> OWN_TEAM = Set.of("supervisor");

  private TeamScope() {}

  /** The team whose list is asked; null for all of them. */
  static @Nullable TeamId asked(Tx tx, PeopleRegister people, Received in) {
    if (in.query("scope").filter("all"::equals).isPresent()) {
      if (!in.caller().isOneOf(Scope.ANSWERABLE)) {
        throw Refusal.of(ProblemKind.NOT_ALLOWED, "You only see your own team's.");
      }
      return null;
    }
    return Scope.team(tx, people, in.caller());
  }

  static boolean mayRead(Tx tx, PeopleRegister people, Caller caller, TeamId team) {
    return caller.isOneOf(Scope.ANSWERABLE) || Scope.team(tx, people, caller).equals(team);
  }

  static boolean mayWrite(Tx tx, PeopleRegister people, Caller caller, TeamId team) {
    return caller.isOneOf(ANY_TEAM)
        || (caller.isOneOf(OWN_TEAM) && Scope.team(tx, people, caller).equals(team));
  }

  /** The team that is named, or else the caller's own; only one for which the caller may write. */
  static TeamId toWrite(Tx tx, PeopleRegister people, Caller caller, @Nullable UUID named) {
    TeamId team = named == null ? Scope.team(tx, people, caller) : new TeamId(named);
    if (people.teams(tx, caller.organisation()).stream().noneMatch(t -> t.id().equals(team))) {
      throw Refusal.invalid("/teamId", "unknown", "There is no such team.");
    }
    check(tx, people, caller, team);
    return team;
  }

  static void check(Tx tx, PeopleRegister people, Caller caller, TeamId team) {
    if (!mayWrite(tx, people, caller, team)) {
      throw Refusal.of(ProblemKind.NOT_ALLOWED, "This is of another team.");
    }
  }
}

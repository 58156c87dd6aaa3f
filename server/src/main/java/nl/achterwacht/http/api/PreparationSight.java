package nl.achterwacht.http.api;

import java.util.Set;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.ProblemKind;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.preparation.Preparation;
import nl.achterwacht.preparation.PreparationKeeper;
import nl.achterwacht.visit.Visit;
import nl.achterwacht.visit.VisitId;
import nl.achterwacht.visit.VisitRegister;

/** Whose preparation it is: who may see it, and who may do something about it. */
public final class PreparationSight {
  private static final Set<String> PLANNERS =
      Set.of("standby", "supervisor", "safety-officer", "administrator");

  private final VisitRegister visits;
  private final PreparationKeeper keeper;

  public PreparationSight(VisitRegister visits, PreparationKeeper keeper) {
    this.visits = visits;
    this.keeper = keeper;
  }

  /** A visit with its preparation, and whether the caller is one of those who go, or was asked. */
  record Seen(Visit visit, Preparation preparation, boolean goes) {}

  /** The visit for its worker, whoever plans for others, and whoever was asked for it. */
  Seen seenBy(Tx tx, Received in) {
    Caller caller = in.caller();
    Visit visit = visit(tx, in);
    Preparation p = keeper.look(tx, visit, caller.person());
    boolean asked =
        p.measures().stream().anyMatch(one -> caller.person().equals(one.state().colleague()));
    boolean goes = asked || visit.worker().equals(caller.person());
    if (!goes && !caller.isOneOf(PLANNERS)) {
      throw notTheirs();
    }
    return new Seen(visit, p, goes);
  }

  /** The visit for its worker and whoever plans for others. */
  Visit changedBy(Tx tx, Received in) {
    Caller caller = in.caller();
    Visit visit = visit(tx, in);
    if (!visit.worker().equals(caller.person()) && !caller.isOneOf(PLANNERS)) {
      throw notTheirs();
    }
    return visit;
  }

  private Visit visit(Tx tx, Received in) {
    return visits
        .find(tx, in.caller().organisation(), new VisitId(in.id("visitId")))
        .orElseThrow(() -> Refusal.notFound("visit"));
  }

  private static Refusal notTheirs() {
    return Refusal.of(ProblemKind.NOT_ALLOWED, "This is the visit of somebody else.");
  }
}

package nl.achterwacht.http.frame;

import java.util.Map;
import java.util.Set;

/** Who may do what, beyond being signed in. An operation that is not named is for everybody. */
final class Access {
  private static final Set<String> HANDLERS = Set.of("standby", "supervisor");
  private static final Set<String> ADMINISTRATORS = Set.of("administrator");
  private static final Set<String> WATCHERS =
      Set.of("standby", "supervisor", "safety-officer", "administrator");
  private static final Set<String> AUDITORS =
      Set.of("supervisor", "safety-officer", "administrator");
  private static final Set<String> WORKERS = Set.of("worker");

  private static final Map<String, Set<String>> ROLES =
      Map.ofEntries(
          Map.entry("addPerson", ADMINISTRATORS),
          Map.entry("addTeam", ADMINISTRATORS),
          Map.entry("setTeamNumbers", Set.of("administrator", "safety-officer")),
          Map.entry("setLadder", ADMINISTRATORS),
          Map.entry("addDuty", Set.of("administrator", "supervisor")),
          Map.entry("webhookEndpoints", ADMINISTRATORS),
          Map.entry("addWebhookEndpoint", ADMINISTRATORS),
          Map.entry("plannerWeek", WATCHERS),
          Map.entry("visitImports", WATCHERS),
          Map.entry("addVisitImport", WATCHERS),
          Map.entry("visitImport", WATCHERS),
          Map.entry("discardVisitImport", WATCHERS),
          Map.entry("visitImportRows", WATCHERS),
          Map.entry("confirmVisitImport", WATCHERS),
          Map.entry("calendars", WORKERS),
          Map.entry("addCalendar", WORKERS),
          Map.entry("removeCalendar", WORKERS),
          Map.entry("addCalendarRule", WORKERS),
          Map.entry("removeCalendarRule", WORKERS),
          Map.entry("calendarProposals", WORKERS),
          Map.entry("acceptCalendarProposal", WORKERS),
          Map.entry("dismissCalendarProposal", WORKERS),
          Map.entry("setCodes", WORKERS),
          Map.entry("startWatch", WORKERS),
          Map.entry("board", WATCHERS),
          Map.entry("boardEvents", WATCHERS),
          Map.entry("alarm", WATCHERS),
          Map.entry("acknowledge", HANDLERS),
          Map.entry("update", HANDLERS),
          Map.entry("handOver", HANDLERS),
          Map.entry("answerHandOver", HANDLERS),
          Map.entry("escalate", HANDLERS),
          Map.entry("tick", HANDLERS),
          Map.entry("close", HANDLERS),
          Map.entry("startDrill", Set.of("supervisor", "safety-officer", "administrator")),
          Map.entry("journal", AUDITORS));

  private Access() {}

  static boolean isFor(Operation operation, Caller caller) {
    Set<String> roles = ROLES.get(operation.id());
    return roles == null || caller.isOneOf(roles);
  }

  /** The operations that ask a role, for the test that holds this table to the contract. */
  static Set<String> named() {
    return ROLES.keySet();
  }
}

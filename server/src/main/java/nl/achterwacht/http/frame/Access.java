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
  private static final Set<String> POLICY_MAKERS = Set.of("safety-officer", "administrator");
  private static final Set<String> WORKERS = Set.of("worker");

  /** Who stands for what is held about residents. */
  private static final Set<String> CAUTIOUS = Set.of("supervisor", "safety-officer");

  /** Everybody it may have happened to, or who sees to it; an administrator does not. */
  private static final Set<String> INCIDENTS =
      Set.of("worker", "standby", "supervisor", "safety-officer");

  private static final Map<String, Set<String>> ROLES =
      Map.ofEntries(
          Map.entry("addPerson", ADMINISTRATORS),
          Map.entry("addTeam", ADMINISTRATORS),
          Map.entry("setTeamNumbers", Set.of("administrator", "safety-officer")),
          Map.entry("setLadder", ADMINISTRATORS),
          Map.entry("setOfficeHours", Set.of("administrator", "safety-officer")),
          Map.entry("setPackingList", Set.of("administrator", "safety-officer")),
          Map.entry("addDuty", Set.of("administrator", "supervisor")),
          Map.entry("webhookEndpoints", ADMINISTRATORS),
          Map.entry("addWebhookEndpoint", ADMINISTRATORS),
          Map.entry("plannerWeek", WATCHERS),
          Map.entry("unreadyVisits", WATCHERS),
          Map.entry("waiveMeasure", Set.of("supervisor")),
          Map.entry("setGuidance", Set.of("safety-officer", "administrator")),
          Map.entry("setCompanionSetting", Set.of("safety-officer", "administrator")),
          Map.entry("addPlace", WATCHERS),
          Map.entry("searchPlaces", WATCHERS),
          Map.entry("place", WATCHERS),
          Map.entry("changePlace", WATCHERS),
          Map.entry("placeCautions", CAUTIOUS),
          Map.entry("cautionsToDecide", CAUTIOUS),
          Map.entry("proposeCaution", Set.of("worker", "supervisor", "safety-officer")),
          Map.entry("confirmCaution", CAUTIOUS),
          Map.entry("noteCautionLetter", CAUTIOUS),
          Map.entry("noteCautionReply", CAUTIOUS),
          Map.entry("reviewCaution", CAUTIOUS),
          Map.entry("renewCaution", CAUTIOUS),
          Map.entry("endCaution", CAUTIOUS),
          Map.entry("devices", WATCHERS),
          Map.entry("device", WATCHERS),
          Map.entry("addDevice", AUDITORS),
          Map.entry("changeDevice", AUDITORS),
          Map.entry("handOutDevice", AUDITORS),
          Map.entry("removeDevice", AUDITORS),
          Map.entry("transports", WATCHERS),
          Map.entry("addTransport", AUDITORS),
          Map.entry("changeTransport", AUDITORS),
          Map.entry("endTransport", AUDITORS),
          Map.entry("addTask", AUDITORS),
          Map.entry("dropTask", AUDITORS),
          Map.entry("incidents", INCIDENTS),
          Map.entry("reportIncident", INCIDENTS),
          Map.entry("incident", INCIDENTS),
          Map.entry("editIncident", INCIDENTS),
          Map.entry("endAftercare", INCIDENTS),
          Map.entry("setPerpetrator", CAUTIOUS),
          Map.entry("takeMeasureToward", CAUTIOUS),
          Map.entry("changeMeasureToward", CAUTIOUS),
          Map.entry("writeLetter", CAUTIOUS),
          Map.entry("changeLetter", CAUTIOUS),
          Map.entry("sendLetter", CAUTIOUS),
          Map.entry("letterDocument", CAUTIOUS),
          Map.entry("policeFile", CAUTIOUS),
          Map.entry("incidentTable", CAUTIOUS),
          Map.entry("letterTemplates", AUDITORS),
          Map.entry("previewLetterTemplate", POLICY_MAKERS),
          Map.entry("setLetterTemplate", POLICY_MAKERS),
          Map.entry("useShippedLetterTemplate", POLICY_MAKERS),
          Map.entry("incidentVersions", CAUTIOUS),
          Map.entry("closeIncident", CAUTIOUS),
          Map.entry("involvePerson", CAUTIOUS),
          Map.entry("removeInvolved", CAUTIOUS),
          Map.entry("endIncidentStep", CAUTIOUS),
          Map.entry("retentionRules", WATCHERS),
          Map.entry("retentionPreview", POLICY_MAKERS),
          Map.entry("setRetentionRule", POLICY_MAKERS),
          Map.entry("personFile", POLICY_MAKERS),
          Map.entry("placeFile", Set.of("safety-officer")),
          Map.entry("removePerson", ADMINISTRATORS),
          Map.entry("protocolVersions", AUDITORS),
          Map.entry("protocolVersion", AUDITORS),
          Map.entry("protocolReaders", AUDITORS),
          Map.entry("protocolDraft", POLICY_MAKERS),
          Map.entry("saveProtocolDraft", POLICY_MAKERS),
          Map.entry("discardProtocolDraft", POLICY_MAKERS),
          Map.entry("putProtocolIntoForce", POLICY_MAKERS),
          Map.entry("takeProtocolBack", POLICY_MAKERS),
          Map.entry("addAgreement", CAUTIOUS),
          Map.entry("changeAgreement", CAUTIOUS),
          Map.entry("reviewAgreement", CAUTIOUS),
          Map.entry("endAgreement", CAUTIOUS),
          Map.entry("planMeeting", CAUTIOUS),
          Map.entry("moveMeeting", CAUTIOUS),
          Map.entry("cancelMeeting", CAUTIOUS),
          Map.entry("finishMeeting", CAUTIOUS),
          Map.entry("addMeetingItem", CAUTIOUS),
          Map.entry("removeMeetingItem", CAUTIOUS),
          Map.entry("orderMeetingItems", CAUTIOUS),
          Map.entry("saveMinutes", CAUTIOUS),
          Map.entry("setAttendance", CAUTIOUS),
          Map.entry("decideInMeeting", CAUTIOUS),
          Map.entry("mailMeeting", CAUTIOUS),
          Map.entry("silenceEvidence", WATCHERS),
          Map.entry("addHotSpot", CAUTIOUS),
          Map.entry("endHotSpot", CAUTIOUS),
          Map.entry("loadNeighbourhoodBoundaries", ADMINISTRATORS),
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
          Map.entry("drills", WATCHERS),
          Map.entry("planDrill", AUDITORS),
          Map.entry("cancelDrill", AUDITORS),
          Map.entry("drillSummaries", WATCHERS),
          Map.entry("setDrillRhythm", AUDITORS),
          Map.entry("workplaceSheet", WATCHERS),
          Map.entry("policyVersions", AUDITORS),
          Map.entry("policyVersion", AUDITORS),
          Map.entry("putPolicyIntoForce", POLICY_MAKERS),
          Map.entry("policyDraft", POLICY_MAKERS),
          Map.entry("savePolicyDraft", POLICY_MAKERS),
          Map.entry("discardPolicyDraft", POLICY_MAKERS),
          Map.entry("tryOutPolicy", POLICY_MAKERS),
          Map.entry("workplaces", AUDITORS),
          Map.entry("workplace", AUDITORS),
          Map.entry("workplaceChanges", AUDITORS),
          Map.entry("addWorkplace", CAUTIOUS),
          Map.entry("changeWorkplace", CAUTIOUS),
          Map.entry("reviewWorkplace", CAUTIOUS),
          Map.entry("endWorkplace", CAUTIOUS),
          Map.entry("workplaceAssessment", AUDITORS),
          Map.entry("workplaceInventory", AUDITORS),
          Map.entry("addWorkplaceRisk", CAUTIOUS),
          Map.entry("changeWorkplaceRisk", CAUTIOUS),
          Map.entry("removeWorkplaceRisk", CAUTIOUS),
          Map.entry("decideOnWorkplace", CAUTIOUS),
          Map.entry("addWorkplaceMeasure", CAUTIOUS),
          Map.entry("changeWorkplaceMeasure", CAUTIOUS),
          Map.entry("workplaceAttachments", AUDITORS),
          Map.entry("workplaceAttachment", AUDITORS),
          Map.entry("addWorkplaceAttachment", CAUTIOUS),
          Map.entry("removeWorkplaceAttachment", CAUTIOUS),
          Map.entry("report", AUDITORS),
          Map.entry("reportFile", AUDITORS),
          Map.entry("yearlyReports", AUDITORS),
          Map.entry("askYearlyReport", AUDITORS),
          Map.entry("removeYearlyReport", AUDITORS),
          Map.entry("yearlyReportFile", AUDITORS),
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

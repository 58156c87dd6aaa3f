package nl.achterwacht.privacy;

import static nl.achterwacht.privacy.Held.table;
import static nl.achterwacht.privacy.Retention.MEETINGS;

import java.util.List;

/** Protocol, working agreements and team meetings. */
final class TogetherHoldings {
  private static final String OF_OLD_AGREEMENT =
      """
      exists (select from agreement.agreement a
               where a.organisation_id = t.organisation_id
                 and a.id = t.agreement_id
                 and a.ended_at < :before)
      """;
  private static final String OF_OLD_MEETING =
      """
      exists (select from meeting.meeting m
               where m.organisation_id = t.organisation_id
                 and m.id = t.meeting_id
                 and m.ended_at < :before)
      """;

  static final List<Held> ALL =
      List.of(
          table("protocol.receipt")
              .shows("t.person_id = :person")
              // Whoever read it so long ago is asked to read it again.
              .goes(MEETINGS, "t.read_at < :before"),
          table("protocol.version")
              .shows("t.made_by = :person", "number", "note", "made_at", "in_force_from")
              .otherwise("The rules that held then stay known."),
          table("agreement.change")
              .shows("t.by_id = :person or t.owner_id = :person")
              .goes(MEETINGS, OF_OLD_AGREEMENT),
          table("agreement.agreement")
              .shows("t.owner_id = :person", "words", "review_on", "made_at", "ended_at")
              .goes(MEETINGS, "t.ended_at < :before"),
          table("meeting.attendance").shows("t.person_id = :person").goes(MEETINGS, OF_OLD_MEETING),
          table("meeting.decision")
              .shows("t.made_by = :person or t.owner_id = :person", "words", "due_on", "made_at")
              .goes(MEETINGS, OF_OLD_MEETING),
          table("meeting.item")
              .showsNobody("Minutes are the team's; they name no residents.")
              .goes(MEETINGS, OF_OLD_MEETING),
          table("meeting.meeting")
              .shows(
                  "t.made_by = :person or t.ended_by = :person", "starts_at", "state", "ended_at")
              .goes(MEETINGS, "t.ended_at < :before"));

  private TogetherHoldings() {}
}

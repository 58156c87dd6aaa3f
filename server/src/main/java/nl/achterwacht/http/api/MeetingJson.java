package nl.achterwacht.http.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.meeting.AgendaLine;
import nl.achterwacht.meeting.Meeting;
import nl.achterwacht.meeting.Meeting.Attendance;
import nl.achterwacht.meeting.Meeting.Decision;
import nl.achterwacht.meeting.Meeting.Item;
import nl.achterwacht.meeting.Meeting.Whole;
import nl.achterwacht.people.Person;
import org.jspecify.annotations.Nullable;

/** A team meeting, as pages show it. */
record MeetingJson(
    UUID id,
    UUID teamId,
    String teamName,
    Instant startsAt,
    @Nullable String room,
    String state,
    @Nullable Instant endedAt,
    @Nullable String endedByName,
    int version,
    boolean mayChange,
    List<ItemJson> items,
    List<AttendanceJson> attendance) {

  record DecisionJson(
      UUID id, String became, UUID subjectId, String words, String ownerName, LocalDate dueOn) {
    static DecisionJson of(Decision one, Names names) {
      return new DecisionJson(
          one.id().value(),
          one.became().text(),
          one.subject(),
          one.words(),
          names.nameOf(one.owner()),
          one.dueOn());
    }
  }

  record ItemJson(
      UUID id,
      String kind,
      @Nullable String title,
      String minutes,
      int revision,
      List<AgendaLine> lines,
      int more,
      List<DecisionJson> decisions) {
    static ItemJson of(Item item, List<Decision> decisions, Names names) {
      return new ItemJson(
          item.id().value(),
          item.kind().text(),
          item.title(),
          item.minutes(),
          item.revision(),
          item.lines(),
          item.more(),
          decisions.stream()
              .filter(one -> one.item().equals(item.id()))
              .map(one -> DecisionJson.of(one, names))
              .toList());
    }
  }

  record AttendanceJson(UUID personId, String name, @Nullable String how) {}

  record SummaryJson(
      UUID id,
      UUID teamId,
      String teamName,
      Instant startsAt,
      @Nullable String room,
      String state) {
    static SummaryJson of(Meeting one, Names names) {
      return new SummaryJson(
          one.id().value(),
          one.team().value(),
          names.teamName(one.team()),
          one.startsAt(),
          one.room(),
          one.state().text());
    }
  }

  /** {@code members} are the team's of now; who was there and has left it since stays listed. */
  static MeetingJson of(Whole whole, List<Person> members, Names names, boolean mayChange) {
    Meeting one = whole.meeting();
    return new MeetingJson(
        one.id().value(),
        one.team().value(),
        names.teamName(one.team()),
        one.startsAt(),
        one.room(),
        one.state().text(),
        one.endedAt(),
        one.endedBy() == null ? null : names.nameOf(one.endedBy()),
        one.version(),
        mayChange && one.state() == Meeting.State.PLANNED,
        whole.items().stream().map(item -> ItemJson.of(item, whole.decisions(), names)).toList(),
        attendance(whole, members, names));
  }

  private static List<AttendanceJson> attendance(Whole whole, List<Person> members, Names names) {
    Map<PersonId, String> how = new HashMap<>();
    for (Attendance one : whole.attendance()) {
      how.put(one.person(), one.how());
    }
    Map<PersonId, AttendanceJson> all = new LinkedHashMap<>();
    if (whole.meeting().state() == Meeting.State.PLANNED) {
      for (Person member : members) {
        all.put(
            member.id(),
            new AttendanceJson(member.id().value(), member.name(), how.get(member.id())));
      }
    }
    how.forEach((person, was) ->
        all.putIfAbsent(person, new AttendanceJson(person.value(), names.nameOf(person), was)));
    return List.copyOf(all.values());
  }
}

package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.achterwacht.agreement.WorkingAgreement.Terms;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.meeting.ItemId;
import nl.achterwacht.meeting.Meeting;
import nl.achterwacht.meeting.Meeting.Attendance;
import nl.achterwacht.meeting.Meeting.Became;
import nl.achterwacht.meeting.Meeting.Whole;
import nl.achterwacht.meeting.MeetingId;
import nl.achterwacht.meeting.MeetingResult;
import nl.achterwacht.notify.NoticeKind;
import nl.achterwacht.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Team meetings: the agenda, the minutes, and what was decided. */
@Controller
@RequestMapping(BASE + "/meetings")
public final class MeetingRoutes {
  private final OrganisationDoors doors;

  public MeetingRoutes(OrganisationDoors doors) {
    this.doors = doors;
  }

  record NewMeeting(@Nullable UUID teamId, Instant startsAt, @Nullable String room) {}

  record MeetingMove(int version, Instant startsAt, @Nullable String room) {}

  record NewItem(String title) {}

  record ItemOrder(List<UUID> itemIds) {}

  record NewMinutes(int revision, String minutes) {}

  record SavedMinutes(int revision) {}

  record NewDecision(String became, String words, UUID ownerId, LocalDate dueOn) {}

  record OneAttendance(UUID personId, String how) {}

  record NewAttendance(List<OneAttendance> items) {}

  record Mailing(String what) {}

  record MailedJson(int told, List<String> unreachedNames) {}

  @GetMapping
  Answer list(Received in) {
    Caller caller = in.caller();
    Paging paging = Paging.of(in);
    return doors
        .acts()
        .forCaller(
            in,
            tx -> {
              Names names = Names.of(tx, doors.people(), caller.organisation());
              @Nullable TeamId team = TeamScope.asked(tx, doors.people(), in);
              return Answer.ok(
                  paging.page(
                      doors
                          .meetings()
                          .list(tx, caller.organisation(), team, paging.slice())
                          .stream()
                          .map(one -> MeetingJson.SummaryJson.of(one, names))
                          .toList()));
            });
  }

  @PostMapping
  Answer plan(Received in) {
    NewMeeting asked = in.body(NewMeeting.class);
    Caller caller = in.caller();
    return doors
        .acts()
        .once(
            in,
            (tx, event) -> {
              TeamId team = TeamScope.toWrite(tx, doors.people(), caller, asked.teamId());
              Whole made =
                  doors
                      .meetings()
                      .plan(
                          tx,
                          caller.organisation(),
                          team,
                          asked.startsAt(),
                          filled(asked.room()),
                          caller.person());
              return Answer.created(json(tx, caller, made));
            });
  }

  @GetMapping("/{meetingId}")
  Answer one(Received in) {
    return doors.acts().forCaller(in, tx -> Answer.ok(json(tx, in.caller(), readable(tx, in))));
  }

  @PostMapping("/{meetingId}/moves")
  Answer move(Received in) {
    MeetingMove asked = in.body(MeetingMove.class);
    return act(
        in,
        (tx, caller, id) ->
            doors
                .meetings()
                .move(
                    tx,
                    caller.organisation(),
                    id,
                    asked.version(),
                    asked.startsAt(),
                    filled(asked.room())));
  }

  @PostMapping("/{meetingId}/cancellations")
  Answer cancel(Received in) {
    return act(
        in,
        (tx, caller, id) ->
            doors.meetings().cancel(tx, caller.organisation(), id, caller.person()));
  }

  @PostMapping("/{meetingId}/finishes")
  Answer finish(Received in) {
    return act(
        in,
        (tx, caller, id) ->
            doors.meetings().finish(tx, caller.organisation(), id, caller.person()));
  }

  @PostMapping("/{meetingId}/items")
  Answer addItem(Received in) {
    String title = words("/title", in.body(NewItem.class).title());
    return act(
        in,
        (tx, caller, id) ->
            doors.meetings().addItem(tx, caller.organisation(), id, ItemId.next(), title));
  }

  @DeleteMapping("/{meetingId}/items/{itemId}")
  Answer removeItem(Received in) {
    var item = new ItemId(in.id("itemId"));
    return act(
        in, (tx, caller, id) -> doors.meetings().removeItem(tx, caller.organisation(), id, item));
  }

  @PutMapping("/{meetingId}/order")
  Answer order(Received in) {
    List<ItemId> order = in.body(ItemOrder.class).itemIds().stream().map(ItemId::new).toList();
    return act(
        in, (tx, caller, id) -> doors.meetings().order(tx, caller.organisation(), id, order));
  }

  @PutMapping("/{meetingId}/items/{itemId}/minutes")
  Answer saveMinutes(Received in) {
    NewMinutes asked = in.body(NewMinutes.class);
    var item = new ItemId(in.id("itemId"));
    Caller caller = in.caller();
    return doors
        .acts()
        .once(
            in,
            (tx, _) -> {
              MeetingId id = writable(tx, in);
              check(
                  doors
                      .meetings()
                      .saveMinutes(
                          tx, caller.organisation(), id, item, asked.revision(), asked.minutes()));
              return Answer.ok(new SavedMinutes(asked.revision() + 1));
            });
  }

  @PutMapping("/{meetingId}/attendance")
  Answer attend(Received in) {
    List<OneAttendance> asked = in.body(NewAttendance.class).items();
    return act(
        in,
        (tx, caller, id) -> {
          List<Attendance> all =
              asked.stream()
                  .map(one -> new Attendance(person(tx, caller, one.personId()), one.how()))
                  .toList();
          return doors.meetings().attend(tx, caller.organisation(), id, all);
        });
  }

  @PostMapping("/{meetingId}/items/{itemId}/decisions")
  Answer decide(Received in) {
    NewDecision asked = in.body(NewDecision.class);
    var item = new ItemId(in.id("itemId"));
    String words = words("/words", asked.words());
    return act(
        in,
        (tx, caller, id) ->
            doors
                .meetings()
                .decide(
                    tx,
                    caller.organisation(),
                    id,
                    item,
                    Became.of(asked.became()),
                    new Terms(words, person(tx, caller, asked.ownerId()), asked.dueOn()),
                    caller.person()));
  }

  @PostMapping("/{meetingId}/mailings")
  Answer mail(Received in) {
    boolean minutes = in.body(Mailing.class).what().equals("minutes");
    return doors
        .acts()
        .once(
            in,
            (tx, event) -> {
              Meeting meeting = whole(tx, in, writable(tx, in)).meeting();
              if (minutes != (meeting.state() == Meeting.State.FINISHED)) {
                throw minutes
                    ? Refusal.conflict("", "not-finished", "The meeting is not finished yet.")
                    : Refusal.conflict("", "closed", "The meeting was finished or cancelled.");
              }
              List<Person> members = doors.meetings().members(tx, meeting);
              NoticeKind kind = minutes ? NoticeKind.MINUTES_READY : NoticeKind.AGENDA_READY;
              List<Person> unreached = doors.mail().tell(tx, meeting, members, kind);
              return Answer.ok(
                  new MailedJson(
                      members.size() - unreached.size(),
                      unreached.stream().map(Person::name).toList()));
            });
  }

  @GetMapping("/{meetingId}/agenda-pdf")
  Answer printAgenda(Received in) {
    return print(in, false);
  }

  @GetMapping("/{meetingId}/minutes-pdf")
  Answer printMinutes(Received in) {
    return print(in, true);
  }

  private Answer print(Received in, boolean minutes) {
    return doors
        .acts()
        .atLeisure(
            in,
            tx -> {
              Caller caller = in.caller();
              MeetingJson meeting = json(tx, caller, readable(tx, in));
              return MeetingPaper.pdf(tx, doors.people(), in, meeting, minutes);
            });
  }

  private interface Work {
    MeetingResult run(Tx tx, Caller caller, MeetingId id);
  }

  private Answer act(Received in, Work work) {
    Caller caller = in.caller();
    return doors
        .acts()
        .once(
            in,
            (tx, event) -> {
              MeetingId id = writable(tx, in);
              check(work.run(tx, caller, id));
              return Answer.ok(json(tx, caller, whole(tx, in, id)));
            });
  }

  private Whole readable(Tx tx, Received in) {
    Whole whole = whole(tx, in, new MeetingId(in.id("meetingId")));
    if (!TeamScope.mayRead(tx, doors.people(), in.caller(), whole.meeting().team())) {
      throw Refusal.notFound("meeting");
    }
    return whole;
  }

  private MeetingId writable(Tx tx, Received in) {
    var id = new MeetingId(in.id("meetingId"));
    Meeting meeting =
        doors
            .meetings()
            .meeting(tx, in.caller().organisation(), id)
            .orElseThrow(() -> Refusal.notFound("meeting"));
    TeamScope.check(tx, doors.people(), in.caller(), meeting.team());
    return id;
  }

  private Whole whole(Tx tx, Received in, MeetingId id) {
    return doors
        .meetings()
        .find(tx, in.caller().organisation(), id)
        .orElseThrow(() -> Refusal.notFound("meeting"));
  }

  private MeetingJson json(Tx tx, Caller caller, Whole whole) {
    TeamId team = whole.meeting().team();
    return MeetingJson.of(
        whole,
        doors.meetings().members(tx, whole.meeting()),
        Names.of(tx, doors.people(), caller.organisation()),
        TeamScope.mayWrite(tx, doors.people(), caller, team));
  }

  private static void check(MeetingResult result) {
    if (result instanceof MeetingResult.Refused(MeetingResult.Reason reason)) {
      throw switch (reason) {
        case UNKNOWN -> Refusal.notFound("meeting");
        case CLOSED -> Refusal.conflict("", "closed", "The meeting was finished or cancelled.");
        case STALE -> Refusal.conflict("", "stale", "Somebody changed this meanwhile.");
        case STAYS -> Refusal.conflict("", "stays", "This item stays on the agenda.");
        case PAST -> Refusal.invalid("/dueOn", "past", "Choose a day from tomorrow on.");
        case TOO_FAR -> Refusal.invalid("/dueOn", "too-far", "One year at most.");
      };
    }
  }

  private PersonId person(Tx tx, Caller caller, UUID id) {
    var person = new PersonId(id);
    if (doors.people().person(tx, caller.organisation(), person) == null) {
      throw Refusal.invalid("/ownerId", "unknown", "There is no such person.");
    }
    return person;
  }

  private static @Nullable String filled(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static String words(String pointer, String text) {
    String words = text.strip();
    if (words.isEmpty()) {
      throw Refusal.invalid(pointer, "blank", "Write something down.");
    }
    return words;
  }
}

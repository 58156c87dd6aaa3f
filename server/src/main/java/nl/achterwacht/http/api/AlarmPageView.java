package nl.achterwacht.http.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.achterwacht.alarm.Alarm;
import nl.achterwacht.alarm.AlarmRegister.Tick;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.api.JournalView.EntryJson;
import nl.achterwacht.http.api.MeJson.Contactable;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.notify.NoticeRegister;
import nl.achterwacht.people.Person;
import nl.achterwacht.watch.Act;
import nl.achterwacht.watch.Watch;
import nl.achterwacht.watch.WatchId;
import nl.achterwacht.watch.WatchRegister;
import org.jspecify.annotations.Nullable;

/** Everything a handler needs on one page: the contract's {@code AlarmPage}. */
public final class AlarmPageView {
  /** How many steps the call script has. */
  static final int STEPS = 7;

  private static final int TIMELINE = 200;

  private final AlarmDoors doors;
  private final WatchRegister watches;
  private final NoticeRegister notices;
  private final JournalView journal;
  private final WorkplaceCards cards;

  public AlarmPageView(
      AlarmDoors doors,
      WatchRegister watches,
      NoticeRegister notices,
      JournalView journal,
      WorkplaceCards cards) {
    this.cards = cards;
    this.doors = doors;
    this.watches = watches;
    this.notices = notices;
    this.journal = journal;
  }

  record ScriptStep(
      int number, String text, @Nullable Instant tickedAt, @Nullable String tickedBy) {}

  record Called(
      String personName,
      String channel,
      int step,
      String state,
      Instant at,
      @Nullable String detail) {}

  record PageJson(
      BoardJson.AlarmJson alarm,
      BoardJson.@Nullable WatchJson watch,
      PeopleRoutes.@Nullable PersonJson worker,
      @Nullable PositionJson lastPosition,
      List<EntryJson> lateActs,
      List<ScriptStep> script,
      List<String> card112,
      @Nullable String safeWord,
      List<Called> called,
      List<EntryJson> timeline,
      List<Contactable> handOverTo,
      WorkplaceCards.@Nullable CardJson workplace) {}

  PageJson of(Tx tx, Alarm alarm, Caller viewer) {
    String language = viewer.language();
    Names names = Names.of(tx, doors.people(), alarm.organisation());
    @Nullable Watch watch = watch(tx, alarm);
    @Nullable Person worker = names.person(alarm.worker()).orElse(null);
    List<EntryJson> timeline = timeline(tx, alarm, viewer);
    return new PageJson(
        doors.board().alarm(names, alarm),
        watch == null ? null : boardWatch(tx, names, watch, viewer.person()),
        worker == null ? null : PeopleRoutes.PersonJson.of(worker, isOnDuty(tx, worker)),
        watch == null ? null : position(tx, watch),
        timeline.stream().filter(entry -> isLate(entry, alarm)).toList(),
        script(tx, alarm, names, Words.in(language)),
        card(alarm, watch, names, Words.in(language)),
        worker == null ? null : worker.safeWord(),
        called(tx, alarm, names),
        timeline,
        colleagues(tx, alarm),
        cards.ofAlarm(tx, alarm));
  }

  private @Nullable Watch watch(Tx tx, Alarm alarm) {
    @Nullable UUID id = alarm.watchId();
    return id == null ? null : watches.find(tx, alarm.organisation(), new WatchId(id));
  }

  private BoardJson.WatchJson boardWatch(Tx tx, Names names, Watch watch, PersonId viewer) {
    List<Alarm> open =
        doors.silence().seen(tx, doors.register().open(tx, watch.organisation()), viewer);
    return doors.board().watch(names, watch.seenBy(viewer), open);
  }

  private @Nullable PositionJson position(Tx tx, Watch watch) {
    Act.@Nullable Position last = watches.lastPosition(tx, watch.organisation(), watch.id());
    return last == null ? null : PositionJson.of(last);
  }

  /** Of the alarm, and of its watch before and after. */
  private List<EntryJson> timeline(Tx tx, Alarm alarm, Caller viewer) {
    boolean ofWatch = alarm.watchId() != null;
    var query =
        new JournalView.Query(alarm.watchId(), ofWatch ? null : alarm.id().value(), null, TIMELINE);
    return journal.entries(tx, query, viewer);
  }

  /** Shown, never acted upon: signs that reached us after the alarm was opened. */
  private static boolean isLate(EntryJson entry, Alarm alarm) {
    boolean sign =
        entry.kind().equals("watch.sign-of-life") || entry.kind().equals("watch.unproven-act");
    return sign && entry.at().isAfter(alarm.openedAt());
  }

  private List<ScriptStep> script(Tx tx, Alarm alarm, Names names, Words words) {
    Map<Integer, Tick> ticks = new HashMap<>();
    doors
        .register()
        .ticks(tx, alarm.organisation(), alarm.id())
        .forEach(tick -> ticks.put(tick.number(), tick));
    var steps = new ArrayList<ScriptStep>();
    for (int number = 1; number <= STEPS; number++) {
      @Nullable Tick tick = ticks.get(number);
      steps.add(
          new ScriptStep(
              number,
              words.say(alarm.silent() ? "script.silent." + number : "script." + number),
              tick == null ? null : tick.at(),
              tick == null ? null : names.nameOf(tick.by())));
    }
    return steps;
  }

  /** To be read aloud, line by line. */
  private static List<String> card(Alarm alarm, @Nullable Watch watch, Names names, Words words) {
    var card = new ArrayList<String>();
    card.add(words.say("card.police"));
    String worker = names.nameOf(alarm.worker());
    if (!worker.isEmpty()) {
      card.add(words.say("card.who", worker));
    }
    if (watch != null && watch.trip().place() != null) {
      card.add(words.say("card.where", watch.trip().place().address()));
      if (watch.trip().place().floor() != null) {
        card.add(words.say("card.floor", watch.trip().place().floor()));
      }
    }
    card.add(words.say("card.what." + alarm.kind().text()));
    if (alarm.silent()) {
      card.add(words.say("card.silent"));
    }
    @Nullable String vehicle = watch == null ? null : names.vehicle(watch.trip().vehicleId());
    if (vehicle != null) {
      card.add(words.say("card.vehicle", vehicle));
    }
    card.add(words.say("card.back"));
    return card;
  }

  private List<Called> called(Tx tx, Alarm alarm, Names names) {
    return notices.callsAbout(tx, alarm.organisation(), alarm.id().value()).stream()
        .map(call ->
            new Called(
                call.personId() == null ? "" : names.nameOf(new PersonId(call.personId())),
                call.channel(),
                call.step() + 1,
                // Between two tries and during one, it is still on its way.
                call.state().equals("sending") ? "waiting" : call.state(),
                call.at(),
                call.detail()))
        .toList();
  }

  private boolean isOnDuty(Tx tx, Person person) {
    return doors
        .people()
        .onDuty(tx, person.organisation(), person.team(), doors.clock().instant())
        .stream()
        .anyMatch(onDuty -> onDuty.id().equals(person.id()));
  }

  private List<Contactable> colleagues(Tx tx, Alarm alarm) {
    return doors.people().people(tx, alarm.organisation()).stream()
        .filter(p -> p.isHandler() && !p.id().equals(alarm.worker()))
        .map(Contactable::of)
        .toList();
  }
}

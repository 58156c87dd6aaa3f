package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.achterwacht.base.TeamId;
import nl.achterwacht.base.TeamRef;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.people.PeopleRegister;
import nl.achterwacht.travel.OfficeHours;
import nl.achterwacht.travel.OfficeHours.Hours;
import nl.achterwacht.travel.OfficeHoursRegister;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** When a team is at the office. */
@Controller
@RequestMapping(BASE + "/teams/{teamId}/office-hours")
public final class OfficeHoursRoutes {
  private static final DateTimeFormatter WALL =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private final PeopleRegister people;
  private final Acts acts;
  private final OfficeHoursRegister register = new OfficeHoursRegister();

  public OfficeHoursRoutes(PeopleRegister people, Acts acts) {
    this.people = people;
    this.acts = acts;
  }

  /** Times are {@code HH:mm:ss} by the clock on the wall. */
  record DayJson(int weekDay, String from, String until) {
    static DayJson of(DayOfWeek day, Hours open) {
      return new DayJson(day.getValue(), WALL.format(open.from()), WALL.format(open.until()));
    }
  }

  record HoursJson(List<DayJson> days) {
    static HoursJson of(OfficeHours hours) {
      return new HoursJson(
          hours.week().entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .map(day -> DayJson.of(day.getKey(), day.getValue()))
              .toList());
    }

    OfficeHours hours() {
      var week = new EnumMap<DayOfWeek, Hours>(DayOfWeek.class);
      for (int i = 0; i < days.size(); i++) {
        DayJson day = days.get(i);
        LocalTime from = LocalTime.parse(day.from());
        LocalTime until = LocalTime.parse(day.until());
        if (!until.isAfter(from)) {
          throw Refusal.invalid("/days/" + i + "/until", "order", "An office closes later.");
        }
        if (week.put(DayOfWeek.of(day.weekDay()), new Hours(from, until)) != null) {
          throw Refusal.invalid("/days/" + i + "/weekDay", "twice", "Each day once.");
        }
      }
      return new OfficeHours(week);
    }
  }

  @GetMapping
  Answer hours(Received in) {
    return acts.forCaller(in, tx -> Answer.ok(HoursJson.of(register.of(tx, team(tx, in)))));
  }

  @PutMapping
  Answer set(Received in) {
    OfficeHours asked = in.body(HoursJson.class).hours();
    return acts.once(
        in,
        (tx, _) -> {
          TeamRef team = team(tx, in);
          register.set(tx, team, asked);
          return Answer.ok(HoursJson.of(register.of(tx, team)));
        });
  }

  private TeamRef team(Tx tx, Received in) {
    var id = new TeamId(in.id("teamId"));
    boolean known =
        people.teams(tx, in.caller().organisation()).stream()
            .anyMatch(team -> team.id().equals(id));
    if (!known) {
      throw Refusal.notFound("team");
    }
    return new TeamRef(in.caller().organisation(), id);
  }
}

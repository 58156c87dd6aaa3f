package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.achterwacht.base.Tx;
import nl.achterwacht.calendar.CalendarRegister;
import nl.achterwacht.calendar.CalendarRegister.NewSubscription;
import nl.achterwacht.calendar.Rule;
import nl.achterwacht.calendar.Subscription;
import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The calendars of the worker who asks, and nobody else's. An address is never given out again: it
 * is often all that guards a feed. Whether it may be called, the courier judges when it calls.
 */
@Controller
@RequestMapping(BASE + "/calendars")
public final class CalendarRoutes {
  private final CalendarRegister calendars;
  private final Acts acts;

  public CalendarRoutes(CalendarRegister calendars, Acts acts) {
    this.calendars = calendars;
    this.acts = acts;
  }

  record RuleJson(UUID id, @Nullable String word) {
    static RuleJson of(Rule rule) {
      return new RuleJson(rule.id(), rule.word());
    }
  }

  record CalendarJson(
      UUID id,
      String name,
      String kind,
      String host,
      @Nullable String userName,
      boolean keepsTitles,
      @Nullable Instant answeredAt,
      @Nullable String trouble,
      int unreadable,
      List<RuleJson> rules) {}

  record CalendarsJson(List<CalendarJson> items) {}

  record NewCalendar(
      String name,
      String kind,
      String url,
      @Nullable String userName,
      @Nullable String password,
      boolean keepsTitles) {}

  record NewRule(@Nullable String word) {}

  @GetMapping
  Answer all(Received in) {
    Caller caller = in.caller();
    return acts.forCaller(
        in,
        tx ->
            Answer.ok(
                new CalendarsJson(
                    calendars.of(tx, caller.organisation(), caller.person()).stream()
                        .map(one -> json(tx, one))
                        .toList())));
  }

  @PostMapping
  Answer add(Received in) {
    Caller caller = in.caller();
    NewCalendar asked = in.body(NewCalendar.class);
    if (asked.name().isBlank()) {
      throw Refusal.invalid("/name", "blank", "A calendar has a name.");
    }
    if ((asked.userName() == null) != (asked.password() == null)) {
      throw Refusal.invalid("/password", "together", "User name and password come together.");
    }
    if (asked.password() != null && !calendars.keepsPasswords()) {
      throw Refusal.conflict(
          "/password",
          "no-key",
          "This server has no key to keep passwords with; see its settings.");
    }
    var made =
        new NewSubscription(
            asked.name().strip(),
            Subscription.Kind.of(asked.kind()),
            address(asked.url()),
            asked.userName(),
            asked.password(),
            asked.keepsTitles());
    return acts.once(
        in,
        (tx, event) -> {
          if (calendars.of(tx, caller.organisation(), caller.person()).size()
              >= CalendarRegister.MOST) {
            throw Refusal.conflict("", "too-many", "You have as many calendars as you may have.");
          }
          return Answer.created(
              json(tx, calendars.add(tx, caller.organisation(), caller.person(), made)));
        });
  }

  @DeleteMapping("/{calendarId}")
  Answer remove(Received in) {
    Caller caller = in.caller();
    return acts.once(
        in,
        (tx, _) -> {
          UUID id = in.id("calendarId");
          if (!calendars.remove(tx, caller.organisation(), caller.person(), id)) {
            throw Refusal.notFound("calendar");
          }
          return Answer.done();
        });
  }

  @PostMapping("/{calendarId}/rules")
  Answer addRule(Received in) {
    String word = in.body(NewRule.class).word();
    String bare = word == null ? null : word.strip();
    if (bare != null && bare.length() < 2) {
      throw Refusal.invalid("/word", "minLength", "A word has two signs or more.");
    }
    return acts.once(
        in,
        (tx, event) -> {
          Subscription mine = mine(tx, in);
          if (calendars.rules(tx, mine).size() >= CalendarRegister.MOST_RULES) {
            throw Refusal.conflict("", "too-many", "This calendar has as many rules as it may.");
          }
          return Answer.created(RuleJson.of(calendars.addRule(tx, mine, bare)));
        });
  }

  @DeleteMapping("/{calendarId}/rules/{ruleId}")
  Answer removeRule(Received in) {
    return acts.once(
        in,
        (tx, _) -> {
          if (!calendars.removeRule(tx, mine(tx, in), in.id("ruleId"))) {
            throw Refusal.notFound("rule");
          }
          return Answer.done();
        });
  }

  private Subscription mine(Tx tx, Received in) {
    Caller caller = in.caller();
    return calendars
        .find(tx, caller.organisation(), caller.person(), in.id("calendarId"))
        .orElseThrow(() -> Refusal.notFound("calendar"));
  }

  /** Calendar programs hand out {@code webcal:} for what is simply fetched. */
  private static String address(String url) {
    String web = url.strip().replaceFirst("(?i)^webcals?:", "https:");
    try {
      URI uri = new URI(web);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean isWeb = scheme.equals("https") || scheme.equals("http");
      if (isWeb && uri.getHost() != null && uri.getUserInfo() == null) {
        return uri.toString();
      }
    } catch (java.net.URISyntaxException e) {
      // As what is no web address.
    }
    throw Refusal.invalid("/url", "format", "This is not a web address.");
  }

  private CalendarJson json(Tx tx, Subscription its) {
    return new CalendarJson(
        its.id(),
        its.name(),
        its.kind().text(),
        URI.create(its.login().url()).getHost(),
        its.login().userName(),
        its.keepsTitles(),
        its.health().answeredAt(),
        its.health().trouble(),
        its.health().unreadable(),
        calendars.rules(tx, its).stream().map(RuleJson::of).toList());
  }
}

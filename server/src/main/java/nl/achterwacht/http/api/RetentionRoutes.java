package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.privacy.Retention;
import nl.achterwacht.privacy.RetentionKeeper;
import nl.achterwacht.privacy.RetentionSetting;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** How long things are kept, on one page. */
@Controller
@RequestMapping(BASE + "/retention-rules")
public final class RetentionRoutes {
  private final PrivacyDoors doors;

  public RetentionRoutes(PrivacyDoors doors) {
    this.doors = doors;
  }

  record RuleJson(
      String rule,
      String unit,
      int amount,
      int standard,
      int shortest,
      int longest,
      @Nullable String setByName,
      @Nullable Instant setAt,
      @Nullable Instant ranAt,
      @Nullable Instant erasedAt,
      long erased,
      long erasedEver) {
    static RuleJson of(RetentionSetting setting, Names names) {
      Retention rule = setting.rule();
      return new RuleJson(
          rule.text(),
          rule.unit().name().toLowerCase(Locale.ROOT),
          setting.amount(),
          rule.standard(),
          rule.shortest(),
          rule.longest(),
          setting.setBy() == null ? null : names.nameOf(setting.setBy()),
          setting.setAt(),
          setting.ranAt(),
          setting.erasedAt(),
          setting.erased(),
          setting.erasedEver());
    }
  }

  record RulesJson(List<RuleJson> items) {}

  record NewAmount(int amount) {}

  record WouldGo(long records) {}

  @GetMapping
  Answer all(Received in) {
    Caller caller = in.caller();
    return doors
        .acts()
        .forCaller(
            in,
            tx -> {
              Names names = Names.of(tx, doors.people(), caller.organisation());
              return Answer.ok(
                  new RulesJson(
                      doors.retention().settings(tx, caller.organisation()).stream()
                          .map(setting -> RuleJson.of(setting, names))
                          .toList()));
            });
  }

  /** How much would go at once; it may take a while where much is kept. */
  @GetMapping("/{rule}/preview")
  Answer preview(Received in) {
    Retention rule = rule(in);
    int amount = in.number("amount", rule.standard());
    return doors
        .acts()
        .atLeisure(
            in,
            tx ->
                Answer.ok(
                    new WouldGo(
                        doors.retention().wouldGo(tx, in.caller().organisation(), rule, amount))));
  }

  @PutMapping("/{rule}")
  Answer set(Received in) {
    Retention rule = rule(in);
    int amount = in.body(NewAmount.class).amount();
    if (amount < rule.shortest() || amount > rule.longest()) {
      throw Refusal.invalid(
          "/amount", "range", "From " + rule.shortest() + " to " + rule.longest() + ".");
    }
    Caller caller = in.caller();
    return doors
        .acts()
        .once(
            in,
            (tx, event) -> {
              Names names = Names.of(tx, doors.people(), caller.organisation());
              RetentionSetting set =
                  doors.retention().set(tx, caller.organisation(), rule, amount, caller.person());
              return Answer.ok(RuleJson.of(set, names));
            });
  }

  private static Retention rule(Received in) {
    return RetentionKeeper.rule(in.path().getOrDefault("rule", ""))
        .orElseThrow(() -> Refusal.notFound("rule"));
  }
}

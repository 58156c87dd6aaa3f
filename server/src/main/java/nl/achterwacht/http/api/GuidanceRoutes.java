package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.preparation.CompanionRegister;
import nl.achterwacht.preparation.CompanionRegister.Told;
import nl.achterwacht.preparation.Guidance;
import nl.achterwacht.preparation.GuidanceRegister;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;

/** Cards and lists as the organisation wants them, and how companions are told. */
@Controller
public final class GuidanceRoutes {
  private final GuidanceRegister guidance;
  private final CompanionRegister companions;
  private final Acts acts;

  public GuidanceRoutes(GuidanceRegister guidance, CompanionRegister companions, Acts acts) {
    this.guidance = guidance;
    this.companions = companions;
    this.acts = acts;
  }

  /** The contract's {@code Guidance}: the version is the one it is, or was written on. */
  record GuidanceJson(int version, Guidance guidance) {}

  record CompanionSettingJson(String companionTold) {}

  @GetMapping(BASE + "/guidance")
  Answer inForce(Received in) {
    return acts.forCaller(
        in, tx -> Answer.ok(json(guidance.inForce(tx, in.caller().organisation()))));
  }

  @PutMapping(BASE + "/guidance")
  Answer replace(Received in) {
    GuidanceJson asked = in.body(GuidanceJson.class);
    Caller caller = in.caller();
    return acts.once(
        in,
        (tx, _) -> {
          OrganisationId organisation = caller.organisation();
          if (!guidance.replace(
              tx, organisation, asked.guidance(), asked.version(), caller.person())) {
            throw Refusal.conflict("/version", "stale", "Somebody changed this meanwhile.");
          }
          return Answer.ok(json(guidance.inForce(tx, organisation)));
        });
  }

  @GetMapping(BASE + "/companion-setting")
  Answer setting(Received in) {
    return acts.forCaller(
        in,
        tx ->
            Answer.ok(
                new CompanionSettingJson(companions.told(tx, in.caller().organisation()).text())));
  }

  @PutMapping(BASE + "/companion-setting")
  Answer set(Received in) {
    CompanionSettingJson asked = in.body(CompanionSettingJson.class);
    return acts.once(
        in,
        (tx, _) -> {
          companions.setTold(tx, in.caller().organisation(), Told.of(asked.companionTold()));
          return Answer.ok(asked);
        });
  }

  private static GuidanceJson json(GuidanceRegister.InForce inForce) {
    return new GuidanceJson(inForce.version(), inForce.guidance());
  }
}

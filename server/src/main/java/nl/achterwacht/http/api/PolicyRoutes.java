package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.util.Arrays;
import java.util.List;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.PersonId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.FieldError;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import nl.achterwacht.policy.Draft;
import nl.achterwacht.policy.DraftResult;
import nl.achterwacht.policy.Fault;
import nl.achterwacht.policy.Measure;
import nl.achterwacht.policy.PolicyRegister;
import nl.achterwacht.policy.PolicyTexts;
import nl.achterwacht.policy.PolicyVersion;
import nl.achterwacht.policy.RiskClass;
import nl.achterwacht.policy.RiskFactor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The policy: its catalogue, its versions, the draft, and what the draft would change. */
@Controller
@RequestMapping(BASE + "/policy")
public final class PolicyRoutes {
  private static final int CASES = 1000;

  private final PolicyRegister policies;
  private final PolicyNames names;
  private final Acts acts;

  public PolicyRoutes(PolicyRegister policies, PolicyNames names, Acts acts) {
    this.policies = policies;
    this.names = names;
    this.acts = acts;
  }

  record NamedCode(String code, String name) {}

  record CatalogueJson(
      List<NamedCode> factors, List<NamedCode> measures, List<NamedCode> classes) {}

  record NewDraft(String dmn, int revision) {}

  record NewVersion(int draftRevision, String note) {}

  record NewTrial(int cases) {}

  @GetMapping("/catalogue")
  Answer catalogue(Received in) {
    PolicyTexts texts = PolicyTexts.in(in.caller().language());
    return Answer.ok(
        new CatalogueJson(
            Arrays.stream(RiskFactor.values())
                .map(factor -> new NamedCode(factor.name(), texts.name(factor)))
                .toList(),
            Arrays.stream(Measure.values())
                .map(measure -> new NamedCode(measure.name(), texts.name(measure)))
                .toList(),
            Arrays.stream(RiskClass.values())
                .map(one -> new NamedCode(one.text(), texts.name(one)))
                .toList()));
  }

  @GetMapping("/versions")
  Answer versions(Received in) {
    OrganisationId organisation = in.caller().organisation();
    return acts.forCaller(
        in, tx -> Answer.ok(names.versions(tx, organisation, policies.versions(tx, organisation))));
  }

  @GetMapping("/versions/{versionNumber}")
  Answer version(Received in) {
    OrganisationId organisation = in.caller().organisation();
    int number = Integer.parseInt(String.valueOf(in.path().get("versionNumber")));
    return acts.forCaller(
        in,
        tx -> {
          String dmn =
              policies.dmn(tx, organisation, number).orElseThrow(() -> Refusal.notFound("version"));
          return Answer.ok(new PolicyNames.TablesJson(number, dmn));
        });
  }

  @PostMapping("/versions")
  Answer putIntoForce(Received in) {
    NewVersion asked = in.body(NewVersion.class);
    Caller caller = in.caller();
    String note = asked.note().strip();
    if (note.isEmpty()) {
      throw Refusal.invalid("/note", "blank", "Say what changed and why.");
    }
    return acts.once(
        in,
        (tx, event) -> {
          OrganisationId organisation = caller.organisation();
          PolicyVersion version =
              policies
                  .putIntoForce(tx, organisation, asked.draftRevision(), note, caller.person())
                  .orElseThrow(() -> changed("/draftRevision"));
          return Answer.created(names.version(tx, organisation, version, version.number()));
        });
  }

  @GetMapping("/draft")
  Answer draft(Received in) {
    OrganisationId organisation = in.caller().organisation();
    return acts.forCaller(
        in, tx -> Answer.ok(names.draft(tx, organisation, policies.draft(tx, organisation))));
  }

  @PutMapping("/draft")
  Answer save(Received in) {
    NewDraft asked = in.body(NewDraft.class);
    Caller caller = in.caller();
    List<Fault> faults = PolicyRegister.faults(asked.dmn());
    if (!faults.isEmpty()) {
      throw Refusal.invalid(errors(faults, PolicyTexts.in(caller.language())));
    }
    return acts.once(in, (tx, _) -> Answer.ok(saved(tx, caller, asked)));
  }

  @DeleteMapping("/draft")
  Answer discard(Received in) {
    OrganisationId organisation = in.caller().organisation();
    return acts.once(
        in,
        (tx, _) -> {
          policies.discard(tx, organisation);
          return Answer.done();
        });
  }

  /** The judging itself holds no connection: ten thousand cases may take a while. */
  @PostMapping("/trials")
  Answer tryOut(Received in) {
    NewTrial asked = in.body(NewTrial.class);
    Caller caller = in.caller();
    PolicyRegister.Prepared prepared =
        acts.forOrganisation(
            caller.organisation(),
            tx ->
                policies.prepare(
                    tx, caller.organisation(), asked.cases() == 0 ? CASES : asked.cases()));
    return Answer.ok(TrialJson.of(prepared.run(), prepared, caller.language()));
  }

  private PolicyNames.DraftJson saved(Tx tx, Caller caller, NewDraft asked) {
    OrganisationId organisation = caller.organisation();
    PersonId by = caller.person();
    return switch (policies.save(tx, organisation, asked.dmn(), asked.revision(), by)) {
      case DraftResult.Saved(Draft draft) -> names.draft(tx, organisation, draft);
      case DraftResult.Changed() -> throw changed("/revision");
    };
  }

  private static List<FieldError> errors(List<Fault> faults, PolicyTexts texts) {
    return faults.stream()
        .map(fault -> FieldError.body("/dmn", fault.code(), texts.sentence(fault)))
        .toList();
  }

  private static Refusal changed(String pointer) {
    return Refusal.conflict(
        pointer, "draft-changed", "Somebody else changed the draft meanwhile; read it again.");
  }
}

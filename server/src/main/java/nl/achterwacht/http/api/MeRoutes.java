package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import java.util.function.Supplier;
import nl.achterwacht.account.AccountRegister;
import nl.achterwacht.account.CodeRegister;
import nl.achterwacht.account.CodeRegister.ChosenCodes;
import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.Patience;
import nl.achterwacht.http.frame.ProblemKind;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What concerns only the person who asks. */
@Controller
@RequestMapping(BASE)
public final class MeRoutes {
  /** The public key by which browsers subscribe to notices. */
  public interface PushKey extends Supplier<String> {}

  private final MeView me;
  private final AccountRegister accounts;
  private final CodeRegister codes;
  private final Acts acts;
  private final Patience patience;
  private final PushKey pushKey;

  public MeRoutes(
      MeView me,
      AccountRegister accounts,
      CodeRegister codes,
      Acts acts,
      Patience patience,
      PushKey pushKey) {
    this.me = me;
    this.accounts = accounts;
    this.codes = codes;
    this.acts = acts;
    this.patience = patience;
    this.pushKey = pushKey;
  }

  record NewCodes(String safeCode, String duressCode, String password) {}

  record PushKeyJson(String publicKey) {}

  @GetMapping("/me")
  Answer me(Received in) {
    Caller caller = in.caller();
    return acts.forCaller(in, tx -> Answer.ok(me.of(tx, caller.organisation(), caller.person())));
  }

  @PutMapping("/me/codes")
  Answer setCodes(Received in) {
    Caller caller = in.caller();
    NewCodes chosen = in.body(NewCodes.class);
    boolean right =
        patience.with(
            () -> accounts.isPasswordOf(caller.organisation(), caller.person(), chosen.password()));
    if (!right) {
      throw Refusal.of(ProblemKind.WRONG_PASSWORD, "This is not your present password.");
    }
    var both = new ChosenCodes(chosen.safeCode(), chosen.duressCode());
    return acts.forCaller(
        in,
        tx ->
            switch (codes.choose(tx, caller.organisation(), caller.person(), both)) {
              case DONE -> Answer.done();
              case GUESSABLE ->
                  throw Refusal.invalid(
                      "/safeCode", "guessable", "One of the codes is too easy to guess.");
              case TOO_ALIKE ->
                  throw Refusal.invalid(
                      "/duressCode", "too-alike", "The codes must differ in two places or more.");
            });
  }

  @GetMapping("/push-key")
  Answer pushKey(Received in) {
    return Answer.ok(new PushKeyJson(patience.with(pushKey)));
  }
}

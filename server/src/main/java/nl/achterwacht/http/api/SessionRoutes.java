package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import nl.achterwacht.account.SessionRegister;
import nl.achterwacht.account.SignIn;
import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Patience;
import nl.achterwacht.http.frame.ProblemKind;
import nl.achterwacht.http.frame.Received;
import nl.achterwacht.http.frame.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Signing in and out. */
@Controller
@RequestMapping(BASE + "/sessions")
public final class SessionRoutes {
  private final SignIn signIn;
  private final SessionRegister sessions;
  private final SignedIn signedIn;
  private final Acts acts;
  private final Patience patience;

  public SessionRoutes(
      SignIn signIn, SessionRegister sessions, SignedIn signedIn, Acts acts, Patience patience) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.signedIn = signedIn;
    this.acts = acts;
    this.patience = patience;
  }

  record NewSession(String userName, String password) {}

  @PostMapping
  Answer signIn(Received in) {
    NewSession asked = in.body(NewSession.class);
    SignIn.Answer answer =
        patience.with(() -> signIn.withPassword(asked.userName(), asked.password(), in.address()));
    return switch (answer) {
      case SignIn.Answer.SignedIn done -> signedIn.answer(done.opened());
      case SignIn.Answer.TooOften late -> throw Refusal.tooOften(late.retryAfter());
      case SignIn.Answer.Wrong() ->
          throw Refusal.of(
              ProblemKind.WRONG_SIGN_IN, "This user name and password do not go together.");
    };
  }

  @GetMapping("/current")
  Answer current(Received in) {
    return signedIn.again(in);
  }

  @DeleteMapping("/current")
  Answer signOut(Received in) {
    acts.asEngine(tx -> {
      sessions.revoke(tx, in.caller().session());
      return true;
    });
    return Answer.done().withCookie(signedIn.cookie().takeAway());
  }
}

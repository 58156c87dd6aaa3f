package nl.achterwacht.http.api;

import static nl.achterwacht.http.frame.ContractCheck.BASE;

import nl.achterwacht.http.frame.Acts;
import nl.achterwacht.http.frame.Answer;
import nl.achterwacht.http.frame.Caller;
import nl.achterwacht.http.frame.Received;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The board as it is now; what comes after, the stream tells. */
@Controller
public final class BoardRoutes {
  private final BoardView view;
  private final Acts acts;

  public BoardRoutes(BoardView view, Acts acts) {
    this.view = view;
    this.acts = acts;
  }

  @GetMapping(BASE + "/board")
  Answer board(Received in) {
    Caller caller = in.caller();
    return acts.forCaller(
        in, tx -> Answer.ok(view.board(tx, caller.organisation(), caller.person())));
  }

  @GetMapping(BASE + "/assurance")
  Answer assurance(Received in) {
    return Answer.ok(view.assurance());
  }
}

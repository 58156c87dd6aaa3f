package nl.achterwacht.http.frame;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the servlet container itself refused, as problem details too. */
@Controller
public final class ProblemPage implements ErrorController {
  @RequestMapping("/error")
  void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int status = code instanceof Integer number ? number : 404;
    Problems.write(response, ofStatus(status));
  }

  static Problem ofStatus(int status) {
    for (ProblemKind kind : ProblemKind.values()) {
      if (kind.status() == status) {
        return Problem.of(kind, "The request could not be taken.");
      }
    }
    ProblemKind kind = status < 500 ? ProblemKind.INVALID_INPUT : ProblemKind.OUR_FAULT;
    return new Problem(
        kind.type(), status, kind.title(), "The request could not be taken.", null, null);
  }
}

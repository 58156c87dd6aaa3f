package nl.achterwacht.http.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.achterwacht.base.DatabaseAway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns whatever ends a request early into problem details. */
@RestControllerAdvice
public final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final String RETRY_SECONDS = "5";

  private final CallInstead callInstead;

  public Problems(CallInstead callInstead) {
    this.callInstead = callInstead;
  }

  @ExceptionHandler
  void refused(Refusal refusal, HttpServletResponse response) throws IOException {
    refusal
        .retryAfter()
        .ifPresent(wait -> response.setHeader("Retry-After", Long.toString(wait.toSeconds() + 1)));
    if (refusal.kind().status() == 401) {
      // RFC 9110 asks for a challenge; a cookie has no registered scheme.
      response.setHeader("WWW-Authenticate", "Cookie realm=\"achterwacht\"");
    }
    write(response, refusal.problem());
  }

  @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
  void unknownPath(HttpServletResponse response) throws IOException {
    write(response, Problem.of(ProblemKind.NOT_FOUND, "There is nothing at this address."));
  }

  @ExceptionHandler
  void wrongMethod(HttpRequestMethodNotSupportedException e, HttpServletResponse response)
      throws IOException {
    String @Nullable [] allowed = e.getSupportedMethods();
    response.setHeader("Allow", allowed == null ? "" : String.join(", ", allowed));
    write(response, Problem.of(ProblemKind.NO_SUCH_METHOD, "Use another method here."));
  }

  @ExceptionHandler
  void clientGone(AsyncRequestNotUsableException e) {
    // Whoever asked is not there any more; nobody to tell.
  }

  @ExceptionHandler
  void failed(Throwable e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    if (DatabaseAway.isCauseOf(e)) {
      LOG.warn("the database is away: {}", e.getMessage());
      away(request, response);
      return;
    }
    LOG.error("{} failed; answered 500", request.getMethod() + " " + pattern(request), e);
    write(response, Problem.of(ProblemKind.OUR_FAULT, "This was noted. Try again, or call."));
  }

  private void away(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader("Retry-After", RETRY_SECONDS);
    ProblemKind kind = ProblemKind.AWAY;
    write(
        response,
        new Problem(
            kind.type(),
            kind.status(),
            kind.title(),
            "It is not known whether this was stored. Send it again with the same key, or use SMS"
                + " or the telephone.",
            null,
            callInstead.number(request).orElse(null)));
  }

  static void write(HttpServletResponse response, Problem problem) throws IOException {
    byte[] json = Json.MAPPER.writeValueAsBytes(problem);
    response.setStatus(problem.status());
    response.setContentType(Problem.MEDIA_TYPE);
    response.setContentLength(json.length);
    response.getOutputStream().write(json);
  }

  /** The pattern, not the address itself: ids and tickets stay out of the log. */
  private static Object pattern(HttpServletRequest request) {
    Object pattern =
        request.getAttribute(
            org.springframework.web.servlet.HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    return pattern == null ? "?" : pattern;
  }
}

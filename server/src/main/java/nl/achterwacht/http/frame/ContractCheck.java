package nl.achterwacht.http.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.databind.JsonNode;

/**
 * Holds each request to the contract before a route sees it: form of the request, who asks, whether
 * they may, and all faults of its values together. An act that is never refused passes with
 * whatever can be read of it.
 */
public final class ContractCheck implements HandlerInterceptor {
  public static final String BASE = "/api/v1";

  private static final Set<String> SAFE = Set.of("GET", "HEAD");
  private static final MimeType JSON = MimeType.valueOf("application/json");

  private final Contract contract;
  private final Callers callers;
  private final SessionCookie cookie;

  public ContractCheck(Contract contract, Callers callers, SessionCookie cookie) {
    this.contract = contract;
    this.callers = callers;
    this.cookie = cookie;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    // What is no route is a file that is not there: unknown.
    if (handler instanceof HandlerMethod && request.getAttribute(Received.ATTRIBUTE) == null) {
      Operation operation = operation(request);
      request.setAttribute(
          Received.ATTRIBUTE,
          operation.neverRefused() ? taken(operation, request) : checked(operation, request));
    }
    return true;
  }

  /** Everything that is wrong ends the request here. */
  private Received checked(Operation operation, HttpServletRequest request) {
    checkForm(operation, request);
    boolean hasBody = operation.bodySchema() != null || operation.takesFile();
    byte[] raw = hasBody ? Body.bytes(request, operation.mostBytes()) : new byte[0];
    Optional<String> token = cookie.token(request);
    Optional<Caller> caller =
        token.flatMap(its -> callers.byToken(operation, its)).filter(c -> !c.session().expired());
    if (operation.needsSession()) {
      caller = proven(operation, request, token, caller);
    }
    var errors = new ArrayList<FieldError>();
    JsonNode body = readBody(operation, raw, errors);
    Map<String, String> parameters = checkParameters(operation, request, errors);
    if (!errors.isEmpty()) {
      throw Refusal.invalid(errors);
    }
    return received(operation, request, Sought.known(caller), body, raw, parameters);
  }

  /** Nothing is refused; what proves the sender counts also when it has expired. */
  private Received taken(Operation operation, HttpServletRequest request) {
    byte[] raw = Body.bytesThatCame(request);
    JsonNode body = Body.whatCounts(contract, schema(operation), raw);
    // A page of another site could make a browser send this; then the cookie proves nothing.
    Optional<String> token =
        SessionCookie.isFromOurPages(request) ? cookie.token(request) : Optional.empty();
    var sought = new Sought(() -> token.flatMap(its -> callers.byToken(operation, its)));
    Map<String, String> parameters = checkParameters(operation, request, new ArrayList<>());
    return received(operation, request, sought, body, raw, parameters);
  }

  /** Who may do this; empty when the watch key must prove it, which the route finds out. */
  private static Optional<Caller> proven(
      Operation operation,
      HttpServletRequest request,
      Optional<String> token,
      Optional<Caller> caller) {
    boolean watchKeyWillDo =
        request.getHeader("Watch-Key") != null
            && operation.parameters().stream().anyMatch(p -> p.name().equals("Watch-Key"));
    boolean forged =
        !SAFE.contains(request.getMethod())
            && !SessionCookie.carriesCsrfToken(request, token.orElse(""));
    if (watchKeyWillDo && (caller.isEmpty() || forged)) {
      return Optional.empty(); // no other site can know the key, so it needs no token beside it
    }
    if (caller.isEmpty()) {
      throw Refusal.of(ProblemKind.NOT_SIGNED_IN, "Sign in first.");
    }
    if (forged) {
      throw Refusal.of(
          ProblemKind.FORGED, "Send the csrfToken of your session as header X-CSRF-Token.");
    }
    if (!Access.isFor(operation, caller.get())) {
      throw Refusal.of(ProblemKind.NOT_ALLOWED, "Your role does not allow this.");
    }
    return caller;
  }

  private static void checkForm(Operation operation, HttpServletRequest request) {
    List<String> answers =
        operation.answers().isEmpty() ? List.of("application/json") : operation.answers();
    if (answers.stream().noneMatch(type -> accepts(request, type))) {
      throw Refusal.of(
          ProblemKind.NOT_ACCEPTABLE, "This is answered as " + String.join(" or ", answers) + ".");
    }
    boolean hasBody = request.getContentLengthLong() > 0 || isChunked(request);
    if (operation.bodySchema() != null && hasBody && !isJson(request.getContentType())) {
      throw Refusal.of(ProblemKind.WRONG_CONTENT_TYPE, "Send application/json.");
    }
    if (operation.takesFile() && hasBody && !isOneOf(operation, request.getContentType())) {
      throw Refusal.of(
          ProblemKind.WRONG_CONTENT_TYPE, "Send " + String.join(" or ", operation.fileTypes()));
    }
  }

  private JsonNode readBody(Operation operation, byte[] raw, List<FieldError> errors) {
    if (operation.takesFile() && raw.length == 0) {
      errors.add(FieldError.body("", "required", "The file is missing, or empty."));
    }
    if (operation.bodySchema() == null || (raw.length == 0 && !operation.bodyRequired())) {
      return Json.MAPPER.createObjectNode();
    }
    try {
      JsonNode body = Body.parse(raw);
      contract.faults(schema(operation), body).forEach(fault -> errors.add(Faults.body(fault)));
      Body.pointerToNul(body, "")
          .ifPresent(at -> errors.add(FieldError.body(at, "nul", "Text may not contain U+0000.")));
      return body;
    } catch (Refusal refusal) {
      errors.addAll(refusal.errors());
      return Json.MAPPER.createObjectNode();
    }
  }

  private Map<String, String> checkParameters(
      Operation operation, HttpServletRequest request, List<FieldError> errors) {
    var good = new TreeMap<String, String>();
    for (Operation.Parameter parameter : operation.parameters()) {
      @Nullable String value = value(parameter, request);
      if (value == null) {
        if (parameter.required()) {
          errors.add(
              new FieldError(
                  parameter.in(), parameter.name(), "required", parameter.name() + " is missing."));
        }
        continue;
      }
      var faults = contract.faults(parameter.schemaPointer(), typed(parameter, value));
      faults.forEach(fault -> errors.add(Faults.parameter(parameter, fault)));
      if (faults.isEmpty()) {
        good.put(parameter.in() + ":" + parameter.name(), value);
      }
    }
    return good;
  }

  private JsonNode typed(Operation.Parameter parameter, String value) {
    String type = contract.at(parameter.schemaPointer()).path("type").asString("string");
    if (!type.equals("string") && value.matches("-?[0-9]{1,9}|true|false")) {
      return Json.MAPPER.readTree(value);
    }
    return Json.MAPPER.getNodeFactory().stringNode(value);
  }

  private static @Nullable String value(Operation.Parameter parameter, HttpServletRequest request) {
    return switch (parameter.in()) {
      case "path" -> pathVariables(request).get(parameter.name());
      case "header" -> request.getHeader(parameter.name());
      default -> request.getParameter(parameter.name());
    };
  }

  private Received received(
      Operation operation,
      HttpServletRequest request,
      Sought sought,
      JsonNode body,
      byte[] raw,
      Map<String, String> parameters) {
    return new Received(
        operation,
        sought,
        of("path:", parameters),
        of("query:", parameters),
        of("header:", parameters),
        body,
        raw,
        request.getRemoteAddr(),
        cookie.token(request).orElse(null));
  }

  private static Map<String, String> of(String in, Map<String, String> parameters) {
    var those = new TreeMap<String, String>();
    parameters.forEach((name, value) -> {
      if (name.startsWith(in)) {
        those.put(name.substring(in.length()), value);
      }
    });
    return those;
  }

  private Operation operation(HttpServletRequest request) {
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    String path = String.valueOf(pattern).substring(BASE.length());
    String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
    return contract
        .operation(method, path)
        .orElseThrow(
            () -> new IllegalStateException("not in the contract: " + method + " " + path));
  }

  @SuppressWarnings("unchecked") // Spring puts nothing else there
  private static Map<String, String> pathVariables(HttpServletRequest request) {
    Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    return variables == null ? Map.of() : (Map<String, String>) variables;
  }

  private static String schema(Operation operation) {
    return "/components/schemas/" + operation.bodySchema();
  }

  private static boolean isChunked(HttpServletRequest request) {
    return request.getHeader("Transfer-Encoding") != null;
  }

  private static boolean isOneOf(Operation operation, @Nullable String contentType) {
    try {
      MimeType sent = contentType == null ? null : MimeType.valueOf(contentType);
      return sent != null
          && operation.fileTypes().stream()
              .anyMatch(type -> MimeType.valueOf(type).isCompatibleWith(sent));
    } catch (InvalidMimeTypeException e) {
      return false;
    }
  }

  private static boolean isJson(@Nullable String contentType) {
    try {
      return contentType != null && JSON.isCompatibleWith(MimeType.valueOf(contentType));
    } catch (InvalidMimeTypeException e) {
      return false;
    }
  }

  private static boolean accepts(HttpServletRequest request, String type) {
    @Nullable String accept = request.getHeader("Accept");
    if (accept == null || accept.isBlank()) {
      return true;
    }
    try {
      return MediaType.parseMediaTypes(accept).stream()
          .anyMatch(wanted -> wanted.includes(MediaType.valueOf(type)));
    } catch (InvalidMimeTypeException | org.springframework.http.InvalidMediaTypeException e) {
      return false;
    }
  }
}

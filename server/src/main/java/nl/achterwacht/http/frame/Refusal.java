package nl.achterwacht.http.frame;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem. The transaction it is thrown in is rolled back. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemKind kind;
  private final transient List<FieldError> errors;
  private final transient @Nullable Duration retryAfter;

  private Refusal(
      ProblemKind kind, String detail, List<FieldError> errors, @Nullable Duration retryAfter) {
    super(detail, null, false, false);
    this.kind = kind;
    this.errors = errors;
    this.retryAfter = retryAfter;
  }

  public static Refusal of(ProblemKind kind, String detail) {
    return new Refusal(kind, detail, List.of(), null);
  }

  /** All faults of the request together. */
  public static Refusal invalid(List<FieldError> errors) {
    String detail = errors.size() == 1 ? errors.getFirst().detail() : errors.size() + " faults";
    return new Refusal(ProblemKind.INVALID_INPUT, detail, List.copyOf(errors), null);
  }

  /** One fault of the body that the contract's schema cannot express. */
  public static Refusal invalid(String pointer, String code, String detail) {
    return invalid(List.of(FieldError.body(pointer, code, detail)));
  }

  /** In conflict with how things stand; {@code code} says how, in a stable word. */
  public static Refusal conflict(String pointer, String code, String detail) {
    return new Refusal(
        ProblemKind.CONFLICT, detail, List.of(FieldError.body(pointer, code, detail)), null);
  }

  /** Unknown, or of another organisation: never said which. */
  public static Refusal notFound(String what) {
    return of(ProblemKind.NOT_FOUND, "There is no such " + what + ".");
  }

  /** Not before {@code wait} has passed. */
  public static Refusal tooOften(Duration wait) {
    return new Refusal(
        ProblemKind.TOO_OFTEN, "Too many attempts; try again later.", List.of(), wait);
  }

  public ProblemKind kind() {
    return kind;
  }

  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  List<FieldError> errors() {
    return errors;
  }

  Problem problem() {
    return new Problem(
        kind.type(),
        kind.status(),
        kind.title(),
        String.valueOf(getMessage()),
        errors.isEmpty() ? null : errors,
        null);
  }
}

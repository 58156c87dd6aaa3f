package nl.achterwacht.http.frame;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An error as the caller sees it (RFC 9457). */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type,
    int status,
    String title,
    String detail,
    @Nullable List<FieldError> errors,
    @Nullable String callInstead) {
  public static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(ProblemKind kind, String detail) {
    return new Problem(kind.type(), kind.status(), kind.title(), detail, null, null);
  }
}

package nl.achterwacht.http.frame;

/**
 * One fault of a request.
 *
 * @param in {@code body}, {@code query}, {@code path} or {@code header}
 * @param location JSON pointer, or the name of the parameter
 * @param code stable word for the kind of fault
 */
public record FieldError(String in, String location, String code, String detail) {
  /** A fault at {@code pointer} of the body. */
  public static FieldError body(String pointer, String code, String detail) {
    return new FieldError("body", pointer, code, detail);
  }
}

package nl.achterwacht.http.frame;

import com.networknt.schema.Error;

/** Says what the schema found wrong. */
final class Faults {
  private Faults() {}

  static FieldError body(Error fault) {
    String pointer = fault.getInstanceLocation().toString();
    // A missing field is found in the object around it; the caller wants to know which field.
    String at =
        fault.getKeyword().equals("required") ? pointer + "/" + fault.getProperty() : pointer;
    return FieldError.body(at, fault.getKeyword(), sentence(fault));
  }

  static FieldError parameter(Operation.Parameter parameter, Error fault) {
    return new FieldError(parameter.in(), parameter.name(), fault.getKeyword(), sentence(fault));
  }

  private static String sentence(Error fault) {
    return fault.getMessage();
  }
}
